package breakwater.playbook.check;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Verb;
import breakwater.playbook.yaml.PlaybookDurations;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;

/** Proves that each notification with a legal clock is reached in time, whatever the steps before it do. */
final class ClockPass {

    /** Moments that no step of the run can move. */
    private static final Set<String> FIXED_MOMENTS = Set.of("run.aware_at", "run.started_at");

    private final Playbook playbook;
    private final Map<String, Playbook> playbooks;
    private final Problems problems;
    private final Set<Step> reportedUnbounded = new HashSet<>();
    private final Map<String, String> longest = new TreeMap<>();

    ClockPass(Playbook playbook, Map<String, Playbook> playbooks, Problems problems) {
        this.playbook = playbook;
        this.playbooks = playbooks;
        this.problems = problems;
    }

    void check() {
        Before start = new Before(new WorstCase(playbook, playbooks), 0, Optional.empty(), 0);
        Before end = walk(playbook.steps(), start);
        walk(playbook.onAbort(), end);
        walk(playbook.lastly(), end);
    }

    /** The longest time to each notification with a clock that cannot move, after the check. */
    Map<String, String> longest() {
        return longest;
    }

    /** What lies before a step: how long it can take, and which step takes most of it. */
    private record Before(
            WorstCase worst, long micros, Optional<Step> longest, long longestMicros) {

        Before then(Step step, long more) {
            boolean longer = more > longestMicros;
            return new Before(
                    worst,
                    micros + more,
                    longer ? Optional.of(step) : longest,
                    longer ? more : longestMicros);
        }
    }

    private Before walk(List<Step> steps, Before before) {
        Before now = before;
        for (Step step : steps) {
            judge(step, now);
            inside(step, now);
            now = now.then(step, now.worst().of(step));
        }
        return now;
    }

    private void inside(Step step, Before before) {
        Before begun = before.then(step, step.modifiers().delayMicros());
        if (step.verb() instanceof Verb.While loop) {
            long passes = begun.worst().of(step) / Math.max(1, loop.max()) * (loop.max() - 1L);
            begun = begun.then(step, passes);
        }
        for (List<Step> body : StepWalk.bodies(step)) {
            walk(body, begun);
        }
        if (step.modifiers().onFailure() instanceof Step.OnFailure.Handle handler) {
            walk(handler.steps(), begun.then(step, begun.worst().of(step)));
        }
    }

    private void judge(Step step, Before before) {
        if (!(step.verb() instanceof Verb.Notify notify)
                || notify.due().isEmpty()
                || !FIXED_MOMENTS.contains(notify.due().get().from().text())) {
            return;
        }
        Verb.Notify.Due due = notify.due().get();
        for (Step unbounded : before.worst().unbounded()) {
            if (reportedUnbounded.add(unbounded)) {
                problems.add(Problem.error(
                        "no-timeout",
                        unbounded.at(),
                        "Expected a timeout for this step, for '%s' at line %s waits behind it and has a legal clock."
                                .formatted(notify.notice(), step.at().line()),
                        "Maybe add 'timeout: 5m', or 'defaults: {timeout: 5m}' for all steps."));
            }
        }
        long micros = before.micros() + step.modifiers().delayMicros() + signing(step, notify);
        longest.put(
                "%s (%s)".formatted(notify.notice(), step.id().isEmpty() ? step.path() : step.id()),
                PlaybookDurations.spoken(micros));
        if (micros > due.withinMicros()) {
            problems.add(Problem.error(
                    "late-notice",
                    step.at(),
                    "Expected to send '%s' within %s of %s, but what comes before it can take %s."
                            .formatted(
                                    notify.notice(),
                                    PlaybookDurations.format(due.withinMicros()),
                                    due.from().text(),
                                    PlaybookDurations.spoken(micros)),
                    before.longest()
                            .map(longest ->
                                    "Maybe move it up, or in a branch of its own: step '%s' alone can take %s."
                                            .formatted(
                                                    longest.path(),
                                                    PlaybookDurations.spoken(
                                                            before.longestMicros())))
                            .orElse("")));
        }
    }

    /** How long the one who signs the notice off may take; without a limit nobody knows, and it is left out. */
    private long signing(Step step, Verb.Notify notify) {
        OptionalLong own = step.modifiers().timeoutMicros();
        return notify.role().isEmpty()
                ? 0
                : own.orElse(playbook.defaults().timeoutMicros().orElse(0));
    }
}
