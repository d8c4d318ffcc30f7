package breakwater.playbook.run;

import breakwater.draw.Distributions;
import breakwater.draw.EntityKey;
import breakwater.draw.KeyedDraws;
import breakwater.exercise.Dialogue;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.Intent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid;
import breakwater.exercise.Responding;
import breakwater.exercise.SimTime;
import breakwater.network.DomainId;
import breakwater.playbook.Playbook;
import breakwater.playbook.Verb;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.expression.ExpressionFailure;
import breakwater.playbook.expression.Program;
import breakwater.playbook.run.Activity.Waiting;
import breakwater.responder.Responder;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
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

    private final Map<String, CheckedPlaybook> callable = new TreeMap<>();
    private final Triggers triggers;
    private final long latencyMicros;
    private final KeyedDraws draws;
    private final Outbox outbox;
    private final DomainView view;
    private final Happenings happenings = new Happenings();

    private final AidCases aid;
    private final Runs runs;
    private final Activities activities = new Activities();
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
        draws = new KeyedDraws(seed);
        outbox = new Outbox(domain);
        view = new DomainView(domain);
        aid = new AidCases(domain);
        runs = new Runs(this, latencyMicros, seed);
        keepsHistory = all.stream().anyMatch(Triggers::asksForHistory);
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
            if (event instanceof MutualAid.AidMoved moved) {
                helped(moved);
            }
            lookAgain(entry);
        }
    }

    /** Aid that a playbook asked for took a step. */
    private void helped(MutualAid.AidMoved moved) {
        AidCase changed = aid.moved(moved);
        if (changed != null && changed.waiting != null) {
            Activity activity = changed.waiting;
            with(activity, () -> steps(activity).moved(changed));
        }
    }

    private static AidSteps steps(Activity activity) {
        return new AidSteps(activity.run, activity, new Starter(activity.run, activity));
    }

    // --- what happens

    private void happened(Happening happening) {
        if (keepsHistory) {
            history.add(happening);
        }
        triggers.over(happening).forEach(outbox::cancelAlarm);
        for (Activity activity : activities.waitingFor(Waiting.EVENT)) {
            if (activity.waiting == Waiting.EVENT
                    && activity.step.verb() instanceof Verb.Await await) {
                with(activity, () -> {
                    boolean counts = await.sinceRun() || happening.atMicros() >= activity.enteredAt;
                    if (counts && new Starter(activity.run, activity).matches(await, happening)) {
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
        for (Activity activity : activities.waitingFor(Waiting.CONDITION)) {
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
            if (!holds(candidate, fields)) {
                waitLonger(candidate, pending);
                return;
            }
            Map<String, Object> inputs = new TreeMap<>();
            for (Playbook.Input input : checked.playbook().inputs()) {
                Program program = checked.program(input.from().orElseThrow());
                inputs.put(input.name(), program.value(frame(candidate, program, fields)));
            }
            runs.begin(candidate, inputs);
        } catch (ExpressionFailure failure) {
            runs.beginFailed(candidate, "expr: " + failure.getMessage());
        }
    }

    private boolean holds(Triggers.Candidate candidate, Map<String, Object> fields) {
        if (candidate.trigger().when().isEmpty()) {
            return true;
        }
        Program guard = candidate.checked().program(candidate.trigger().when().get());
        return guard.test(frame(candidate, guard, fields));
    }

    private RunFrame frame(
            Triggers.Candidate candidate, Program program, Map<String, Object> fields) {
        return new RunFrame(
                program.names(),
                Scope.of(Map.of()),
                candidate.checked().playbook().constantValues(),
                fields,
                view,
                outbox.nowMicros());
    }

    /** Whether the guard can still hold when the event has lasted so long; what the network is then nobody knows. */
    private boolean mayHold(Triggers.Candidate candidate, long lastedMicros) {
        Program guard = candidate.checked().program(candidate.trigger().when().orElseThrow());
        return guard.looksAtNetwork()
                || guard.test(frame(candidate, guard, candidate.happening().fields(lastedMicros)));
    }

    private void waitLonger(Triggers.Candidate candidate, Triggers.@Nullable Pending before) {
        Triggers.Pending waits = before == null ? triggers.waitFor(candidate) : before.next();
        // Each round leaves out one of the few durations that the guard names.
        while (waits != null && !waits.nextAt().isEmpty()) {
            if (mayHold(candidate, waits.nextAt().get(0))) {
                triggers.keep(waits);
                outbox.setAlarm(
                        waits.alarm(),
                        candidate.happening().atMicros() + waits.nextAt().get(0));
                return;
            }
            waits = waits.next();
        }
    }

    // --- answers and alarms

    private void answered(Dialogue.CommandAnswered answer) {
        String key = answer.command();
        int part = key.lastIndexOf('+');
        Activity activity = activities.find(part < 0 ? key : key.substring(0, part));
        if (activity != null
                && (activity.waiting == Waiting.COMMAND || activity.waiting == Waiting.AID)) {
            with(activity, () -> new Starter(activity.run, activity).answered(answer));
        }
    }

    private void answered(Dialogue.QuestionAnswered answer) {
        Activity activity = activities.find(answer.question());
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
            case "deployed" -> steps(activity).late();
            case "due" -> {
                run.note(new Responding.ObligationClosed(activity.key, false));
                if (activity.step.verb() instanceof Verb.Return) {
                    steps(activity).overdue();
                }
            }
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
    public AidCases aid() {
        return aid;
    }

    @Override
    public int lowestClass() {
        return happenings.lowestClass();
    }

    @Override
    public void register(Activity activity) {
        activities.add(activity);
    }

    @Override
    public void forget(Activity activity) {
        activities.remove(activity);
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
    public Run call(Activity caller, CheckedPlaybook callee, Map<String, Object> inputs) {
        return runs.call(caller, callee, inputs);
    }

    @Override
    public void closed(Run run) {
        runs.closed(run);
    }

    @Override
    public Optional<CheckedPlaybook> callable(String playbook) {
        return Optional.ofNullable(callable.get(playbook));
    }

    @Override
    public int happenedSoFar() {
        return history.size();
    }

    @Override
    public List<Happening> since(Run run) {
        return history.subList(run.happenedBefore, history.size());
    }
}
