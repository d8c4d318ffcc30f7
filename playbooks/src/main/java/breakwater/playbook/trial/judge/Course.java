package breakwater.playbook.trial.judge;

import breakwater.exercise.Dialogue;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid;
import breakwater.exercise.Responding;
import breakwater.exercise.SimTime;
import breakwater.exercise.StepState;
import breakwater.playbook.Verb;
import breakwater.playbook.trial.Expectation;
import breakwater.playbook.trial.StepName;
import breakwater.playbook.trial.play.Played;
import breakwater.playbook.trial.play.RunsSeen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What became of the first run of a playbook, and of those that it called. */
final class Course {

    private final String tested;
    private final RunsSeen steps;
    private final Set<String> ordered;
    private final Set<String> family = new HashSet<>();
    private final Map<String, String> clockOf = new LinkedHashMap<>();

    private String run = "";
    private long beganMicros;
    private OptionalLong endedMicros = OptionalLong.empty();
    private String outcome = Expectation.NOT_STARTED;
    private long runs;

    final List<Move> moves = new ArrayList<>();
    final Map<String, String> vars = new LinkedHashMap<>();
    final List<Move> deeds = new ArrayList<>();
    final List<Responding.NotificationSent> notices = new ArrayList<>();
    final List<String> escalated = new ArrayList<>();
    final Map<StepName, Dialogue.QuestionAnswered> answers = new LinkedHashMap<>();
    final Map<String, Expectation.Clock.State> clocks = new LinkedHashMap<>();
    final Map<StepName, Map<String, MutualAid.AidMoved>> aid = new LinkedHashMap<>();

    /** A step changed state. */
    record Move(StepName step, StepState state, String detail, long atMicros) {

        /** Whether what the step does was begun. */
        boolean isReached() {
            return state == StepState.ENTERED
                    || state == StepState.DONE
                    || state == StepState.FAILED;
        }

        String words() {
            return state.name().toLowerCase(Locale.ROOT);
        }
    }

    private Course(String tested, Played played) {
        this.tested = tested;
        steps = played.runs();
        ordered = Set.copyOf(played.ordered());
        played.log().forEach(this::take);
    }

    static Course of(String tested, Played played) {
        return new Course(tested, played);
    }

    boolean hasBegun() {
        return !run.isEmpty();
    }

    /** As a test file writes it. */
    String outcome() {
        return outcome;
    }

    /** From its begin to its end; empty when it had not ended. */
    OptionalLong lastedMicros() {
        return endedMicros.isEmpty()
                ? endedMicros
                : OptionalLong.of(endedMicros.getAsLong() - beganMicros);
    }

    /** How many runs of the playbook began that no other called. */
    long runs() {
        return runs;
    }

    /** What the run did, one line for each change of a step: time, step, state and why. */
    List<String> lines() {
        return moves.stream()
                .filter(move ->
                        move.state() != StepState.ENTERED || !move.detail().isEmpty())
                .map(move -> "%s  %s %s%s"
                        .formatted(
                                SimTime.format(move.atMicros()),
                                move.step().seenFrom(tested),
                                move.words(),
                                move.detail().isEmpty() ? "" : " (" + move.detail() + ")"))
                .toList();
    }

    // --- reading the log

    private void take(LogEntry entry) {
        ExerciseEvent event = entry.event();
        if (event instanceof Responding.PlaybookStarted started) {
            started(started, entry.timeMicros());
        } else if (event instanceof Responding.PlaybookEnded ended) {
            if (ended.run().equals(run)) {
                endedMicros = OptionalLong.of(entry.timeMicros());
                outcome = ended.outcome();
            }
        } else if (event instanceof Responding.StepMoved moved) {
            moved(moved, entry.timeMicros());
        } else if (event instanceof Responding.VariableSet set) {
            if (set.run().equals(run)) {
                vars.put(set.name(), set.value());
            }
        } else if (event instanceof Responding.NotificationSent sent) {
            if (family.contains(sent.run())) {
                notices.add(sent);
            }
        } else if (event instanceof Responding.Escalated told) {
            if (family.contains(told.run())) {
                escalated.add(told.to());
            }
        } else if (event instanceof Responding.ObligationOpened opened) {
            if (isOurs(opened.obligation())) {
                clockOf.put(opened.obligation(), clockName(opened));
                clocks.put(clockName(opened), Expectation.Clock.State.OPEN);
            }
        } else if (event instanceof Responding.ObligationClosed closed) {
            Optional.ofNullable(clockOf.get(closed.obligation()))
                    .ifPresent(name -> clocks.put(
                            name,
                            closed.met()
                                    ? Expectation.Clock.State.MET
                                    : Expectation.Clock.State.MISSED));
        } else if (event instanceof Dialogue.QuestionAnswered answer) {
            if (isOurs(answer.question())
                    && !answer.by().equals(Dialogue.QuestionAnswered.WITHDRAWN)) {
                answers.put(steps.stepOf(answer.question()), answer);
            }
        } else if (event instanceof MutualAid.AidMoved moved) {
            helped(moved);
        }
    }

    private void started(Responding.PlaybookStarted started, long atMicros) {
        boolean called = started.trigger().startsWith("call ")
                && isOurs(started.trigger().substring("call ".length()));
        if (started.playbook().equals(tested) && !called) {
            runs++;
            if (run.isEmpty()) {
                run = started.run();
                beganMicros = atMicros;
                outcome = Expectation.RUNNING;
                family.add(run);
            }
        } else if (called) {
            family.add(started.run());
        }
    }

    /** Whether an activity, by its name, is of one of these runs. */
    private boolean isOurs(String activity) {
        int slash = activity.indexOf('/');
        return slash > 0 && family.contains(activity.substring(0, slash));
    }

    private void moved(Responding.StepMoved moved, long atMicros) {
        if (!family.contains(moved.run())) {
            return;
        }
        Move move = new Move(
                steps.stepOf(moved.run(), moved.step()), moved.state(), moved.detail(), atMicros);
        moves.add(move);
        String activity = moved.run() + "/" + moved.step()
                + (moved.attempt() > 0 ? "~" + moved.attempt() : "");
        if (moved.state() == StepState.ENTERED && ordered.contains(activity)) {
            deeds.add(move);
        }
    }

    private String clockName(Responding.ObligationOpened opened) {
        return steps.find(steps.stepOf(opened.obligation()))
                .map(step -> step.verb() instanceof Verb.Return back ? back.aid() : opened.notice())
                .orElse(opened.notice());
    }

    private void helped(MutualAid.AidMoved moved) {
        String activity = moved.aid().substring(moved.aid().indexOf('/') + 1);
        if (isOurs(activity)) {
            aid.computeIfAbsent(steps.stepOf(activity), unused -> new LinkedHashMap<>())
                    .put(moved.donor().value(), moved);
        }
    }
}
