package breakwater.log;

import breakwater.exercise.BitCount;
import breakwater.exercise.PathFlow;
import breakwater.exercise.SimTime;
import breakwater.network.QkdLink;
import breakwater.network.QkdLink.KeyStore;
import breakwater.network.Service;

import java.util.List;
import java.util.Optional;

/**
 * What a number of the log may be. No drill that {@code breakwater check} calls good leaves these bounds, and within
 * them no sum that a score needs overflows: a log beyond them was not written by a drill.
 */
record Bounds(long least, long most) {

    private static final long DAY_SECONDS = 86_400;
    private static final long HOUR_MICROS = 3_600 * SimTime.MICROS_PER_SECOND;

    static final Bounds ANY = new Bounds(Long.MIN_VALUE, Long.MAX_VALUE);
    static final Bounds NOT_NEGATIVE = new Bounds(0, Long.MAX_VALUE);
    static final Bounds COUNT = new Bounds(0, Integer.MAX_VALUE);

    static final Bounds HORIZON_MICROS =
            new Bounds(SimTime.MICROS_PER_SECOND, SimTime.HORIZON_MAX_MICROS);
    static final Bounds LATENCY_MICROS = new Bounds(1_000, HOUR_MICROS);

    /** The longest duration that can be written in a file. */
    static final Bounds SECONDS = new Bounds(0, 100_000 * DAY_SECONDS);

    /** For what may end after the drill, after a drawn time that may be many times the mean. */
    static final Bounds MOMENT_MICROS = new Bounds(0, 1_000_000_000_000_000_000L);

    static final Bounds ERROR_RATE = new Bounds(0, 1);
    static final Bounds LATITUDE = new Bounds(-90, 90);
    static final Bounds LONGITUDE = new Bounds(-180, 180);
    static final Bounds LENGTH_KM = new Bounds(0, 20_040);

    static final Bounds CREWS = new Bounds(0, 1_000);
    static final Bounds USERS = new Bounds(0, 1_000_000_000);
    static final Bounds PRIORITY_CLASS = new Bounds(0, Service.PRIORITY_CLASS_MAX);

    /** The least class that is shed; -1 for none. */
    static final Bounds SHED_CLASS = new Bounds(-1, Service.PRIORITY_CLASS_MAX);

    static final Bounds LINK_RATE = new Bounds(0, QkdLink.RATE_MAX_BIT_PER_SECOND);

    /** The most that a service can ask for: 256 bit for each of ten million associations, each second. */
    static final Bounds SERVICE_RATE = new Bounds(0, 256L * 10_000_000);

    static final Bounds DEMAND = new Bounds(1, SERVICE_RATE.most);

    /** Of all services of an operator, a million of the greediest. */
    static final Bounds TOTAL_RATE = new Bounds(0, 1_000_000 * SERVICE_RATE.most);

    /** Of any resource of mutual aid: bits of key are the most. */
    static final Bounds AID = new Bounds(0, KeyStore.CAPACITY_MAX_BIT);

    static final Bounds STORE = new Bounds(0, KeyStore.CAPACITY_MAX_BIT);
    static final Bounds STORE_MARK = new Bounds(1, KeyStore.CAPACITY_MAX_BIT);

    /** What the fastest link makes in the longest drill, and what was stored before. */
    static final Bounds STORE_TOTAL = new Bounds(
            0,
            KeyStore.CAPACITY_MAX_BIT
                    + QkdLink.RATE_MAX_BIT_PER_SECOND
                            * (SimTime.HORIZON_MAX_MICROS / SimTime.MICROS_PER_SECOND));

    /** Says what is wrong with the value of the field {@code name}, if something is. */
    Optional<String> findObjection(String name, Object value) {
        if (value instanceof List<?> items) {
            return items.stream()
                    .map(item -> findObjection(name, item))
                    .flatMap(Optional::stream)
                    .findFirst();
        }
        if (value instanceof PathFlow flow) {
            return COUNT.findObjection("path", (long) flow.path())
                    .or(() -> findObjection("rateBitPerSecond", flow.rateBitPerSecond()));
        }
        if (value instanceof BitCount amount) {
            return findObjection(name + ".bits", amount.bits());
        }
        boolean outside = (value instanceof Long whole && (whole < least || whole > most))
                || (value instanceof Double number && !(number >= least && number <= most));
        return outside
                ? Optional.of("Expected '%s' %s, but found %s.".formatted(name, range(), value))
                : Optional.empty();
    }

    /** As a sentence continues: {@code from 0 to 7}; the empty text when there is no bound. */
    String range() {
        if (equals(ANY)) {
            return "";
        }
        return most == Long.MAX_VALUE ? "of at least " + least : "from " + least + " to " + most;
    }
}
