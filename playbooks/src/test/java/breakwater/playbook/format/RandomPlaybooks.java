package breakwater.playbook.format;

import static breakwater.playbook.format.RandomTexts.NOWHERE;

import breakwater.playbook.Outcome;
import breakwater.playbook.Playbook;
import breakwater.playbook.Playbook.Retry;
import breakwater.playbook.Playbook.Variable;
import breakwater.playbook.Tlp;
import breakwater.playbook.Value;
import breakwater.playbook.expression.Type;
import breakwater.playbook.yaml.PlaybookShapes;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;
import java.util.function.Supplier;

/** Playbooks with everything the language has, drawn from a seed. They read well; they make no sense. */
public final class RandomPlaybooks {

    final Random random;
    final RandomTexts texts;
    private int names;

    public RandomPlaybooks(long seed) {
        random = new Random(seed);
        texts = new RandomTexts(random);
    }

    public Playbook playbook() {
        RandomSteps steps = new RandomSteps(this);
        return new Playbook(
                pick(List.of("some-playbook", "1", "no", "2026-11-28")),
                pick(List.of("1.2.0", "0.0.1")),
                texts.title(),
                some(() -> pick(PlaybookShapes.TYPES)),
                pick(List.of(Tlp.values())),
                texts.title(),
                some(() -> new Playbook.Trigger(texts.title(), maybe(texts::expression), NOWHERE)),
                some(() -> new Playbook.Input(name(), type(), maybe(texts::expression), NOWHERE)),
                some(this::variable),
                some(this::variable),
                some(() -> new Playbook.Role(
                        name(),
                        pick(List.of(Playbook.Role.Kind.values())),
                        texts.title(),
                        NOWHERE)),
                new Playbook.Defaults(maybeMicros(), maybe(this::retry)),
                steps.list("", 1, 0),
                steps.list("finally", 0, 0),
                steps.list("on_abort", 0, 2),
                "",
                NOWHERE);
    }

    /** A name of its own, at times one that YAML 1.1 takes for a flag. */
    String name() {
        List<String> flags = List.of("y", "n", "on", "off", "no", "yes", "null", "true");
        int number = names++;
        return number < flags.size() && random.nextBoolean() ? flags.get(number) : "name_" + number;
    }

    Type type() {
        Type simple = random.nextBoolean()
                ? pick(List.of(Type.Simple.values()))
                : pick(List.of(Type.Id.values()));
        return random.nextInt(4) == 0 ? new Type.ListOf(simple) : simple;
    }

    private Variable variable() {
        Value.Literal value = literal();
        return new Variable(name(), Variable.typeOf(value.value()), value);
    }

    Value.Literal literal() {
        Object value = random.nextInt(4) == 0 ? some(this::single) : single();
        return new Value.Literal(value, NOWHERE);
    }

    private Object single() {
        return switch (random.nextInt(6)) {
            case 0 -> random.nextBoolean();
            case 1 -> random.nextLong() >> (11 + random.nextInt(50));
            case 2 -> Math.scalb(random.nextGaussian(), random.nextInt(60) - 30);
            case 3 -> (double) random.nextInt(5);
            case 4 -> Duration.ofNanos(micros() * 1_000);
            default -> texts.any();
        };
    }

    /** A value under {@code with}, where text never begins with the sign of expressions. */
    Value value() {
        Value.Literal literal = literal();
        boolean sign = literal.value() instanceof String text && text.startsWith("=");
        return sign || random.nextBoolean() ? new Value.Computed(texts.expression()) : literal;
    }

    Map<String, Value> values() {
        Map<String, Value> values = new LinkedHashMap<>();
        for (int i = random.nextInt(4); i > 0; i--) {
            values.put(name(), value());
        }
        return values;
    }

    Retry retry() {
        return new Retry(
                1 + random.nextInt(100),
                micros(),
                pick(List.of(1.0, 1.5, 2.0, 10.0)),
                some(() -> pick(PlaybookShapes.FAILURES)));
    }

    /** From microseconds to decades, mostly round. */
    long micros() {
        long unit =
                pick(List.of(1L, 1_000L, 1_000_000L, 60_000_000L, 3_600_000_000L, 86_400_000_000L));
        return unit * (1 + random.nextInt(100));
    }

    OptionalLong maybeMicros() {
        return random.nextInt(3) == 0 ? OptionalLong.of(micros()) : OptionalLong.empty();
    }

    <T> Optional<T> maybe(Supplier<T> made) {
        return random.nextInt(3) == 0 ? Optional.of(made.get()) : Optional.empty();
    }

    <T> List<T> some(Supplier<T> made) {
        List<T> all = new ArrayList<>();
        for (int i = random.nextInt(3); i > 0; i--) {
            all.add(made.get());
        }
        return all;
    }

    <T> T pick(List<T> among) {
        return among.get(random.nextInt(among.size()));
    }

    Outcome outcome() {
        return pick(List.of(Outcome.values()));
    }
}
