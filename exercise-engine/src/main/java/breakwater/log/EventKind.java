package breakwater.log;

import breakwater.exercise.BitCount;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.PathFlow;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import java.util.function.ToIntFunction;
import java.util.function.ToLongFunction;

/** One kind of event: its name in the log, its fields in order and how it is made from them. */
record EventKind<E extends ExerciseEvent>(
        String name, Class<E> type, List<Field<E>> fields, Function<FieldValues, E> maker) {

    void write(ExerciseEvent event, LineBuffer out) {
        E typed = type.cast(event);
        for (Field<E> field : fields) {
            field.write(typed, out);
        }
    }

    static <E extends ExerciseEvent> Builder<E> named(String name, Class<E> type) {
        return new Builder<>(name, type);
    }

    /** Collects the fields of a kind in the order of its record. */
    static final class Builder<E extends ExerciseEvent> {

        private final String name;
        private final Class<E> type;
        private final List<Field<E>> fields = new ArrayList<>();

        private Builder(String name, Class<E> type) {
            this.name = name;
            this.type = type;
        }

        Builder<E> integer(String field, Bounds bounds, ToLongFunction<E> get) {
            Field.Writer<E> writer = (e, out) -> out.integer(get.applyAsLong(e));
            return add(new Field<>(field, "integer", bounds, writer, LineParser::integer));
        }

        Builder<E> int32(String field, Bounds bounds, ToIntFunction<E> get) {
            Field.Writer<E> writer = (e, out) -> out.integer(get.applyAsInt(e));
            return add(new Field<>(field, "integer", bounds, writer, LineParser::int32));
        }

        Builder<E> decimal(String field, Bounds bounds, ToDoubleFunction<E> get) {
            Field.Writer<E> writer = (e, out) -> out.decimal(get.applyAsDouble(e));
            return add(new Field<>(field, "number", bounds, writer, LineParser::decimal));
        }

        Builder<E> bool(String field, Predicate<E> get) {
            return add(field, "true or false", (e, out) -> out.bool(get.test(e)), LineParser::bool);
        }

        Builder<E> text(String field, Function<E, String> get) {
            return add(field, "text", (e, out) -> out.text(get.apply(e)), LineParser::text);
        }

        /** Any id; its record says what it names, its text is what is written. */
        Builder<E> name(String field, Function<E, ?> get) {
            return add(
                    field, "name", (e, out) -> out.text(get.apply(e).toString()), LineParser::name);
        }

        Builder<E> names(String field, Function<E, ? extends List<?>> get) {
            return add(
                    field,
                    "list of names",
                    (e, out) -> writeNames(get.apply(e), out),
                    LineParser::names);
        }

        Builder<E> texts(String field, Function<E, List<String>> get) {
            return add(
                    field,
                    "list of texts",
                    (e, out) -> writeNames(get.apply(e), out),
                    LineParser::texts);
        }

        <T extends Enum<T>> Builder<E> constant(String field, Class<T> type, Function<E, T> get) {
            List<T> constants = List.of(type.getEnumConstants());
            List<String> names = constants.stream().map(Enum::name).toList();
            return add(
                    field,
                    String.join(", ", names),
                    (e, out) -> out.text(get.apply(e).name()),
                    line -> constants.get(line.oneOf(names)));
        }

        Builder<E> bits(String field, Bounds bounds, Function<E, BitCount> get) {
            Field.Writer<E> writer = (e, out) -> writeBits(get.apply(e), out);
            return add(new Field<>(field, BITS_SHAPE, bounds, writer, LineParser::bits));
        }

        Builder<E> flows(String field, Bounds bounds, Function<E, List<PathFlow>> get) {
            Field.Writer<E> writer = (e, out) -> writeFlows(get.apply(e), out);
            return add(new Field<>(field, FLOWS_SHAPE, bounds, writer, LineParser::flows));
        }

        EventKind<E> madeBy(Function<FieldValues, E> maker) {
            return new EventKind<>(name, type, List.copyOf(fields), maker);
        }

        private Builder<E> add(
                String field, String shape, Field.Writer<E> writer, Field.Reader reader) {
            return add(new Field<>(field, shape, Bounds.ANY, writer, reader));
        }

        private Builder<E> add(Field<E> field) {
            fields.add(field);
            return this;
        }
    }

    private static void writeNames(List<?> names, LineBuffer out) {
        out.ascii('[');
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) {
                out.ascii(',');
            }
            out.text(names.get(i).toString());
        }
        out.ascii(']');
    }

    private static void writeBits(BitCount amount, LineBuffer out) {
        out.raw(BITS);
        out.integer(amount.bits());
        out.raw(MICRO_BITS);
        out.integer(amount.microBitRemainder());
        out.ascii('}');
    }

    private static void writeFlows(List<PathFlow> flows, LineBuffer out) {
        out.ascii('[');
        for (int i = 0; i < flows.size(); i++) {
            if (i > 0) {
                out.ascii(',');
            }
            out.raw(PATH);
            out.integer(flows.get(i).path());
            out.raw(RATE);
            out.integer(flows.get(i).rateBitPerSecond());
            out.ascii('}');
        }
        out.ascii(']');
    }

    private static final String BITS_SHAPE = "amount of key: {bits, microBits}";
    private static final String FLOWS_SHAPE = "list of {path, rateBitPerSecond}";
    private static final byte[] BITS = LogWriter.ascii("{\"bits\":");
    private static final byte[] MICRO_BITS = LogWriter.ascii(",\"microBits\":");
    private static final byte[] PATH = LogWriter.ascii("{\"path\":");
    private static final byte[] RATE = LogWriter.ascii(",\"rateBitPerSecond\":");
}
