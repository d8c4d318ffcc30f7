package breakwater.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.ExerciseEvent.ServiceDeclared;
import breakwater.exercise.LogEntry;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** The interval arithmetic against a scorer that looks at every second. */
class ScorerOracleTest {

    static LongStream seeds() {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, 300) : LongStream.of(replay);
    }

    private record Case(List<LogEntry> log, long seconds) {}

    /** Three domains, up to five services, changes mostly near each other so that the ten-second rule has work. */
    private static Case random(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        long seconds = random.nextLong(1, 150);
        StringBuilder script = new StringBuilder(
                "horizon %d%s%n".formatted(seconds, random.nextInt(4) == 0 ? ".7" : ""));
        int services = random.nextInt(1, 6);
        String[] domains = {"ES", "FR", "PT"};
        for (int s = 0; s < services; s++) {
            long demand = random.nextInt(5) == 0 ? 0 : random.nextLong(1, 200);
            String home = domains[random.nextInt(3)];
            script.append("0 %s service s%d n%d x %d %d%n"
                    .formatted(home, s, random.nextInt(2), demand, random.nextInt(0, 90)));
            long micros = 0;
            script.append("0 %s route s%d 0 %s%n"
                    .formatted(home, s, random.nextBoolean() ? home : "ES,PT"));
            for (int change = random.nextInt(25); change > 0; change--) {
                String time = String.format(
                        Locale.ROOT, "%d.%06d", micros / 1_000_000, micros % 1_000_000);
                if (demand > 0 && random.nextInt(5) == 0) {
                    script.append("%s %s adapts s%d %s %d%n"
                            .formatted(
                                    time,
                                    home,
                                    s,
                                    random.nextBoolean() ? "OTP" : "AES-256",
                                    random.nextInt(3) == 0
                                            ? demand
                                            : random.nextLong(1, demand + 1)));
                } else if (random.nextInt(6) == 0) {
                    script.append("%s %s route s%d %d %s%n"
                            .formatted(
                                    time,
                                    home,
                                    s,
                                    random.nextInt(2),
                                    random.nextBoolean() ? home : "ES,PT"));
                } else {
                    long rate = random.nextInt(3) == 0
                            ? 0
                            : random.nextLong(0, Math.max(1, demand + 20));
                    for (String domain : domains) {
                        if (random.nextInt(3) > 0) {
                            script.append("%s %s carries s%d %d %d%n"
                                    .formatted(time, domain, s, random.nextInt(2), rate));
                        }
                    }
                }
                micros = nextTime(random, micros);
                if (micros >= seconds * 1_000_000) {
                    break;
                }
            }
        }
        return new Case(LogScript.log(script.toString()), seconds);
    }

    private static long nextTime(SplittableRandom random, long micros) {
        return switch (random.nextInt(4)) {
            case 0 -> micros;
            case 1 -> micros + random.nextLong(3_000_000);
            case 2 -> (micros / 1_000_000 + random.nextLong(1, 13)) * 1_000_000;
            default -> micros + random.nextLong(8_000_000, 12_000_000);
        };
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithLookingAtEverySecond(long seed) {
        Case drill = random(seed);
        Scorecard card = Scorer.score(drill.log());
        PerSecondOracle oracle = new PerSecondOracle(drill.log(), drill.seconds());

        Sums sums = new Sums();
        for (Scorecard.ServiceScore service : card.services()) {
            sums.add(oracle, service.declared());
        }
        sums.addUsers(oracle);

        Figures figures = card.federation().figures();
        check(
                seed,
                figures,
                Measure.UNAVAILABLE_SECONDS,
                BigInteger.valueOf(sums.unavailable),
                BigInteger.ONE);
        check(
                seed,
                figures,
                Measure.AVAILABILITY,
                BigInteger.valueOf(sums.window - sums.unavailable),
                BigInteger.valueOf(sums.window));
        check(seed, figures, Measure.STARVED_SECONDS, sums.starved, BigInteger.valueOf(1_000_000));
        check(
                seed,
                figures,
                Measure.KEY_MISSING_BITS,
                sums.demanded.subtract(sums.supplied),
                BigInteger.valueOf(1_000_000));
        check(seed, figures, Measure.KEY_DELIVERY_RATIO, sums.supplied, sums.demanded);
        check(
                seed,
                figures,
                Measure.KEY_HOURS_LOST,
                sums.missing,
                new BigInteger("3600000000000000"));
        check(
                seed,
                figures,
                Measure.OUTAGE_USER_MINUTES,
                BigInteger.valueOf(sums.outageUserSeconds),
                BigInteger.valueOf(60));
        check(
                seed,
                figures,
                Measure.DEGRADED_USER_MINUTES,
                sums.degraded,
                new BigInteger("60000000000000"));
        checkAdapted(seed, figures, sums);
        assertThat(figures.findValue(Measure.OUTAGES))
                .as("seed %d", seed)
                .hasValue(BigDecimal.valueOf(sums.outages));
    }

    private static void checkAdapted(long seed, Figures figures, Sums sums) {
        check(
                seed,
                figures,
                Measure.FORGONE_USER_MINUTES,
                sums.forgone,
                new BigInteger("60000000000000"));
        check(seed, figures, Measure.ADAPTED_SECONDS, sums.adapted, BigInteger.valueOf(1_000_000));
    }

    private static void check(
            long seed, Figures figures, Measure measure, BigInteger part, BigInteger whole) {
        if (whole.signum() == 0) {
            assertThat(figures.values()).as("seed %d", seed).containsEntry(measure, null);
            return;
        }
        int scale = measure.unit().equals("ratio") ? 9 : 6;
        BigDecimal expected = new BigDecimal(part)
                .divide(new BigDecimal(whole), scale, java.math.RoundingMode.HALF_EVEN);
        assertThat(figures.findValue(measure))
                .as("seed %d, %s", seed, measure.id())
                .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(expected));
    }

    private static final class Sums {
        private long window;
        private long unavailable;
        private long outages;
        private long outageUserSeconds;
        private BigInteger starved = BigInteger.ZERO;
        private BigInteger supplied = BigInteger.ZERO;
        private BigInteger demanded = BigInteger.ZERO;
        private BigInteger missing = BigInteger.ZERO;
        private BigInteger degraded = BigInteger.ZERO;
        private BigInteger forgone = BigInteger.ZERO;
        private BigInteger adapted = BigInteger.ZERO;
        private final Map<String, List<Looked>> nodes = new TreeMap<>();

        private record Looked(
                ServiceDeclared declared, Map<Long, Long> rates, List<Boolean> unavailable) {}

        void add(PerSecondOracle oracle, ServiceDeclared service) {
            Map<Long, Long> own = oracle.rates(service);
            boolean[] state = oracle.unavailable(oracle.severelyErrored(service, own));
            List<Boolean> seconds = new ArrayList<>();
            for (boolean second : state) {
                seconds.add(second);
            }
            nodes.computeIfAbsent(service.from().value(), n -> new ArrayList<>())
                    .add(new Looked(service, own, seconds));
            window += state.length;
            for (int s = 0; s < state.length; s++) {
                unavailable += state[s] ? 1 : 0;
                outages += state[s] && (s == 0 || !state[s - 1]) ? 1 : 0;
            }
            starved = starved.add(oracle.integrate(at ->
                    oracle.demandAt(service, at) > 0 && own.getOrDefault(at, 0L) == 0 ? 1 : 0));
            adapted = adapted.add(oracle.integrate(at -> oracle.isAdaptedAt(service, at) ? 1 : 0));
            supplied = supplied.add(oracle.supplied(service, own));
            demanded = demanded.add(oracle.integrate(at -> oracle.demandAt(service, at)));
            missing = missing.add(oracle.integrate(at -> PerSecondOracle.missingPpm(
                    oracle.demandAt(service, at), own.getOrDefault(at, 0L))));
        }

        void addUsers(PerSecondOracle oracle) {
            for (List<Looked> here : nodes.values()) {
                for (int s = 0; s < here.get(0).unavailable().size(); s++) {
                    int second = s;
                    outageUserSeconds += here.stream()
                            .filter(service -> service.unavailable().get(second))
                            .mapToLong(service -> service.declared().usersServed())
                            .max()
                            .orElse(0);
                }
                degraded = degraded.add(oracle.integrate(at -> here.stream()
                        .mapToLong(service -> service.declared().usersServed()
                                * PerSecondOracle.missingPpm(
                                        oracle.demandAt(service.declared(), at),
                                        service.rates().getOrDefault(at, 0L)))
                        .max()
                        .orElse(0)));
                forgone = forgone.add(oracle.integrate(at -> here.stream()
                        .mapToLong(service -> service.declared().usersServed()
                                * PerSecondOracle.missingPpm(
                                        service.declared().demandBitPerSecond(),
                                        oracle.demandAt(service.declared(), at)))
                        .max()
                        .orElse(0)));
            }
        }
    }
}
