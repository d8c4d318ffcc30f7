package breakwater.scoring;

import breakwater.exercise.ExerciseEvent.MaintenanceDeclared;
import breakwater.exercise.LogEntry;
import breakwater.exercise.SimTime;
import breakwater.scoring.TenSecondRule.Span;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;

/** Puts to each unavailable period the entries of the log that brought it about and ended it. */
final class OutageFinder {

    private static final long SECOND = SimTime.MICROS_PER_SECOND;

    private final LogTraces log;
    private final ScoringPolicy policy;

    OutageFinder(LogTraces log, ScoringPolicy policy) {
        this.log = log;
        this.policy = policy;
    }

    List<Outage> outagesOf(ServiceTrace trace, TenSecondRule rule) {
        return rule.unavailable().stream().map(span -> outage(trace, span)).toList();
    }

    private Outage outage(ServiceTrace trace, Span span) {
        LogEntry beginning = turn(trace, span.fromSecond(), true);
        LogEntry end = span.ended() ? turn(trace, span.untilSecond(), false) : null;
        String cause = beginning == null ? LogEntry.NO_CAUSE : beginning.cause();
        LogEntry release = log.released().get(cause);
        List<EntryRef> evidence = new ArrayList<>();
        if (release != null) {
            evidence.add(EntryRef.to(release));
        }
        if (beginning != null) {
            evidence.add(EntryRef.to(beginning));
        }
        if (end != null) {
            evidence.add(EntryRef.to(end));
        }
        return new Outage(
                trace.declared().service(),
                span.fromSecond(),
                span.untilSecond(),
                span.ended(),
                release == null ? LogEntry.NO_CAUSE : cause,
                release == null ? span.fromSecond() * SECOND : release.timeMicros(),
                excused(span, cause),
                evidence);
    }

    /** The change that made {@code second} what it is: the last turn to bad, or to good, before its end. */
    private @Nullable LogEntry turn(ServiceTrace trace, long second, boolean toBad) {
        RateSteps steps = trace.steps();
        int last = steps.lastBefore((second + 1) * SECOND);
        for (int step = last; step > 0; step--) {
            if (isBad(steps, step) == toBad && isBad(steps, step - 1) != toBad) {
                return steps.by(step);
            }
        }
        return steps.by(last);
    }

    private boolean isBad(RateSteps steps, int step) {
        return steps.isBelow(step, policy.severelyErroredBelowPercent());
    }

    private long excused(Span span, String cause) {
        MaintenanceDeclared declared = log.maintenance().get(cause);
        if (declared == null) {
            return 0;
        }
        // Only whole seconds that lie within the declared window: the rest was not announced.
        long from = Math.max(
                span.fromSecond(),
                Math.floorDiv(Math.addExact(declared.fromMicros(), SECOND - 1), SECOND));
        long until = Math.min(span.untilSecond(), Math.floorDiv(declared.untilMicros(), SECOND));
        return Math.max(0, until - from);
    }
}
