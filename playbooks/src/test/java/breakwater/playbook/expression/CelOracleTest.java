package breakwater.playbook.expression;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import dev.cel.common.CelOptions;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeFactory;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * The closures of {@link Program} and CEL's own runtime give the same value of random expressions, or both fail;
 * {@code -Dseed=N} plays one seed.
 */
class CelOracleTest {

    private static final int SEEDS = 400;
    private static final int EXPRESSIONS = 25;
    private static final int FRAMES = 4;

    private static final String FAILS = "fails";

    private static final CelOptions OPTIONS =
            CelOptions.current().enableHeterogeneousNumericComparisons(true).build();
    private static final CelCompiler COMPILER = compiler();
    private static final CelRuntime RUNTIME =
            CelRuntimeFactory.plannerRuntimeBuilder().setOptions(OPTIONS).build();
    private static final ExpressionChecker CHECKER = new ExpressionChecker(RandomExpressions.NAMES);

    private static CelCompiler compiler() {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setOptions(OPTIONS);
        RandomExpressions.NAMES.forEach((name, type) -> builder.addVar(name, celType(type)));
        return builder.build();
    }

    private static CelType celType(Type type) {
        if (type instanceof Type.ListOf list) {
            return ListType.create(celType(list.element()));
        }
        return switch ((Type.Simple) type) {
            case BOOL -> SimpleType.BOOL;
            case INTEGER -> SimpleType.INT;
            case FLOAT -> SimpleType.DOUBLE;
            case STRING -> SimpleType.STRING;
            case DURATION -> SimpleType.DURATION;
            case TIMESTAMP -> SimpleType.TIMESTAMP;
        };
    }

    static LongStream seeds() {
        String one = System.getProperty("seed");
        return one == null ? LongStream.range(0, SEEDS) : LongStream.of(Long.parseLong(one));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void closuresGiveWhatCelGives(long seed) {
        RandomExpressions random = new RandomExpressions(seed);
        for (int i = 0; i < EXPRESSIONS; i++) {
            String text = random.any();
            CelRuntime.Program theirs = theirs(text);
            Object ours = ours(text);
            for (int frame = 0; frame < FRAMES; frame++) {
                Map<String, Object> values = random.values();

                assertThat(valueOf(ours, values))
                        .as("seed %s: %s of %s", seed, text, values)
                        .isEqualTo(valueOf(theirs, values));
            }
        }
    }

    /** What random expressions seldom meet. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "1 / 0 == 1 || true",
                "true || 1 / 0 == 1",
                "false && 1 / 0 == 1",
                "1 / 0 == 1 && false",
                "1 / 0 == 1 && true",
                "[1, 0].exists(e, 1 / e == 1)",
                "[0, 1].exists(e, 1 / e == 1)",
                "[0, 1].all(e, 1 / e == 2)",
                "[0, 1].exists_one(e, 1 / e == 1)",
                "9223372036854775807 + 1",
                "-9223372036854775808 / -1",
                "-9223372036854775808 % -1",
                "-(-9223372036854775808)",
                "int(9.3e18)",
                "int(-1.9)",
                "int('9223372036854775808')",
                "double('1e400')",
                "double(' 1')",
                "0.0 / 0.0 == 0.0 / 0.0",
                "0.0 == -0.0",
                "size('\uD83D\uDE00')",
                "duration('1h') + duration('2562047h')",
                "duration('9000000000h')",
                "duration('1.5s') + duration('12ms')",
                "vars.timestamp1 + duration('0.000000001s')",
                "vars.timestamp1 - duration('0.000000001s')",
                "duration('-1.5s').getSeconds()",
                "duration('-3600.5s').getHours()",
                "duration('87660000h') + duration('0s')",
                "duration('87660000h') + duration('1s')",
                "duration('-87660000h') - duration('1s')",
                "vars.timestamp1 + duration('87660000h') + duration('80000000h')",
                "[1, 2][2]",
                "[1, 2][-1]",
                "'abc'.matches('b')"
            })
    void edgesAreThoseOfCel(String text) {
        Map<String, Object> values = new RandomExpressions(1).values();

        assertThat(valueOf(ours(text), values)).isEqualTo(valueOf(theirs(text), values));
    }

    /** Where CEL's Java runtime gives other than CEL's runtime in Go, playbooks go with Go. */
    @Test
    void negativeDurationsWithAFractionAreNoOtherThanTheRest() {
        Map<String, Object> values = new RandomExpressions(1).values();
        String sum = "duration('-100s') - duration('-1.5s')";
        String minutes = "duration('-59.5s').getMinutes()";

        assertThat(valueOf(theirs(sum), values)).isEqualTo(FAILS);
        assertThat(valueOf(ours(sum), values)).isEqualTo(Duration.ofMillis(-98_500));
        assertThat(valueOf(theirs(minutes), values)).isEqualTo(-1L);
        assertThat(valueOf(ours(minutes), values)).isEqualTo(0L);
    }

    @Test
    void mostRandomExpressionsHaveAValue() {
        int have = 0;
        for (long seed = 0; seed < 200; seed++) {
            RandomExpressions random = new RandomExpressions(seed);
            have += valueOf(theirs(random.any()), random.values()).equals(FAILS) ? 0 : 1;
        }

        assertThat(have).isBetween(100, 195);
    }

    private static CelRuntime.Program theirs(String text) {
        try {
            return RUNTIME.createProgram(COMPILER.compile(text).getAst());
        } catch (dev.cel.common.CelValidationException | CelEvaluationException wrong) {
            throw new AssertionError(text, wrong);
        }
    }

    /** The program, or that it always fails. */
    private static Object ours(String text) {
        Problems problems = new Problems();
        Optional<Program> program = CHECKER.compile(
                new Expression(text, Location.startOf("a.playbook.yaml")), problems);
        if (program.isEmpty()) {
            assertThat(problems.inFileOrder())
                    .as(text)
                    .extracting(Problem::rule)
                    .isSubsetOf("expr-fails", "bad-duration");
            return FAILS;
        }
        return program.get();
    }

    private static Object valueOf(Object program, Map<String, Object> values) {
        try {
            if (program instanceof CelRuntime.Program theirs) {
                return plain(theirs.eval(values));
            }
            if (program instanceof Program ours) {
                return plain(ours.value(new Fixed(ours.names(), values)));
            }
            return FAILS;
        } catch (CelEvaluationException | ExpressionFailure failed) {
            return FAILS;
        }
    }

    /** Durations and timestamps as Java has them, whatever library made them. */
    private static Object plain(Object value) {
        if (value instanceof com.google.protobuf.Duration duration) {
            return Duration.ofSeconds(duration.getSeconds(), duration.getNanos());
        }
        if (value instanceof com.google.protobuf.Timestamp at) {
            return Instant.ofEpochSecond(at.getSeconds(), at.getNanos());
        }
        if (value instanceof List<?> list) {
            List<Object> items = new ArrayList<>();
            list.forEach(item -> items.add(plain(item)));
            return items;
        }
        return value;
    }

    /** Values by name. */
    private record Fixed(List<String> names, Map<String, Object> values) implements Frame {

        @Override
        public Object get(int slot) {
            Object value = values.get(names.get(slot));
            if (value == null) {
                throw new AssertionError(names.get(slot));
            }
            return value;
        }

        @Override
        public Object snapshot(Snapshot kind, String id, String field) {
            throw new AssertionError("no snapshot was asked for");
        }
    }
}
