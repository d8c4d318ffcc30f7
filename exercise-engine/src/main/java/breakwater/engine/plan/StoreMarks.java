package breakwater.engine.plan;

import breakwater.engine.plan.DomainPlan.OwnLink;
import breakwater.exercise.SimTime;
import breakwater.network.QkdLink;

import java.util.List;

/**
 * What never changes of a domain's key stores, by link, in micro-bits: made once per plan and shared by all drills on
 * it. The arrays are not copied; nobody writes to them.
 */
@SuppressWarnings("ArrayRecordComponent") // Read on every event; compared by nobody.
public record StoreMarks(
        long[] initial,
        long[] capacity,
        long[] low,
        long[] high,
        long[] restart,
        long[] nominalBitPerSecond) {

    private static final long MICRO = SimTime.MICROS_PER_SECOND;

    static StoreMarks of(List<OwnLink> links) {
        int count = links.size();
        StoreMarks marks = new StoreMarks(
                new long[count],
                new long[count],
                new long[count],
                new long[count],
                new long[count],
                new long[count]);
        for (int link = 0; link < count; link++) {
            QkdLink.KeyStore store = links.get(link).link().store();
            marks.initial[link] = store.initialBit() * MICRO;
            marks.capacity[link] = store.capacityBit() * MICRO;
            marks.low[link] = store.lowWaterBit() * MICRO;
            // NORMAL again only a quarter of the way up from low water: hysteresis, so that the
            // alarm does not flap.
            marks.high[link] = marks.low[link] + (marks.capacity[link] - marks.low[link]) / 4;
            marks.restart[link] = store.restartBit() * MICRO;
            marks.nominalBitPerSecond[link] = links.get(link).link().rateBitPerSecond();
        }
        return marks;
    }
}
