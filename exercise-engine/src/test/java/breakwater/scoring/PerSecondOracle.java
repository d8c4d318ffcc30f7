package breakwater.scoring;

import breakwater.exercise.Countermeasure.ServiceAdapted;
import breakwater.exercise.ExerciseEvent.RouteChosen;
import breakwater.exercise.ExerciseEvent.SegmentChanged;
import breakwater.exercise.ExerciseEvent.ServiceDeclared;
import breakwater.exercise.LogEntry;
import breakwater.network.DomainId;
import breakwater.network.ServiceId;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/** Scores slowly and plainly: goes through every second of every service and asks the whole log each time. */
final class PerSecondOracle {

    private static final long SECOND = 1_000_000;

    private final List<LogEntry> log;
    private final long seconds;
    private final TreeSet<Long> moments = new TreeSet<>();

    PerSecondOracle(List<LogEntry> log, long seconds) {
        this.log = log;
        this.seconds = seconds;
        for (long s = 0; s <= seconds; s++) {
            moments.add(s * SECOND);
        }
        log.forEach(e -> moments.add(Math.min(e.timeMicros(), seconds * SECOND)));
    }

    long rateAt(ServiceId service, long time) {
        int route = -1;
        List<DomainId> domains = List.of();
        Map<String, Long> segments = new HashMap<>();
        for (LogEntry entry : log) {
            if (entry.timeMicros() > time) {
                break;
            }
            if (entry.event() instanceof RouteChosen chosen && chosen.service().equals(service)) {
                route = chosen.route();
                domains = chosen.domains();
            } else if (entry.event() instanceof SegmentChanged segment
                    && segment.service().equals(service)) {
                segments.put(entry.origin() + "/" + segment.route(), segment.rateBitPerSecond());
            }
        }
        long least = Long.MAX_VALUE;
        for (DomainId domain : domains) {
            least = Math.min(least, segments.getOrDefault(domain + "/" + route, 0L));
        }
        return domains.isEmpty() ? 0 : least;
    }

    /** Rates between neighbouring moments; within them nothing changes. */
    Map<Long, Long> rates(ServiceDeclared service) {
        Map<Long, Long> rates = new HashMap<>();
        for (long moment : moments) {
            rates.put(moment, rateAt(service.service(), moment));
        }
        return rates;
    }

    /** What the service demands and from which suite it differs, as the log said last. */
    private Optional<ServiceAdapted> adaptedAt(ServiceDeclared service, long time) {
        ServiceAdapted last = null;
        for (LogEntry entry : log) {
            if (entry.timeMicros() <= time
                    && entry.event() instanceof ServiceAdapted adapted
                    && adapted.service().equals(service.service())) {
                last = adapted;
            }
        }
        return Optional.ofNullable(last);
    }

    long demandAt(ServiceDeclared service, long time) {
        return adaptedAt(service, time)
                .map(ServiceAdapted::demandBitPerSecond)
                .orElse(service.demandBitPerSecond());
    }

    boolean isAdaptedAt(ServiceDeclared service, long time) {
        return adaptedAt(service, time)
                .filter(now -> !now.suite().equals(service.suite())
                        || now.demandBitPerSecond() != service.demandBitPerSecond())
                .isPresent();
    }

    boolean[] severelyErrored(ServiceDeclared service, Map<Long, Long> rates) {
        boolean[] bad = new boolean[(int) seconds];
        for (int s = 0; s < seconds; s++) {
            long supply = 0;
            long demanded = 0;
            for (long at : moments.subSet(s * SECOND, (s + 1) * SECOND)) {
                long demand = demandAt(service, at);
                long micros = moments.tailSet(at + 1).first() - at;
                supply += Math.min(demand, rates.getOrDefault(at, 0L)) * micros;
                demanded += demand * micros;
            }
            bad[s] = 2 * supply < demanded;
        }
        return bad;
    }

    /** The state of each second: looks ten seconds ahead at each. */
    boolean[] unavailable(boolean[] bad) {
        boolean[] unavailable = new boolean[bad.length];
        boolean now = false;
        for (int s = 0; s < bad.length; s++) {
            boolean opposite = s + 10 <= bad.length;
            for (int ahead = s; opposite && ahead < s + 10; ahead++) {
                opposite = bad[ahead] != now;
            }
            now = opposite != now;
            unavailable[s] = now;
        }
        return unavailable;
    }

    BigInteger supplied(ServiceDeclared service, Map<Long, Long> rates) {
        return integrate(at -> Math.min(demandAt(service, at), rates.getOrDefault(at, 0L)));
    }

    static long missingPpm(long demand, long rate) {
        return demand == 0 || rate >= demand ? 0 : (demand - rate) * 1_000_000 / demand;
    }

    BigInteger integrate(java.util.function.LongUnaryOperator value) {
        BigInteger sum = BigInteger.ZERO;
        List<Long> list = new ArrayList<>(moments);
        for (int i = 0; i + 1 < list.size(); i++) {
            sum = sum.add(BigInteger.valueOf(value.applyAsLong(list.get(i)))
                    .multiply(BigInteger.valueOf(list.get(i + 1) - list.get(i))));
        }
        return sum;
    }
}
