package breakwater.playbook.run;

import breakwater.draw.Distributions;
import breakwater.draw.EntityKey;
import breakwater.draw.KeyedDraws;
import breakwater.exercise.Dialogue;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.Intent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.Responding;
import breakwater.exercise.SimTime;
import breakwater.network.DomainId;
import breakwater.playbook.Playbook;
import breakwater.playbook.Verb;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.expression.ExpressionFailure;
import breakwater.playbook.run.Activity.Waiting;
import breakwater.responder.Responder;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The playbooks of one operator being carried out.
 *
 * <p>A function of the entries it was shown: shown the same again, a new one asks for the same. So after a crash a new
 * one is shown the log of its domain, and what it asks for in the past of that log has been done already.
 */
public final class PlaybookResponder implements Responder, Machinery {

    /** What the draws of playbooks are for; part of the replay format. Numbers below 16 are the engine's. */
    private static final int ACTION_DURATION = 16;

    /** 95 of 100 actions take at most twice their typical time; an assumption. */
    private static final int SLOW_FACTOR = 2;

    /** More runs than a person could follow in a drill; a playbook that starts more answers itself. */
    private static final int RUNS_MAX = 10_000;

    private final Map<String, CheckedPlaybook> callable = new TreeMap<>();
    private final Triggers triggers;
    private final long latencyMicros;
    private final long seed;
    private final KeyedDraws draws;
    private final Outbox outbox;
    private final DomainView view;
    private final Happenings happenings = new Happenings();

    private final Map<String, Integer> ordinals = new HashMap<>();
    private final Map<String, Run> running = new LinkedHashMap<>();
    private final Map<String, Activity> activities = new LinkedHashMap<>();
    private final Map<String, Alarm> alarms = new HashMap<>();
    private final List<Happening> history = new ArrayList<>();
    private final boolean keepsHistory;

    /** An alarm of an activity, by what it is for. */
    private record Alarm(Activity activity, String name) {}

    /**
     * The playbooks of one domain.
     *
     * @param own those that events start
     * @param all those that can be called, the own ones among them
     * @param seed of the drill: durations of actions are drawn from it
     */
    public PlaybookResponder(
            DomainId domain,
            List<CheckedPlaybook> own,
            List<CheckedPlaybook> all,
            long latencyMicros,
            long seed) {
        all.forEach(checked -> callable.put(checked.playbook().id(), checked));
        triggers = new Triggers(own);
        this.latencyMicros = latencyMicros;
        this.seed = seed;
        draws = new KeyedDraws(seed);
        outbox = new Outbox(domain);
        view = new DomainView(domain);
        keepsHistory = all.stream().anyMatch(PlaybookResponder::asksForHistory);
    }

    private static boolean asksForHistory(CheckedPlaybook checked) {
        List<Verb.Await> asking = new ArrayList<>();
        breakwater.playbook.check.StepWalk.all(checked.playbook(), step -> {
            if (step.verb() instanceof Verb.Await await && await.sinceRun()) {
                asking.add(await);
            }
        });
        return !asking.isEmpty();
    }

    @Override
    public List<Intent.Addressed> answer(List<LogEntry> events) {
        for (LogEntry entry : events) {
            outbox.at(entry.timeMicros() + latencyMicros, entry.cause());
            view.at(entry.timeMicros());
            take(entry);
        }
        return outbox.take();
    }

    private void take(LogEntry entry) {
        ExerciseEvent event = entry.event();
        if (event instanceof Responding) {
            return;
        }
        if (event instanceof Dialogue.CommandAnswered answer) {
            answered(answer);
        } else if (event instanceof Dialogue.QuestionAnswered answer) {
            answered(answer);
        } else if (event instanceof Dialogue.AlarmRang rang) {
            rang(rang.alarm(), entry.timeMicros());
        } else {
            view.add(entry);
            happenings.of(entry).forEach(this::happened);
            lookAgain(entry);
        }
    }

    // --- what happens

    private void happened(Happening happening) {
        if (keepsHistory) {
            history.add(happening);
        }
        triggers.over(happening).forEach(outbox::cancelAlarm);
        for (Activity activity : List.copyOf(activities.values())) {
            if (activity.waiting == Waiting.EVENT
                    && activity.step.verb() instanceof Verb.Await await) {
                with(activity, () -> {
                    if (new Starter(activity.run, activity).matches(await, happening)) {
                        activity.run.complete(activity, "");
                    }
                });
            }
        }
        triggers.fitting(happening).forEach(candidate -> consider(candidate, 0, null));
    }

    private void lookAgain(LogEntry entry) {
        boolean changesNothing = entry.event() instanceof ExerciseEvent.IntentAccepted;
        if (changesNothing) {
            return;
        }
        for (Activity activity : List.copyOf(activities.values())) {
            if (activity.waiting == Waiting.CONDITION
                    && activity.step.verb() instanceof Verb.Await await) {
                with(activity, () -> {
                    if (activity.run.test(
                            await.condition().orElseThrow(), activity.in.scope, Map.of())) {
                        activity.run.complete(activity, "");
                    }
                });
            }
        }
    }

    private void consider(
            Triggers.Candidate candidate, long lastedMicros, Triggers.@Nullable Pending pending) {
        CheckedPlaybook checked = candidate.checked();
        Map<String, Object> fields = candidate.happening().fields(lastedMicros);
        try {
            if (candidate.trigger().when().isPresent()) {
                var program = checked.program(candidate.trigger().when().get());
                RunFrame frame = new RunFrame(
                        program.names(),
                        Scope.of(Map.of()),
                        Map.of(),
                        fields,
                        view,
                        outbox.nowMicros());
                if (!program.test(frame)) {
                    waitLonger(candidate, pending);
                    return;
                }
            }
            Map<String, Object> inputs = new TreeMap<>();
            for (Playbook.Input input : checked.playbook().inputs()) {
                var program = checked.program(input.from().orElseThrow());
                RunFrame frame = new RunFrame(
                        program.names(),
                        Scope.of(Map.of()),
                        Map.of(),
                        fields,
                        view,
                        outbox.nowMicros());
                inputs.put(input.name(), program.value(frame));
            }
            begin(candidate, inputs);
        } catch (ExpressionFailure failure) {
            Run run = make(checked, candidate, Map.of());
            run.beginFailed("expr: " + failure.getMessage());
        }
    }

    private void waitLonger(Triggers.Candidate candidate, Triggers.@Nullable Pending pending) {
        Triggers.Pending waits = pending == null
                ? triggers.waitFor(candidate)
                : new Triggers.Pending(
                        pending.alarm(),
                        candidate,
                        pending.nextAt().subList(1, pending.nextAt().size()));
        if (waits != null && !waits.nextAt().isEmpty()) {
            triggers.keep(waits);
            outbox.setAlarm(
                    waits.alarm(),
                    candidate.happening().atMicros() + waits.nextAt().get(0));
        }
    }

    // --- runs

    /** One run per playbook and inputs at a time: a link that flaps is one incident. */
    private void begin(Triggers.Candidate candidate, Map<String, Object> inputs) {
        CheckedPlaybook checked = candidate.checked();
        String same = checked.playbook().id() + inputs;
        boolean runsAlready = running.values().stream()
                .anyMatch(run ->
                        run.caller == null && (run.playbook().id() + inputsOf(run)).equals(same));
        if (!runsAlready
                && ordinals.values().stream().mapToInt(Integer::intValue).sum() < RUNS_MAX) {
            make(checked, candidate, inputs).begin();
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

    private Run make(
            CheckedPlaybook checked, Triggers.Candidate candidate, Map<String, Object> inputs) {
        long awareAt = candidate.happening().atMicros() + latencyMicros;
        return make(
                checked,
                inputs,
                new Start(
                        candidate.trigger().event(),
                        awareAt,
                        candidate.happening().cause(),
                        null,
                        0));
    }

    /** How a run comes to be. */
    private record Start(
            String trigger,
            long awareAtMicros,
            String cause,
            @Nullable Activity caller,
            int depth) {}

    private Run make(CheckedPlaybook checked, Map<String, Object> inputs, Start start) {
        Playbook playbook = checked.playbook();
        String id = playbook.id() + "-" + ordinals.merge(playbook.id(), 1, Integer::sum);
        outbox.because(start.cause());
        Map<String, Object> given = new HashMap<>();
        inputs.forEach((name, value) -> given.put("inputs." + name, value));
        playbook.constants()
                .forEach(constant ->
                        given.put("const." + constant.name(), constant.value().value()));
        given.put("run.id", id);
        given.put("run.seed", seed);
        given.put("run.started_at", Happening.instant(outbox.nowMicros()));
        given.put("run.aware_at", Happening.instant(start.awareAtMicros()));
        Run run = new Run(
                new Run.Origin(id, start.cause(), given, start.caller(), start.depth()),
                checked,
                this);
        running.put(id, run);
        List<String> shown = new ArrayList<>();
        new TreeMap<>(inputs).forEach((name, value) -> shown.add(name + "=" + Texts.of(value)));
        run.note(new Responding.PlaybookStarted(
                id, playbook.id(), playbook.version(), checked.hash(), start.trigger(), shown));
        return run;
    }

    @Override
    public Run call(Activity caller, CheckedPlaybook callee, Map<String, Object> inputs) {
        long awareAt = caller.run.momentMicros("run.aware_at");
        Run run = make(
                callee,
                inputs,
                new Start(
                        "call " + caller.key,
                        awareAt,
                        caller.run.cause,
                        caller,
                        caller.run.depth + 1));
        caller.called = run;
        run.begin();
        return run;
    }

    @Override
    public void closed(Run run) {
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
        if (run.outcome() == breakwater.playbook.Outcome.FAILED) {
            caller.run.fail(caller, "action-failed", run.id + " failed");
        } else {
            caller.run.complete(caller, run.outcome().label());
        }
        caller.run.settle();
    }

    // --- answers and alarms

    private void answered(Dialogue.CommandAnswered answer) {
        String key = answer.command();
        int part = key.lastIndexOf('+');
        Activity activity = activities.get(part < 0 ? key : key.substring(0, part));
        if (activity != null
                && activity.waiting == Waiting.COMMAND
                && activity.step.verb() instanceof Verb.Do verb) {
            with(activity, () -> new Starter(activity.run, activity).answered(verb, answer));
        }
    }

    private void answered(Dialogue.QuestionAnswered answer) {
        Activity activity = activities.get(answer.question());
        boolean awaited = activity != null
                && (activity.waiting == Waiting.QUESTION || activity.waiting == Waiting.APPROVAL);
        if (activity != null && awaited && !answer.by().equals("withdrawn")) {
            with(activity, () -> new Starter(activity.run, activity).answered(answer));
        }
    }

    private void rang(String name, long atMicros) {
        Triggers.Pending pending = triggers.rang(name);
        if (pending != null) {
            outbox.because(pending.candidate().happening().cause());
            consider(
                    pending.candidate(),
                    atMicros - pending.candidate().happening().atMicros(),
                    pending);
            return;
        }
        Alarm alarm = alarms.remove(name);
        if (alarm != null) {
            alarm.activity().alarms.remove(alarm.name());
            with(alarm.activity(), () -> rang(alarm.activity(), alarm.name()));
        }
    }

    private void rang(Activity activity, String name) {
        Run run = activity.run;
        switch (name) {
            case "delay" -> {
                activity.starting = false;
                new Starter(run, activity).enter();
            }
            case "retry" -> run.again(activity);
            case "time" -> run.complete(activity, "");
            case "pass" -> new Starter(run, activity).pass((Verb.While) activity.step.verb());
            case "timeout" -> run.fail(activity, "timeout", "");
            case "due" -> run.note(new Responding.ObligationClosed(activity.key, false));
            default -> {
                int rung = Integer.parseInt(name.substring("escalate".length()));
                String to = activity.modifiers().escalate().get(rung).to();
                run.note(new Responding.Escalated(run.id, activity.path(), to));
            }
        }
    }

    /** Does something for an activity; a failing expression is the failure of its step. */
    private void with(Activity activity, Runnable action) {
        outbox.because(activity.run.cause);
        try {
            action.run();
        } catch (ExpressionFailure failure) {
            activity.run.fail(activity, "expr", String.valueOf(failure.getMessage()));
        }
        activity.run.settle();
    }

    // --- machinery

    @Override
    public Outbox outbox() {
        return outbox;
    }

    @Override
    public DomainView view() {
        return view;
    }

    @Override
    public int lowestClass() {
        return happenings.lowestClass();
    }

    @Override
    public void register(Activity activity) {
        activities.put(activity.key, activity);
    }

    @Override
    public void forget(Activity activity) {
        activities.remove(activity.key);
    }

    @Override
    public void setAlarm(Activity activity, String name, long atMicros) {
        String alarm = activity.key + "!" + name;
        alarms.put(alarm, new Alarm(activity, name));
        activity.alarms.add(name);
        outbox.setAlarm(alarm, atMicros);
    }

    @Override
    public void setEarlyAlarm(Activity activity, String name, long atMicros) {
        setAlarm(activity, name, atMicros - latencyMicros);
    }

    @Override
    public void cancelAlarm(Activity activity, String name) {
        String alarm = activity.key + "!" + name;
        if (alarms.remove(alarm) != null) {
            outbox.cancelAlarm(alarm);
        }
    }

    @Override
    public long actionMicros(Activity activity, long typicalSeconds) {
        if (typicalSeconds == 0) {
            return 0;
        }
        draws.select(EntityKey.of(activity.key), ACTION_DURATION, 0);
        long typical = SimTime.ofSeconds(typicalSeconds);
        return Distributions.logNormalMicros(draws.first(), typical, SLOW_FACTOR * typical);
    }

    @Override
    public String questionOf(Activity activity) {
        return activity.key;
    }

    @Override
    public Optional<CheckedPlaybook> callable(String playbook) {
        return Optional.ofNullable(callable.get(playbook));
    }

    @Override
    public List<Happening> since(Run run) {
        long started = run.momentMicros("run.started_at");
        return history.stream()
                .filter(happening -> happening.atMicros() >= started)
                .toList();
    }
}
