package breakwater.playbook.run;

import breakwater.exercise.Responding;
import breakwater.playbook.Outcome;
import breakwater.playbook.Playbook;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.run.Activity.Waiting;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The runs of a domain: how they come to be, and what their end means to those that called them. */
final class Runs {

    /** More than a person could follow in a drill; a playbook that starts more answers itself. */
    private static final int RUNS_MAX = 10_000;

    private final Machinery machinery;
    private final long latencyMicros;
    private final long seed;
    private final Map<String, Integer> ordinals = new HashMap<>();
    private final Map<String, Run> running = new LinkedHashMap<>();
    private int begun;

    Runs(Machinery machinery, long latencyMicros, long seed) {
        this.machinery = machinery;
        this.latencyMicros = latencyMicros;
        this.seed = seed;
    }

    /** How a run comes to be. */
    private record Start(
            String trigger,
            long awareAtMicros,
            String cause,
            @Nullable Activity caller,
            int depth) {}

    /** One run per playbook and inputs at a time: a link that flaps is one incident. */
    void begin(Triggers.Candidate candidate, Map<String, Object> inputs) {
        String playbook = candidate.checked().playbook().id();
        boolean runsAlready = running.values().stream()
                .anyMatch(run -> run.caller == null
                        && run.playbook().id().equals(playbook)
                        && inputsOf(run).equals(inputs));
        if (!runsAlready && begun < RUNS_MAX) {
            make(candidate, inputs).begin();
        }
    }

    /** A run whose guard could not even be evaluated. */
    void beginFailed(Triggers.Candidate candidate, String message) {
        if (begun < RUNS_MAX) {
            make(candidate, Map.of()).beginFailed(message);
        }
    }

    private static Map<String, Object> inputsOf(Run run) {
        Map<String, Object> inputs = new TreeMap<>();
        run.given.forEach((name, value) -> {
            if (name.startsWith("inputs.")) {
                inputs.put(name.substring("inputs.".length()), value);
            }
        });
        return inputs;
    }

    private Run make(Triggers.Candidate candidate, Map<String, Object> inputs) {
        long awareAt = candidate.happening().atMicros() + latencyMicros;
        return make(
                candidate.checked(),
                inputs,
                new Start(
                        candidate.trigger().event(),
                        awareAt,
                        candidate.happening().cause(),
                        null,
                        0));
    }

    private Run make(CheckedPlaybook checked, Map<String, Object> inputs, Start start) {
        Playbook playbook = checked.playbook();
        String id = playbook.id() + "-" + ordinals.merge(playbook.id(), 1, Integer::sum);
        begun++;
        Outbox outbox = machinery.outbox();
        outbox.because(start.cause());
        Map<String, Object> given = new HashMap<>();
        inputs.forEach((name, value) -> given.put("inputs." + name, value));
        given.putAll(playbook.constantValues());
        given.put("run.id", id);
        given.put("run.seed", seed);
        given.put("run.started_at", Happening.instant(outbox.nowMicros()));
        given.put("run.aware_at", Happening.instant(start.awareAtMicros()));
        Run run = new Run(
                new Run.Origin(id, start.cause(), given, start.caller(), start.depth()),
                checked,
                machinery);
        running.put(id, run);
        List<String> shown = new ArrayList<>();
        new TreeMap<>(inputs).forEach((name, value) -> shown.add(name + "=" + Texts.of(value)));
        run.note(new Responding.PlaybookStarted(
                id, playbook.id(), playbook.version(), checked.hash(), start.trigger(), shown));
        return run;
    }

    /** A run that a step of another one waits for. */
    Run call(Activity caller, CheckedPlaybook callee, Map<String, Object> inputs) {
        Run run = make(
                callee,
                inputs,
                new Start(
                        "call " + caller.key,
                        caller.run.momentMicros("run.aware_at"),
                        caller.run.cause,
                        caller,
                        caller.run.depth + 1));
        caller.called = run;
        run.begin();
        return run;
    }

    void closed(Run run) {
        running.remove(run.id);
        Activity caller = run.caller;
        if (caller == null || caller.waiting != Waiting.CALL) {
            return;
        }
        caller.results.put("result.outcome", run.outcome().label());
        run.playbook()
                .variables()
                .forEach(variable -> caller.results.put(
                        "result." + variable.name(), run.scope.get("vars." + variable.name())));
        if (run.outcome() == Outcome.FAILED) {
            caller.run.fail(caller, "action-failed", run.id + " failed");
        } else {
            caller.run.complete(caller, run.outcome().label());
        }
        caller.run.settle();
    }
}
