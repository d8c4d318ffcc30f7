package breakwater.playbook.run;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A step being carried out: one attempt in one pass. */
final class Activity {

    /** What it waits for. */
    enum Waiting {
        NOTHING,
        DELAY,
        APPROVAL,
        COMMAND,
        QUESTION,
        TIME,
        EVENT,
        CONDITION,
        BODY,
        PASS,
        RETRY,
        CALL,
        AID
    }

    final Run run;
    final Step step;
    final Sequence in;
    final int attempt;

    /** Run, path, pass and attempt: names it in commands, questions and alarms, and addresses its draws. */
    final String key;

    Waiting waiting = Waiting.NOTHING;
    boolean starting = true;
    boolean done;

    /** The step that ended the run is in it: it was not cancelled, it did what it should. */
    boolean endedWithin;

    long enteredAt;

    final List<Sequence> bodies = new ArrayList<>();
    final Set<String> alarms = new TreeSet<>();
    final Map<String, Object> results = new HashMap<>();
    int answersLeft;
    int passes;
    long passBegan;
    int bodiesEnded;

    @Nullable String failure;

    /** The run it called. */
    @Nullable Run called;

    /** What becomes of it when its UNDO sequence ends. */
    @Nullable Runnable afterUndo;

    Activity(Run run, Step step, Sequence in, int attempt) {
        this.run = run;
        this.step = step;
        this.in = in;
        this.attempt = attempt;
        StringBuilder name = new StringBuilder(run.id).append('/').append(step.path());
        if (!in.iteration.isEmpty()) {
            name.append('#').append(in.iteration);
        }
        if (attempt > 0) {
            name.append('~').append(attempt);
        }
        key = name.toString();
    }

    /** How the step stands in the log: its path and pass. */
    String path() {
        return in.iteration.isEmpty() ? step.path() : step.path() + "#" + in.iteration;
    }

    Step.Modifiers modifiers() {
        return step.modifiers();
    }

    /** How often it is tried again; null for never. */
    Playbook.@Nullable Retry retry() {
        Playbook.Retry own = modifiers().retry().orElse(null);
        boolean action = step.verb() instanceof breakwater.playbook.Verb.Do;
        return own == null && action ? run.playbook().defaults().retry().orElse(null) : own;
    }
}
