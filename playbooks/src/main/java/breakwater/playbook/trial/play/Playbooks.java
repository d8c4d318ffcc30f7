package breakwater.playbook.trial.play;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Value;
import breakwater.playbook.Verb;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.trial.Reply;
import breakwater.problem.Location;

import java.util.List;
import java.util.Map;

/** Playbooks that only a bench has. */
final class Playbooks {

    private Playbooks() {}

    /** The same, with these steps and no others. */
    static Playbook withSteps(Playbook playbook, List<Step> steps) {
        return with(playbook, playbook.variables(), steps);
    }

    private static Playbook with(
            Playbook playbook, List<Playbook.Variable> variables, List<Step> steps) {
        return new Playbook(
                playbook.id(),
                playbook.version(),
                playbook.title(),
                playbook.types(),
                playbook.tlp(),
                playbook.owner(),
                playbook.triggers(),
                playbook.inputs(),
                variables,
                playbook.constants(),
                playbook.roles(),
                playbook.defaults(),
                steps,
                List.of(),
                List.of(),
                playbook.hash(),
                playbook.file());
    }

    /** What stands for a playbook that is called: it waits, then ends as the reply says. */
    static CheckedPlaybook standIn(Playbook callee, Reply.ToCall reply) {
        List<Playbook.Variable> variables = callee.variables().stream()
                .map(variable -> valued(variable, reply.variables()))
                .toList();
        List<Step> steps = List.of(
                step("1", new Verb.Pause(reply.afterMicros()), callee.file()),
                step("2", new Verb.End(reply.outcome()), callee.file()));
        return new CheckedPlaybook(with(callee, variables, steps), callee.hash(), Map.of());
    }

    private static Playbook.Variable valued(
            Playbook.Variable variable, Map<String, Object> values) {
        Object value = values.get(variable.name());
        return value == null
                ? variable
                : new Playbook.Variable(
                        variable.name(),
                        variable.type(),
                        new Value.Literal(value, variable.value().at()));
    }

    private static Step step(String path, Verb verb, Location at) {
        return new Step(path, "", "", verb, Step.Modifiers.NONE, at);
    }
}
