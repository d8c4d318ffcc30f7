package breakwater.conductor;

import breakwater.network.Domain;
import breakwater.network.DomainId;
import breakwater.network.NodeId;
import breakwater.network.Service;
import breakwater.responder.DefaultPolicy;
import breakwater.responder.Responder;
import breakwater.scenario.Exercise;

import java.util.HashSet;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Gives every domain the default policy. */
public final class DefaultResponders implements Function<DomainId, Responder> {

    private final Exercise exercise;
    private final Predicate<DomainId> lends;

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
        this.exercise = exercise;
        this.lends = lends;
    }

    @Override
    public Responder apply(DomainId id) {
        Domain domain = exercise.network().domains().stream()
                .filter(candidate -> candidate.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The domain (%s) takes no part.".formatted(id)));
        return new DefaultPolicy(
                domain, lowestClassOf(id), exercise.signallingLatencyMicros(), lends.test(id));
    }

    /** The lowest class among the domain's own services is the first to be shed. */
    private int lowestClassOf(DomainId id) {
        Set<NodeId> own = new HashSet<>();
        exercise.network().nodes().stream()
                .filter(node -> node.domain().equals(id))
                .forEach(node -> own.add(node.id()));
        return exercise.network().services().stream()
                .filter(service -> own.contains(service.from()))
                .mapToInt(Service::priorityClass)
                .max()
                .orElse(0);
    }
}
