package breakwater.log;

import breakwater.exercise.BitCount;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.PathFlow;
import breakwater.network.DomainId;
import breakwater.network.Ids;
import breakwater.problem.Nearest;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Reads one line: exactly the fields of its type, in their order. */
final class LineParser {

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonParser parser;
    private final Objections objections;
    private @Nullable JsonToken token;

    private LineParser(JsonParser parser, Objections objections) {
        this.parser = parser;
        this.objections = objections;
    }

    /** Takes what is wrong in a line that can be read all the same. */
    @FunctionalInterface
    interface Objections {
        void take(int byteOffset, String message);
    }

    /** The entry in the first {@code length} bytes; values that are out of bounds are read, and objected to. */
    static LogEntry parse(byte[] bytes, int length, Objections objections)
            throws UnreadableLineException {
        try (JsonParser parser = JSON.createParser(bytes, 0, length)) {
            return new LineParser(parser, objections).entry();
        } catch (JsonProcessingException broken) {
            int offset = broken.getLocation() == null
                    ? 0
                    : (int) broken.getLocation().getByteOffset();
            throw new UnreadableLineException(
                    "json",
                    Math.max(0, Math.min(length, offset)),
                    "Expected one JSON object, but " + lowerFirst(broken.getOriginalMessage()),
                    "");
        } catch (IOException e) {
            throw new IllegalStateException("Reading from memory failed.", e);
        }
    }

    private LogEntry entry() throws IOException, UnreadableLineException {
        token = parser.nextToken();
        expect(JsonToken.START_OBJECT, "a JSON object");
        advance();
        field(LogFormat.TIME);
        long time = notNegative(LogFormat.TIME);
        field(LogFormat.DOMAIN);
        DomainId origin = new DomainId(name());
        field(LogFormat.SEQUENCE);
        long sequence = notNegative(LogFormat.SEQUENCE);
        field(LogFormat.TYPE);
        EventKind<?> kind = kind();
        String cause = LogEntry.NO_CAUSE;
        if (token == JsonToken.FIELD_NAME && LogFormat.CAUSE.equals(parser.currentName())) {
            advance();
            cause = name();
        }
        ExerciseEvent event = event(kind);
        if (token != JsonToken.END_OBJECT) {
            throw problem(
                    "unknown-field",
                    "Expected no further field of type '%s', but found '%s'."
                            .formatted(kind.name(), parser.currentName()),
                    Nearest.adviceAmong(fieldNames(kind), String.valueOf(parser.currentName())));
        }
        if (parser.nextToken() != null) {
            throw problem("json", "Expected the end of the line after the object.", "");
        }
        return new LogEntry(time, origin, sequence, cause, event);
    }

    private EventKind<?> kind() throws IOException, UnreadableLineException {
        int at = offset();
        String name = text();
        EventKind<?> kind = EventKinds.findNamed(name);
        if (kind == null) {
            throw new UnreadableLineException(
                    "unknown-type",
                    at,
                    "Expected a known type of event, but found '%s'.".formatted(name),
                    Nearest.adviceAmong(EventKinds.names(), name));
        }
        return kind;
    }

    private ExerciseEvent event(EventKind<?> kind) throws IOException, UnreadableLineException {
        int at = offset();
        Object[] values = new Object[kind.fields().size()];
        for (int i = 0; i < values.length; i++) {
            Field<?> field = kind.fields().get(i);
            field(field.name());
            values[i] = field.read(this);
        }
        try {
            return kind.maker().apply(new FieldValues(values));
        } catch (IllegalArgumentException refused) {
            throw new UnreadableLineException(
                    "bad-value", at, String.valueOf(refused.getMessage()), "");
        }
    }

    /** Steps over the name of the field that has to come now. */
    private void field(String name) throws IOException, UnreadableLineException {
        if (token != JsonToken.FIELD_NAME || !name.equals(parser.currentName())) {
            String found = token == JsonToken.FIELD_NAME
                    ? "'" + parser.currentName() + "'"
                    : "the end of the object";
            throw problem(
                    "missing-field",
                    "Expected the field '%s' here, but found %s.".formatted(name, found),
                    "");
        }
        advance();
    }

    Long integer() throws IOException, UnreadableLineException {
        expect(JsonToken.VALUE_NUMBER_INT, "a whole number");
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            throw problem("bad-value", "Expected a whole number of at most 64 bits.", "");
        }
        long value = parser.getLongValue();
        advance();
        return value;
    }

    Long int32() throws IOException, UnreadableLineException {
        int at = offset();
        long value = integer();
        if (value != (int) value) {
            throw new UnreadableLineException(
                    "bad-value",
                    at,
                    "Expected a whole number of at most 32 bits, but found %d.".formatted(value),
                    "");
        }
        return value;
    }

    private long notNegative(String name) throws IOException, UnreadableLineException {
        int at = offset();
        long value = integer();
        if (value < 0) {
            throw new UnreadableLineException(
                    "bad-value",
                    at,
                    "Expected '%s' not to be negative, but found %d.".formatted(name, value),
                    "");
        }
        return value;
    }

    Double decimal() throws IOException, UnreadableLineException {
        if (token != JsonToken.VALUE_NUMBER_INT) {
            expect(JsonToken.VALUE_NUMBER_FLOAT, "a number");
        }
        double value = parser.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw problem("bad-value", "Expected a number that fits a double.", "");
        }
        advance();
        return value;
    }

    Boolean bool() throws IOException, UnreadableLineException {
        if (token != JsonToken.VALUE_TRUE) {
            expect(JsonToken.VALUE_FALSE, "true or false");
        }
        boolean value = token == JsonToken.VALUE_TRUE;
        advance();
        return value;
    }

    String text() throws IOException, UnreadableLineException {
        expect(JsonToken.VALUE_STRING, "a string");
        String value = parser.getText();
        advance();
        return value;
    }

    String name() throws IOException, UnreadableLineException {
        int at = offset();
        String value = text();
        if (!Ids.isName(value)) {
            throw new UnreadableLineException(
                    "bad-name",
                    at,
                    "Expected a name of letters, digits and ._:~@+/- of at most %d characters, but found '%s'."
                            .formatted(Ids.LENGTH_MAX, value),
                    "");
        }
        return value;
    }

    List<String> names() throws IOException, UnreadableLineException {
        expect(JsonToken.START_ARRAY, "a list of names");
        advance();
        List<String> names = new ArrayList<>();
        while (token != JsonToken.END_ARRAY) {
            names.add(name());
        }
        advance();
        return names;
    }

    List<String> texts() throws IOException, UnreadableLineException {
        expect(JsonToken.START_ARRAY, "a list of texts");
        advance();
        List<String> texts = new ArrayList<>();
        while (token != JsonToken.END_ARRAY) {
            texts.add(text());
        }
        advance();
        return texts;
    }

    /** The index of the value among the allowed ones. */
    int oneOf(List<String> allowed) throws IOException, UnreadableLineException {
        int at = offset();
        String value = text();
        int index = allowed.indexOf(value);
        if (index < 0) {
            throw new UnreadableLineException(
                    "bad-value",
                    at,
                    "Expected one of %s, but found '%s'."
                            .formatted(String.join(", ", allowed), value),
                    Nearest.adviceAmong(allowed, value));
        }
        return index;
    }

    BitCount bits() throws IOException, UnreadableLineException {
        int at = offset();
        long[] pair = pair("bits", "microBits");
        if (pair[1] < 0 || pair[1] > 999_999) {
            throw new UnreadableLineException(
                    "bad-value",
                    at,
                    "Expected microBits in 0..999999, but found %d.".formatted(pair[1]),
                    "");
        }
        return new BitCount(pair[0], (int) pair[1]);
    }

    List<PathFlow> flows() throws IOException, UnreadableLineException {
        expect(JsonToken.START_ARRAY, "a list of flows");
        advance();
        List<PathFlow> flows = new ArrayList<>();
        while (token != JsonToken.END_ARRAY) {
            int at = offset();
            long[] pair = pair("path", "rateBitPerSecond");
            if (pair[0] != (int) pair[0]) {
                throw new UnreadableLineException(
                        "bad-value", at, "Expected a path number of at most 32 bits.", "");
            }
            flows.add(new PathFlow((int) pair[0], pair[1]));
        }
        advance();
        return flows;
    }

    private long[] pair(String first, String second) throws IOException, UnreadableLineException {
        expect(JsonToken.START_OBJECT, "an object");
        advance();
        field(first);
        long firstValue = integer();
        field(second);
        long secondValue = integer();
        expect(JsonToken.END_OBJECT, "the end of the object");
        advance();
        return new long[] {firstValue, secondValue};
    }

    private void advance() throws IOException {
        token = parser.nextToken();
    }

    private void expect(JsonToken expected, String what) throws UnreadableLineException {
        if (token != expected) {
            throw problem("bad-value", "Expected %s, but found %s.".formatted(what, found()), "");
        }
    }

    private String found() {
        if (token == null) {
            return "the end of the line";
        }
        return switch (token) {
            case START_OBJECT, END_OBJECT -> "an object";
            case START_ARRAY, END_ARRAY -> "a list";
            case VALUE_STRING -> "a string";
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> "a number";
            case VALUE_NULL -> "null";
            case VALUE_TRUE, VALUE_FALSE -> "true or false";
            default -> "something else";
        };
    }

    private UnreadableLineException problem(String rule, String message, String advice) {
        return new UnreadableLineException(rule, offset(), message, advice);
    }

    void object(int byteOffset, String message) {
        objections.take(byteOffset, message);
    }

    /** Where the token that comes now begins, in bytes from the start of the line. */
    int offset() {
        return (int) Math.max(0, parser.currentTokenLocation().getByteOffset());
    }

    private static List<String> fieldNames(EventKind<?> kind) {
        List<String> names = new ArrayList<>();
        kind.fields().forEach(field -> names.add(field.name()));
        return names;
    }

    private static String lowerFirst(String sentence) {
        return sentence.isEmpty()
                ? sentence
                : Character.toLowerCase(sentence.charAt(0)) + sentence.substring(1);
    }
}
