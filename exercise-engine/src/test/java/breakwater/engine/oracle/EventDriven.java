package breakwater.engine.oracle;

import breakwater.engine.DomainEngine;
import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.BitCount;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.network.ServiceId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The same drill by the engine, with what is compared taken from its events. */
public final class EventDriven {

    private final Map<ServiceId, Long> unservedMicros = new HashMap<>();
    private final Map<ServiceId, Long> unservedSince = new HashMap<>();
    private long events;
    private long conservationError;

    /** Plays one replication to {@code horizonMicros}. */
    public EventDriven(DomainPlan plan, long seed, long horizonMicros) {
        DomainEngine engine = new DomainEngine(plan, seed);
        take(engine.open().events());
        take(engine.advance(horizonMicros, List.of()).events());
        take(engine.close(horizonMicros).events());
        unservedSince.forEach((service, since) ->
                unservedMicros.merge(service, horizonMicros - since, Long::sum));
    }

    private void take(List<LogEntry> entries) {
        events += entries.size();
        for (LogEntry entry : entries) {
            if (entry.event() instanceof ExerciseEvent.SegmentChanged changed) {
                judge(entry.timeMicros(), changed);
            } else if (entry.event() instanceof ExerciseEvent.StoreClosed closed) {
                check(closed);
            }
        }
    }

    private void judge(long now, ExerciseEvent.SegmentChanged changed) {
        if (changed.rateBitPerSecond() == 0) {
            unservedSince.putIfAbsent(changed.service(), now);
        } else {
            Long since = unservedSince.remove(changed.service());
            if (since != null) {
                unservedMicros.merge(changed.service(), now - since, Long::sum);
            }
        }
    }

    private void check(ExerciseEvent.StoreClosed closed) {
        BitCount in = closed.initial().plus(closed.generated());
        BitCount out =
                closed.stored().plus(closed.consumed()).plus(closed.wasted()).plus(closed.voided());
        conservationError += Math.abs(in.bits() - out.bits())
                + Math.abs(in.microBitRemainder() - out.microBitRemainder());
    }

    /** Microseconds a service carried nothing. */
    public long unservedMicros(ServiceId service) {
        return unservedMicros.getOrDefault(service, 0L);
    }

    public long totalUnservedMicros() {
        return unservedMicros.values().stream().mapToLong(Long::longValue).sum();
    }

    public long events() {
        return events;
    }

    /** Bits and micro-bits by which the books of all stores do not add up. */
    public long conservationError() {
        return conservationError;
    }
}
