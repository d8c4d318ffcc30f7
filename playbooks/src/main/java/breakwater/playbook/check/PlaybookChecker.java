package breakwater.playbook.check;

import breakwater.playbook.Playbook;
import breakwater.playbook.expression.Expression;
import breakwater.playbook.expression.Program;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.Map;
import java.util.Optional;

/** Finds all that is wrong with a playbook that was read. Pure; time linear in its size but for the calls it makes. */
public final class PlaybookChecker {

    private PlaybookChecker() {}

    /**
     * The playbook ready to be run; empty when it has errors, which {@code problems} then says. Errors that were there
     * before count too: a playbook whose form is wrong is not run.
     */
    public static Optional<CheckedPlaybook> check(
            Playbook playbook, Surroundings surroundings, Problems problems) {
        ExpressionPass expressions = new ExpressionPass(playbook, surroundings, problems);
        Map<Expression, Program> programs = expressions.check();
        new NamePass(playbook, surroundings, expressions, problems).check();
        new FlowPass(playbook, surroundings.playbooks(), problems).check();
        new ClockPass(playbook, surroundings.playbooks(), problems).check();
        if (playbook.triggers().isEmpty()) {
            givenBySomebody(playbook, problems);
        } else {
            givenByEvent(playbook, problems);
        }
        return problems.hasErrors()
                ? Optional.empty()
                : Optional.of(new CheckedPlaybook(playbook, playbook.hash(), programs));
    }

    private static void givenByEvent(Playbook playbook, Problems problems) {
        for (Playbook.Input input : playbook.inputs()) {
            if (input.from().isEmpty()) {
                problems.add(Problem.error(
                        "missing-from",
                        input.at(),
                        "Expected '%s' to say 'from' which field of the event it comes, for events start this playbook."
                                .formatted(input.name()),
                        "Maybe write {type: %s, from: event.link.id}."
                                .formatted(input.type().label())));
            }
        }
    }

    private static void givenBySomebody(Playbook playbook, Problems problems) {
        for (Playbook.Input input : playbook.inputs()) {
            input.from()
                    .ifPresent(from -> problems.add(Problem.error(
                            "missing-trigger",
                            from.at(),
                            "Expected a trigger whose event gives '%s', but no event starts this playbook."
                                    .formatted(input.name()),
                            "Maybe add 'triggers: [{event: link.down}]'.")));
        }
    }
}
