package breakwater.playbook.trial;

import breakwater.problem.Location;

import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/**
 * One play of a playbook and what is expected of it. Of a list of replies each is used once, in order, and the last one
 * from then on.
 *
 * @param name what it shows; unique in its file
 * @param happens in the order of time
 * @param actions replies to actions, by the action's name or by the step that has it done
 * @param calls what stands in for playbooks that are called, by their id; others are really run
 * @param answers of people to the questions of a step; nobody answers the others
 * @param donors what other operators do when they are asked for aid; the others stay silent
 * @param untilMicros when it is broken off; empty to go on until nothing more can happen
 */
public record Trial(
        String name,
        Given given,
        List<Change> happens,
        Map<Target, List<Reply.ToAction>> actions,
        Map<String, Reply.ToCall> calls,
        Map<StepName, List<Reply.ToQuestion>> answers,
        Map<String, List<Reply.ToRequest>> donors,
        OptionalLong untilMicros,
        Expectation expect,
        Location at) {

    public Trial {
        happens = List.copyOf(happens);
        actions = Map.copyOf(actions);
        calls = Map.copyOf(calls);
        answers = Map.copyOf(answers);
        donors = Map.copyOf(donors);
    }

    /** What a reply to an action is for. */
    public sealed interface Target {

        /** Every step that has this action done, unless the step has replies of its own. */
        record EveryStep(String action) implements Target {}

        /** One step. */
        record OneStep(StepName step) implements Target {}
    }
}
