package breakwater.conductor;

import breakwater.engine.DomainInput;
import breakwater.engine.plan.DomainPlan;
import breakwater.engine.plan.ExercisePlan;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.InjectId;
import breakwater.exercise.LogEntry;
import breakwater.exercise.RootCause;
import breakwater.network.DomainId;
import breakwater.scenario.Inject;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;

/**
 * Exercise control (EXCON): releases the rows of the MSEL, fixed and conditional, and judges expected actions.
 *
 * <p>It hears of an event one signalling latency after it happened, like everybody. Not thread-safe.
 */
final class ExerciseControl {

    private final ExercisePlan plan;
    private final long latencyMicros;
    private final Map<InjectId, Inject> injects = new LinkedHashMap<>();

    private final PriorityQueue<Pending> pending =
            new PriorityQueue<>(Comparator.comparingLong(Pending::timeMicros)
                    .thenComparingInt(Pending::row)
                    .thenComparing(Pending::step));
    private final Map<InjectId, ConditionWatch> waiting = new LinkedHashMap<>();
    private final Map<InjectId, Expectation> expectations = new LinkedHashMap<>();

    private List<LogEntry> recorded = new ArrayList<>();
    private List<Release> releases = new ArrayList<>();
    private long sequence;
    private final Map<InjectId, Integer> rows = new HashMap<>();

    /** A fault for one domain. */
    record Release(DomainId domain, DomainInput input) {}

    /** Something control will do: at one instant in the order of the MSEL, whoever asked for it first. */
    private record Pending(long timeMicros, int row, InjectId inject, Step step) {}

    /** What is met in the last instant is met. */
    private enum Step {
        RELEASE,
        CONDITION_DEADLINE,
        EXPECTATION_MET,
        EXPECTATION_DEADLINE
    }

    private record Expectation(ConditionWatch evidence, long sinceMicros) {}

    ExerciseControl(ExercisePlan plan) {
        this.plan = plan;
        latencyMicros = plan.exercise().signallingLatencyMicros();
        for (Inject inject : plan.exercise().scenario().injects()) {
            injects.put(inject.id(), inject);
            rows.put(inject.id(), rows.size());
            if (inject.release() instanceof Inject.Release.At at) {
                schedule(at.timeMicros(), inject.id(), Step.RELEASE);
            } else if (inject.release() instanceof Inject.Release.When when) {
                waiting.put(inject.id(), new ConditionWatch(when.condition()));
                schedule(when.deadlineMicros(), inject.id(), Step.CONDITION_DEADLINE);
            }
        }
    }

    private void schedule(long timeMicros, InjectId inject, Step step) {
        pending.add(
                new Pending(timeMicros, Objects.requireNonNull(rows.get(inject)), inject, step));
    }

    /** When control acts next; {@code Long.MAX_VALUE} for never. */
    long nextAt() {
        Pending first = pending.peek();
        return first == null ? Long.MAX_VALUE : first.timeMicros();
    }

    /** Records at StartEx or EndEx, outside any row of the MSEL. */
    void record(long timeMicros, ExerciseEvent event) {
        record(timeMicros, LogEntry.NO_CAUSE, event);
    }

    private void record(long timeMicros, String cause, ExerciseEvent event) {
        recorded.add(new LogEntry(timeMicros, LogEntry.CONTROL, sequence++, cause, event));
    }

    List<LogEntry> takeRecorded() {
        List<LogEntry> taken = recorded;
        recorded = new ArrayList<>();
        return taken;
    }

    List<Release> takeReleases() {
        List<Release> taken = releases;
        releases = new ArrayList<>();
        return taken;
    }

    /** Does everything due before {@code untilMicros}. */
    void advance(long untilMicros) {
        while (nextAt() < untilMicros) {
            Pending due = pending.remove();
            Inject inject = getInject(due.inject());
            switch (due.step()) {
                case RELEASE -> {
                    release(due.timeMicros(), inject);
                    skipOther(due.timeMicros(), inject);
                }
                case CONDITION_DEADLINE -> conditionDeadline(due.timeMicros(), inject);
                case EXPECTATION_MET -> judge(due.timeMicros(), inject, true);
                case EXPECTATION_DEADLINE -> judge(due.timeMicros(), inject, false);
            }
        }
    }

    private Inject getInject(InjectId id) {
        Inject inject = injects.get(id);
        if (inject == null) {
            throw new IllegalArgumentException(
                    "The inject (%s) is not in the scenario.".formatted(id));
        }
        return inject;
    }

    private void release(long now, Inject inject) {
        Inject.Body body = inject.body();
        if (body instanceof Inject.Body.FaultStrikes strikes) {
            recordRelease(
                    now,
                    inject,
                    strikes.fault().label(),
                    strikes.rootCause(),
                    strikes.thirdParty());
            for (DomainPlan domain : plan.domains()) {
                if (domain.faults().containsKey(inject.id())) {
                    releases.add(new Release(
                            domain.id(),
                            new DomainInput.FaultRelease(now, inject.id(), releases.size())));
                }
            }
        } else if (body instanceof Inject.Body.Message message) {
            recordRelease(now, inject, "message", RootCause.SYSTEM_FAILURE, false);
            record(
                    now,
                    inject.id().value(),
                    new ExerciseEvent.MessageSent(
                            inject.id(), message.from(), message.to(), message.text()));
            message.reaches().ifPresent(operator -> letReach(operator, now, inject.id(), message));
        } else if (body instanceof Inject.Body.ExpectedAction action) {
            recordRelease(now, inject, "expected-action", RootCause.SYSTEM_FAILURE, false);
            expectations.put(
                    inject.id(), new Expectation(new ConditionWatch(action.evidence()), now));
            schedule(now + action.withinMicros(), inject.id(), Step.EXPECTATION_DEADLINE);
        }
    }

    private void letReach(
            DomainId operator, long now, InjectId inject, Inject.Body.Message message) {
        var told = new DomainInput.MessageRelease.Told(
                message.from(), message.topic(), message.about(), message.text());
        releases.add(new Release(
                operator, new DomainInput.MessageRelease(now, inject, told, releases.size())));
    }

    private void recordRelease(
            long now, Inject inject, String kind, RootCause cause, boolean thirdParty) {
        record(
                now,
                inject.id().value(),
                new ExerciseEvent.InjectReleased(
                        inject.id(), kind, inject.title(), cause, thirdParty));
    }

    private void conditionDeadline(long now, Inject inject) {
        if (waiting.remove(inject.id()) == null) {
            return;
        }
        Inject.Release.When when = (Inject.Release.When) inject.release();
        skip(now, inject.id(), "Its condition was not met by its deadline.");
        when.otherwise().ifPresent(other -> release(now, getInject(other)));
    }

    /** The row that was to come in place of this one will not. */
    private void skipOther(long now, Inject inject) {
        if (inject.release() instanceof Inject.Release.When when) {
            when.otherwise()
                    .ifPresent(other -> skip(
                            now,
                            other,
                            "It was the else of %s, whose condition was met."
                                    .formatted(inject.id())));
        }
    }

    private void skip(long now, InjectId inject, String reason) {
        record(
                now,
                inject.value(),
                new ExerciseEvent.InjectSkipped(inject, getInject(inject).title(), reason));
    }

    private void judge(long now, Inject inject, boolean met) {
        if (expectations.remove(inject.id()) == null) {
            return;
        }
        Inject.Body.ExpectedAction action = (Inject.Body.ExpectedAction) inject.body();
        String evidence = met ? action.action() : "Nothing recorded in time.";
        record(
                now,
                inject.id().value(),
                new ExerciseEvent.ExpectationJudged(inject.id(), met, evidence));
    }

    private long deadlineOf(InjectId waitingInject) {
        return ((Inject.Release.When) getInject(waitingInject).release()).deadlineMicros();
    }

    /** Takes in what happened; what follows from it is due one signalling latency later. */
    void observe(List<LogEntry> entries) {
        if (waiting.isEmpty() && expectations.isEmpty()) {
            return;
        }
        for (LogEntry entry : entries) {
            long heardAt = entry.timeMicros() + latencyMicros;
            List<InjectId> met = new ArrayList<>();
            waiting.forEach((id, watch) -> {
                // What control would hear of only after the deadline is too late, whichever window
                // it
                // was played in.
                if (watch.observe(entry) && heardAt <= deadlineOf(id)) {
                    met.add(id);
                }
            });
            for (InjectId id : met) {
                waiting.remove(id);
                schedule(heardAt, id, Step.RELEASE);
            }
            expectations.forEach((id, expectation) -> {
                if (entry.timeMicros() >= expectation.sinceMicros()
                        && expectation.evidence().observe(entry)) {
                    schedule(heardAt, id, Step.EXPECTATION_MET);
                }
            });
        }
    }
}
