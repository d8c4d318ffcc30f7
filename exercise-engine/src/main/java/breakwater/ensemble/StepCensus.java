package breakwater.ensemble;

import breakwater.exercise.LogEntry;
import breakwater.exercise.Responding.PlaybookStarted;
import breakwater.exercise.Responding.StepMoved;
import breakwater.exercise.StepState;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which of the planned steps were taken. What is planned is shared by all drills; each drill has its own marks. */
final class StepCensus {

    private final List<PlannedStep> planned;
    private final Map<String, Map<String, Integer>> byPlaybook = new HashMap<>();

    StepCensus(List<PlannedStep> planned) {
        this.planned = planned;
        for (int number = 0; number < planned.size(); number++) {
            PlannedStep step = planned.get(number);
            byPlaybook
                    .computeIfAbsent(step.playbook(), id -> new HashMap<>())
                    .putIfAbsent(step.step(), number);
        }
    }

    /** The marks of a drill about to be played. */
    Marks drill() {
        return new Marks();
    }

    /** Of one drill; not thread-safe while it is played. */
    final class Marks {

        private final BitSet entered = new BitSet();
        private final BitSet reached = new BitSet();
        private final Map<String, Map<String, Integer>> stepsOf = new HashMap<>();

        private Marks() {}

        /** Takes the entries of a window, in the one order of the log. */
        void take(List<LogEntry> entries) {
            if (planned.isEmpty()) {
                return;
            }
            for (LogEntry entry : entries) {
                String domain = entry.origin().value() + " ";
                if (entry.event() instanceof PlaybookStarted started) {
                    stepsOf.put(
                            domain + started.run(),
                            byPlaybook.getOrDefault(started.playbook(), Map.of()));
                } else if (entry.event() instanceof StepMoved moved) {
                    mark(stepsOf.getOrDefault(domain + moved.run(), Map.of()), moved);
                }
            }
        }

        private void mark(Map<String, Integer> steps, StepMoved moved) {
            Integer number = steps.get(moved.step());
            int pass = moved.step().lastIndexOf('#');
            if (number == null && pass >= 0) {
                number = steps.get(moved.step().substring(0, pass));
            }
            if (number != null) {
                reached.set(number);
                if (moved.state() != StepState.SKIPPED) {
                    entered.set(number);
                }
            }
        }
    }

    /** What no drill of {@code drills} took. */
    StepsTaken taken(List<Marks> drills) {
        BitSet entered = new BitSet();
        BitSet reached = new BitSet();
        for (Marks drill : drills) {
            entered.or(drill.entered);
            reached.or(drill.reached);
        }
        List<PlannedStep> never = new ArrayList<>();
        for (int number = 0; number < planned.size(); number++) {
            if (!entered.get(number) && isFirstMissed(number, entered, reached)) {
                never.add(planned.get(number));
            }
        }
        return new StepsTaken(planned.size(), planned.size() - entered.cardinality(), never);
    }

    /** Whether a run got as far as before this step: those behind a step that was never taken go without saying. */
    private boolean isFirstMissed(int number, BitSet entered, BitSet reached) {
        PlannedStep step = planned.get(number);
        Map<String, Integer> own = byPlaybook.getOrDefault(step.playbook(), Map.of());
        boolean started = own.values().stream().anyMatch(reached::get);
        if (!started) {
            return own.values().stream().allMatch(other -> number <= other);
        }
        return (step.holder().isEmpty() || isIn(entered, own.get(step.holder())))
                && (step.before().isEmpty() || isIn(reached, own.get(step.before())));
    }

    private static boolean isIn(BitSet marks, @Nullable Integer number) {
        return number != null && marks.get(number);
    }
}
