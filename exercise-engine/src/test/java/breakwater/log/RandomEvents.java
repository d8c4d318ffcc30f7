package breakwater.log;

import breakwater.exercise.BitCount;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.PathFlow;
import breakwater.network.DomainId;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes events of any kind from a seed, straight from their records: knows nothing of the table under test. */
final class RandomEvents {

    private static final String[] TEXTS = {
        "",
        "plain",
        "\"quoted\\\"",
        "tab\tline\nfeed\r",
        "Zürich – Ω",
        "\u0001\u007f",
        "👩‍🚒",
        "\ud800 alone",
    };
    private static final double[] DECIMALS = {
        0,
        1,
        -1,
        0.1,
        78.4,
        1e21,
        1e22,
        1e-6,
        1e-7,
        Double.MIN_VALUE,
        Double.MAX_VALUE,
        2.0E-3,
        48.208,
    };

    private final SplittableRandom random;

    RandomEvents(long seed) {
        this.random = new SplittableRandom(seed);
    }

    /** One event of each kind. */
    /** In the order of the table: that of permitted subclasses is what the compiler met first. */
    List<ExerciseEvent> oneOfEach() {
        List<ExerciseEvent> events = new ArrayList<>();
        for (EventKind<?> kind : EventKinds.list()) {
            events.add((ExerciseEvent) record(kind.type()));
        }
        return events;
    }

    LogEntry entry(ExerciseEvent event) {
        String cause = random.nextInt(2) == 0 ? LogEntry.NO_CAUSE : name();
        return new LogEntry(
                random.nextLong(1L << 50),
                new DomainId(name()),
                random.nextLong(1L << 40),
                cause,
                event);
    }

    private Object record(Class<?> type) {
        try {
            RecordComponent[] components = type.getRecordComponents();
            Object[] values = new Object[components.length];
            for (int i = 0; i < values.length; i++) {
                values[i] = value(components[i].getGenericType());
            }
            Class<?>[] types = Arrays.stream(components)
                    .map(RecordComponent::getType)
                    .toArray(Class<?>[]::new);
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The record (" + type + ") could not be made.", e);
        }
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            List<Object> values = new ArrayList<>();
            for (int i = random.nextInt(4); i > 0; i--) {
                values.add(value(element));
            }
            return values;
        }
        Class<?> raw = (Class<?>) type;
        if (raw.isEnum()) {
            return raw.getEnumConstants()[random.nextInt(raw.getEnumConstants().length)];
        } else if (raw == long.class) {
            return integer();
        } else if (raw == int.class) {
            return random.nextInt();
        } else if (raw == double.class) {
            return decimal();
        } else if (raw == boolean.class) {
            return random.nextBoolean();
        } else if (raw == String.class) {
            return TEXTS[random.nextInt(TEXTS.length)] + (random.nextBoolean() ? name() : "");
        } else if (raw == BitCount.class) {
            return new BitCount(integer(), random.nextInt(1_000_000));
        } else if (raw == PathFlow.class) {
            return new PathFlow(random.nextInt(), integer());
        }
        return id(raw);
    }

    private Object id(Class<?> type) {
        try {
            return type.getDeclaredConstructor(String.class).newInstance(name());
        } catch (ReflectiveOperationException e) {
            throw new LinkageError("The id (" + type + ") could not be made.", e);
        }
    }

    private long integer() {
        return switch (random.nextInt(4)) {
            case 0 -> random.nextLong(-20, 20);
            case 1 -> Long.MIN_VALUE;
            case 2 -> Long.MAX_VALUE;
            default -> random.nextLong() >> random.nextInt(64);
        };
    }

    private double decimal() {
        if (random.nextBoolean()) {
            return DECIMALS[random.nextInt(DECIMALS.length)];
        }
        double any = Double.longBitsToDouble(random.nextLong());
        return Double.isFinite(any) ? any : 1;
    }

    private String name() {
        return "n" + Long.toString(random.nextLong(1L << 40), 36);
    }
}
