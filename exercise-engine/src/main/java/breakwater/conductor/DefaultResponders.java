package breakwater.conductor;

import breakwater.network.Domain;
import breakwater.network.DomainId;
import breakwater.network.NodeId;
import breakwater.network.Service;
import breakwater.responder.DefaultPolicy;
import breakwater.responder.Responder;
import breakwater.scenario.Exercise;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;

/** Gives every domain the default policy. */
public final class DefaultResponders implements Function<DomainId, Responder> {

    private final long latencyMicros;
    private final Predicate<DomainId> lends;
    private final Map<DomainId, Domain> domains = new HashMap<>();

    /** The lowest class among a domain's own services is the first to be shed. */
    private final Map<DomainId, Integer> lowestClasses = new HashMap<>();

    /** For the domains of {@code exercise}. */
    public DefaultResponders(Exercise exercise) {
        this(exercise, id -> true);
    }

    /**
     * For the domains of {@code exercise}.
     *
     * @param lends where it answers requests for aid: not where somebody else does
     */
    public DefaultResponders(Exercise exercise, Predicate<DomainId> lends) {
        this.lends = lends;
        latencyMicros = exercise.signallingLatencyMicros();
        exercise.network().domains().forEach(domain -> domains.put(domain.id(), domain));
        Map<NodeId, DomainId> homes = new HashMap<>();
        exercise.network().nodes().forEach(node -> homes.put(node.id(), node.domain()));
        for (Service service : exercise.network().services()) {
            DomainId home = homes.get(service.from());
            if (home != null) {
                lowestClasses.merge(home, service.priorityClass(), Math::max);
            }
        }
    }

    @Override
    public Responder apply(DomainId id) {
        Domain domain = domains.get(id);
        if (domain == null) {
            throw new IllegalArgumentException("The domain (%s) takes no part.".formatted(id));
        }
        return new DefaultPolicy(
                domain, lowestClasses.getOrDefault(id, 0), latencyMicros, lends.test(id));
    }
}
