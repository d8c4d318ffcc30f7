package breakwater.playbook.team;

import breakwater.network.DomainId;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.event.EventKind;
import breakwater.playbook.run.PlaybookResponder;
import breakwater.responder.Responder;
import breakwater.responder.Together;
import breakwater.scenario.Exercise;
import breakwater.scenario.Response;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/** Gives each operator of an exercise its team: playbooks and people beside the default policy. */
public final class Teams implements Function<DomainId, Responder> {

    private final Exercise exercise;
    private final List<CheckedPlaybook> playbooks;
    private final Function<DomainId, Responder> policies;
    private final long seed;

    /**
     * For the operators of {@code exercise}.
     *
     * @param playbooks all that the exercise uses, and all those call
     * @param policies the default policy of each operator
     * @param seed of the drill
     */
    public Teams(
            Exercise exercise,
            List<CheckedPlaybook> playbooks,
            Function<DomainId, Responder> policies,
            long seed) {
        this.exercise = exercise;
        this.playbooks = List.copyOf(playbooks);
        this.policies = policies;
        this.seed = seed;
    }

    /** Whose default policy answers requests for aid: of those with no playbook that such a request starts. */
    public static Predicate<DomainId> lenders(Exercise exercise, List<CheckedPlaybook> playbooks) {
        return domain -> used(exercise, playbooks, domain).stream()
                .flatMap(checked -> checked.playbook().triggers().stream())
                .noneMatch(trigger -> trigger.event().equals(EventKind.AID_REQUESTED.label()));
    }

    private static List<CheckedPlaybook> used(
            Exercise exercise, List<CheckedPlaybook> playbooks, DomainId domain) {
        List<CheckedPlaybook> own = new ArrayList<>();
        for (Response.Use use : exercise.response().playbooks()) {
            if (use.operators().contains(domain)) {
                playbooks.stream()
                        .filter(checked -> checked.playbook().id().equals(use.playbook()))
                        .forEach(own::add);
            }
        }
        return own;
    }

    @Override
    public Responder apply(DomainId domain) {
        List<CheckedPlaybook> own = used(exercise, playbooks, domain);
        Responder policy = policies.apply(domain);
        if (own.isEmpty()) {
            return policy;
        }
        long latency = exercise.signallingLatencyMicros();
        return new Together(List.of(
                policy,
                new PlaybookResponder(domain, own, playbooks, latency, seed),
                new People(domain, exercise.response().people(), latency, seed)));
    }
}
