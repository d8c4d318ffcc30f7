package breakwater.playbook.run;

import breakwater.playbook.Playbook;
import breakwater.playbook.Verb;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.check.StepWalk;
import breakwater.playbook.expression.Expression;
import breakwater.playbook.yaml.PlaybookDurations;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What starts runs. A guard over {@code event.lasted} is asked again when the event has lasted as long as one of the
 * durations in it says, for between those its answer cannot change.
 */
final class Triggers {

    private static final Pattern DURATION =
            Pattern.compile("duration\\(\\s*['\"]([^'\"]{1,40})['\"]\\s*\\)");

    /** More events than a drill has lasting at once. */
    private static final int PENDING_MAX = 100_000;

    private final List<CheckedPlaybook> playbooks;
    private final Map<String, Pending> pending = new LinkedHashMap<>();
    private long ordinal;

    Triggers(List<CheckedPlaybook> playbooks) {
        this.playbooks = List.copyOf(playbooks);
    }

    /** Whether a step of it waits for what came before. */
    static boolean asksForHistory(CheckedPlaybook checked) {
        List<Verb.Await> asking = new ArrayList<>();
        StepWalk.all(checked.playbook(), step -> {
            if (step.verb() instanceof Verb.Await await && await.sinceRun()) {
                asking.add(await);
            }
        });
        return !asking.isEmpty();
    }

    /** A trigger that an event fits. */
    record Candidate(CheckedPlaybook checked, Playbook.Trigger trigger, Happening happening) {}

    /**
     * A candidate whose guard may come true while the event lasts.
     *
     * @param nextAt how long the event must have lasted when it is asked next, shortest first
     */
    record Pending(String alarm, Candidate candidate, List<Long> nextAt) {

        /** The same, without the first. */
        Pending next() {
            return new Pending(alarm, candidate, nextAt.subList(1, nextAt.size()));
        }
    }

    /** The triggers that fit what happened. */
    List<Candidate> fitting(Happening happening) {
        List<Candidate> fitting = new ArrayList<>();
        for (CheckedPlaybook checked : playbooks) {
            for (Playbook.Trigger trigger : checked.playbook().triggers()) {
                if (trigger.event().equals(happening.kind().label())) {
                    fitting.add(new Candidate(checked, trigger, happening));
                }
            }
        }
        return fitting;
    }

    /** Remembers a candidate whose guard was false so far; null when time cannot change that. */
    @org.jspecify.annotations.Nullable Pending waitFor(Candidate candidate) {
        List<Long> thresholds =
                candidate.trigger().when().map(Triggers::thresholds).orElse(List.of());
        if (thresholds.isEmpty() || pending.size() >= PENDING_MAX) {
            return null;
        }
        String alarm = "trigger/" + candidate.checked().playbook().id() + "/" + ordinal++;
        return new Pending(alarm, candidate, thresholds);
    }

    private static List<Long> thresholds(Expression guard) {
        if (!guard.text().contains("event.lasted")) {
            return List.of();
        }
        TreeSet<Long> sorted = new TreeSet<>();
        Matcher literal = DURATION.matcher(guard.text());
        while (literal.find()) {
            PlaybookDurations.parseMicros(literal.group(1)).ifPresent(micros -> {
                // 'At least' comes true at the duration, 'longer than' right after it.
                sorted.add(micros);
                sorted.add(micros + 1);
            });
        }
        return List.copyOf(sorted);
    }

    /** The candidate whose alarm rang, no longer remembered; null when it is none of ours. */
    @org.jspecify.annotations.Nullable Pending rang(String alarm) {
        return pending.remove(alarm);
    }

    void keep(Pending waits) {
        pending.put(waits.alarm(), waits);
    }

    /** What was over with this: their alarms need not ring. */
    List<String> over(Happening happening) {
        List<String> over = new ArrayList<>();
        pending.values().removeIf(waits -> {
            Happening began = waits.candidate().happening();
            boolean ended = began.subject().equals(happening.subject())
                    && began.kind().endedBy().filter(happening.kind()::equals).isPresent();
            if (ended) {
                over.add(waits.alarm());
            }
            return ended;
        });
        return over;
    }
}
