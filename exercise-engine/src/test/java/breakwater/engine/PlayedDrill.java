package breakwater.engine;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.conductor.Conductor;
import breakwater.conductor.DefaultResponders;
import breakwater.conductor.DomainRunner;
import breakwater.document.SourceFile;
import breakwater.engine.plan.ExercisePlan;
import breakwater.exercise.BitCount;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.Intent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.SimTime;
import breakwater.network.DomainId;
import breakwater.network.yaml.TestRates;
import breakwater.problem.Problems;
import breakwater.responder.Responder;
import breakwater.scenario.Exercise;
import breakwater.scenario.yaml.ExerciseReader;

import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A drill on a small network of two operators, its log in words: {@code "100 XA link-changed A1~A2 CUT 0"}.
 *
 * <pre>
 *  A1 ---- A2 ------ B1      every link makes 1,000 bit/s and is named from XA to XB and by number, but B2~A3, which
 *    \    /          |       belongs to XB. Every store: 100,000 bit, half full at StartEx, so full from 62.5 s if
 *      A3 --------- B2       little is taken; low mark 20,000, restart mark 10,000. Realignment 60 s, first block 10 s.
 * </pre>
 *
 * Messages travel 1 s, operators react after 5 s. Nodes have batteries for 10 min. The crew of XA stands at A2.
 */
final class PlayedDrill {

    private static final String EXERCISE = """
            title: Small drill
            synopsis: One fault on a small network.
            clock: {horizon: %s, signallingLatency: 1 s}
            seed: 11
            """;

    private static final String NETWORK = """
            name: Small
            defaults:
              lossDbPerKm: 0.2
              firmware: F1
              store: {capacityBit: 100000, initialPercent: 50, lowWaterPercent: 20, restartPercent: 10}
              recovery: {alignMedian: 60 s, alignP95: 60 s, blockBit: 10000}
              power: {autonomy: 10 min, generator: false}
              softwareVersion: V1
              kmsResync: 30 s
            domains:
              - {id: XA, name: A, timeZone: Etc/UTC, crews: {count: 1, depot: A2, travelSpeedKmPerHour: 60, generators: 1}, controllerReaction: 5 s}
              - {id: XB, name: B, timeZone: Etc/UTC, crews: {count: 1, depot: B1, travelSpeedKmPerHour: 60}, controllerReaction: 5 s}
            srlgs:
              - {id: duct, kind: duct, title: Duct from A1 to A3}
            nodes:
              - {id: A1, domain: XA, role: national-core, at: [46.0, -34.0]}
              - {id: A2, domain: XA, role: border, at: [46.0, -33.0]}
              - {id: A3, domain: XA, role: border, at: [45.0, -33.0], softwareVersion: V2}
              - {id: B1, domain: XB, role: border, at: [46.0, -32.0]}
              - {id: B2, domain: XB, role: border, at: [45.0, -32.0]}
            links:
              - {id: A1~A2, from: A1, to: A2, lengthKm: 50, rateBitPerSecond: 1000, qber: 0.02}
              - {id: A1~A3, from: A1, to: A3, lengthKm: 50, rateBitPerSecond: 1000, qber: 0.02, srlgs: [duct]}
              - {id: A2~A3, from: A2, to: A3, lengthKm: 50, rateBitPerSecond: 1000, qber: 0.02}
              - {id: A2~B1, from: A2, to: B1, lengthKm: 50, rateBitPerSecond: 1000, qber: 0.02}
              - {id: B1~B2, from: B1, to: B2, lengthKm: 50, rateBitPerSecond: 1000, qber: 0.02}
              - {id: B2~A3, from: B2, to: A3, lengthKm: 50, rateBitPerSecond: 1000, qber: 0.02}
            kmLinks:
              - {id: km:A1-A2, a: A1, b: A2, roundTripMillis: 2}
              - {id: km:A1-A3, a: A1, b: A3, roundTripMillis: 2, srlgs: [duct]}
              - {id: km:A2-B1, a: A2, b: B1, roundTripMillis: 2}
              - {id: km:B1-B2, a: B1, b: B2, roundTripMillis: 2}
              - {id: km:B2-A3, a: B2, b: A3, roundTripMillis: 2}
            gateways:
              - {id: gw:north, link: A2~B1, owner: XA, peer: XB}
              - {id: gw:south, link: B2~A3, owner: XB, peer: XA}
            services:
            """;

    private static final Responder NOBODY = events -> List.of();

    private final List<LogEntry> log;
    private final List<String> lines;

    private PlayedDrill(List<LogEntry> log) {
        this.log = log;
        lines = log.stream().map(PlayedDrill::describe).toList();
    }

    /** How long it lasts, its services and injects; a scenario begins with {@code injects:}. */
    record Script(String horizon, String services, String scenario) {

        /** 40 minutes of one service, {@code near}, that takes 200 bit/s over A1~A2 and no other way. */
        static Script near(String fault) {
            return new Script(
                    "40 min",
                    "  - {id: near, from: A1, to: A2, otpBitPerSecond: 200, class: 0, grace: 0 s, users: 1, route: {direct: true}}\n",
                    inject(fault));
        }

        /** The same time with {@code far}, 100 bit/s from A1 to B1, grace 10 s. */
        static Script far(String fault) {
            return new Script(
                    "40 min",
                    "  - {id: far, from: A1, to: B1, otpBitPerSecond: 100, class: 1, grace: 10 s, users: 1}\n",
                    inject(fault));
        }

        Script withServices(String others) {
            return new Script(horizon, others, scenario);
        }

        Script withScenario(String other) {
            return new Script(horizon, services, other);
        }

        Script lasting(String other) {
            return new Script(other, services, scenario);
        }

        /** With these injects, each as {@code "id at 100 s: fault"}, in place of the one. */
        Script withInjects(String... injects) {
            StringBuilder text = new StringBuilder("injects:\n");
            for (String inject : injects) {
                String id = inject.substring(0, inject.indexOf(" at "));
                String at = inject.substring(id.length() + 4, inject.indexOf(": "));
                String fault = inject.substring(inject.indexOf(": ") + 2);
                text.append("  - {id: %s, title: %s, at: %s, ".formatted(id, id, at))
                        .append("objectives: [], rootCause: system-failure, fault: {%s}}\n"
                                .formatted(fault));
            }
            return withScenario(text.toString());
        }

        private static String inject(String fault) {
            return """
                    injects:
                      - {id: blow, title: Blow, at: 100 s, objectives: [], rootCause: system-failure, fault: {%s}}
                    """.formatted(fault);
        }
    }

    /** Played with nobody who answers. */
    static PlayedDrill unanswered(Script script) {
        return play(read(script), id -> NOBODY);
    }

    /** Played with the default policy. */
    static PlayedDrill answered(Script script) {
        Exercise exercise = read(script);
        return play(exercise, new DefaultResponders(exercise));
    }

    /** What an operator orders, and when. */
    record Order(long seconds, String operator, Intent intent) {}

    /** Played with operators who order this and nothing else. */
    static PlayedDrill ordered(Script script, Order... orders) {
        return play(read(script), id -> new Orders(id, List.of(orders)));
    }

    /** Gives all orders of a domain at StartEx, each for its time. */
    private static final class Orders implements Responder {
        private final DomainId domain;
        private List<Order> orders;

        private Orders(DomainId domain, List<Order> orders) {
            this.domain = domain;
            this.orders = orders;
        }

        @Override
        public List<Intent.Addressed> answer(List<LogEntry> events) {
            List<Intent.Addressed> given = orders.stream()
                    .filter(order -> order.operator().equals(domain.value()))
                    .map(order -> new Intent.Addressed(
                            SimTime.ofSeconds(order.seconds()),
                            domain,
                            "orders",
                            LogEntry.NO_CAUSE,
                            "",
                            order.intent()))
                    .toList();
            orders = List.of();
            return given;
        }
    }

    private static Exercise read(Script script) {
        Problems problems = new Problems();
        var exercise = ExerciseReader.read(
                "small",
                List.of(
                        file("exercise.yaml", EXERCISE.formatted(script.horizon())),
                        file("network/network.yaml", NETWORK + script.services()),
                        file("scenario.yaml", "objectives: []\n" + script.scenario())),
                new TestRates(),
                problems);
        assertThat(problems.inFileOrder()).isEmpty();
        return exercise.orElseThrow();
    }

    private static SourceFile file(String name, String text) {
        return new SourceFile(name, name, text.getBytes(StandardCharsets.UTF_8));
    }

    private static PlayedDrill play(Exercise exercise, Function<DomainId, Responder> responders) {
        List<LogEntry> log = new ArrayList<>();
        new Conductor(
                        ExercisePlan.of(exercise),
                        exercise.seed(),
                        responders,
                        DomainRunner.SEQUENTIAL)
                .play((entries, until) -> log.addAll(entries));
        return new PlayedDrill(log);
    }

    /** What it wrote. */
    List<LogEntry> log() {
        return log;
    }

    /** The lines between StartEx and the closing of the books that contain one of the {@code parts}. */
    List<String> linesWith(String... parts) {
        return lines.stream()
                .filter(line -> !line.startsWith("0 ") && !line.contains(" store-closed "))
                .filter(line -> Arrays.stream(parts).anyMatch(line::contains))
                .toList();
    }

    /** The lines that contain {@code part}, each followed by the inject that it goes back to. */
    List<String> linesAndCausesWith(String part) {
        return log.stream()
                .map(entry -> describe(entry) + " because of " + entry.cause())
                .filter(line -> !line.startsWith("0 ") && line.contains(part))
                .toList();
    }

    /** The lines of StartEx that contain {@code part}. */
    List<String> linesAtStartExWith(String part) {
        return lines.stream()
                .filter(line -> line.startsWith("0 ") && line.contains(part))
                .toList();
    }

    private static String describe(LogEntry entry) {
        return BigDecimal.valueOf(entry.timeMicros(), 6).stripTrailingZeros().toPlainString()
                + " "
                + entry.origin()
                + " "
                + type(entry.event())
                + Arrays.stream(entry.event().getClass().getRecordComponents())
                        .map(field -> " " + value(entry.event(), field))
                        .collect(Collectors.joining());
    }

    private static String type(ExerciseEvent event) {
        return event.getClass()
                .getSimpleName()
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static String value(ExerciseEvent event, RecordComponent field) {
        try {
            Object value = field.getAccessor().invoke(event);
            return value instanceof BitCount amount
                    ? amount.bits() + "." + "%06d".formatted(amount.microBitRemainder())
                    : String.valueOf(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
