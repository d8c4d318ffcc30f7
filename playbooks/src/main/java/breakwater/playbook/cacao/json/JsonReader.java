package breakwater.playbook.cacao.json;

import breakwater.document.Utf8;
import breakwater.playbook.cacao.json.JsonValue.JsonFlag;
import breakwater.playbook.cacao.json.JsonValue.JsonList;
import breakwater.playbook.cacao.json.JsonValue.JsonNull;
import breakwater.playbook.cacao.json.JsonValue.JsonNumber;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.JsonValue.JsonText;
import breakwater.playbook.cacao.json.JsonValue.Member;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads JSON (RFC 8259) of the part that can be signed (RFC 8785, I-JSON): UTF-8, no key twice, no half of a surrogate
 * pair, no number beyond the doubles. Pure; time linear in the size.
 */
public final class JsonReader {

    /** 1 MiB: seventy times a playbook of 25 steps. */
    public static final int SIZE_MAX_BYTES = 1 << 20;

    /** Deeper than any playbook, extensions included, several times over; shallow enough for recursion. */
    public static final int DEPTH_MAX = 64;

    /** A playbook of 1 MiB has about 30,000 values; more are a file made to exhaust. */
    public static final int VALUES_MAX = 100_000;

    /** A quarter of the file: a command may carry a whole script. */
    public static final int TEXT_MAX_CHARS = 1 << 18;

    /** CACAO 2.0, section 10.6: at most 250 characters. */
    public static final int KEY_MAX_CHARS = 250;

    /** Any double needs at most 25 characters. */
    public static final int NUMBER_MAX_CHARS = 40;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(JsonFactory.Feature.CANONICALIZE_FIELD_NAMES)
            // The limits are ours, above: they report a place and go on.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNameLength(SIZE_MAX_BYTES)
                    .maxNumberLength(SIZE_MAX_BYTES)
                    .build())
            .build();

    private final PlaceFinder places;
    private final JsonParser parser;
    private final Problems problems;
    private int values;

    private JsonReader(PlaceFinder places, JsonParser parser, Problems problems) {
        this.places = places;
        this.parser = parser;
        this.problems = problems;
    }

    /** Ends a reading that cannot go on; its problem is reported already. */
    private static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("reported as a problem", null, false, false);
        }
    }

    /**
     * The root value of {@code bytes}, or empty when anything is wrong with the text; {@code problems} then says what.
     *
     * @param file the name to report, never opened
     */
    public static Optional<JsonValue> read(String file, byte[] bytes, Problems problems) {
        if (bytes.length > SIZE_MAX_BYTES) {
            problems.add(Problem.error(
                    "file-too-large",
                    Location.startOf(file),
                    "Expected a file of at most 1 MiB, but found at least %s bytes."
                            .formatted(bytes.length),
                    ""));
            return Optional.empty();
        }
        return Utf8.decode(file, bytes, problems).flatMap(text -> parse(file, text, problems));
    }

    private static Optional<JsonValue> parse(String file, String text, Problems problems) {
        if (text.isBlank()) {
            problems.add(Problem.error(
                    "empty-file",
                    Location.startOf(file),
                    "Expected a JSON object, but the file holds nothing.",
                    ""));
            return Optional.empty();
        }
        int errorsBefore = problems.countErrors();
        PlaceFinder places = new PlaceFinder(file, text);
        try (JsonParser parser = FACTORY.createParser(text)) {
            JsonReader reader = new JsonReader(places, parser, problems);
            parser.nextToken();
            JsonValue root = reader.value(0);
            reader.refuseMore();
            return problems.countErrors() > errorsBefore ? Optional.empty() : Optional.of(root);
        } catch (JsonProcessingException e) {
            JsonComplaint complaint = JsonComplaint.of(e.getOriginalMessage());
            long offset = e.getLocation() == null ? 0 : e.getLocation().getCharOffset();
            problems.add(complaint.at(places.at(offset - complaint.charsBack())));
        } catch (Stopped stopped) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new UncheckedIOException("A text in memory could not be read.", impossible);
        }
        return Optional.empty();
    }

    private void refuseMore() throws IOException {
        if (parser.nextToken() != null) {
            error(
                    "json-syntax",
                    place(),
                    "Expected the file to end after its value, but found more.",
                    "Maybe two files were joined, or a bracket is closed too early.");
        }
    }

    private Location place() {
        return places.at(parser.currentTokenLocation().getCharOffset());
    }

    /** The value that the parser's current token begins. */
    private JsonValue value(int depth) throws IOException {
        Location at = place();
        if (++values > VALUES_MAX) {
            throw stop(
                    "too-many-values",
                    at,
                    "Expected at most %s values, but found more.".formatted(VALUES_MAX));
        }
        if (depth > DEPTH_MAX) {
            throw stop(
                    "too-deep",
                    at,
                    "Expected at most %s levels of nesting, but found more.".formatted(DEPTH_MAX));
        }
        JsonToken token = parser.currentToken();
        return switch (token) {
            case START_OBJECT -> object(at, depth);
            case START_ARRAY -> list(at, depth);
            case VALUE_STRING -> new JsonText(at, text(at, parser.getText()));
            case VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT -> number(at, parser.getText());
            case VALUE_TRUE -> new JsonFlag(at, true);
            case VALUE_FALSE -> new JsonFlag(at, false);
            case VALUE_NULL -> new JsonNull(at);
            case END_OBJECT, END_ARRAY, FIELD_NAME, VALUE_EMBEDDED_OBJECT, NOT_AVAILABLE ->
                throw new IllegalStateException(
                        "The parser gave (%s) where a value begins.".formatted(token));
        };
    }

    private JsonObject object(Location at, int depth) throws IOException {
        Map<String, Member> members = new LinkedHashMap<>();
        while (parser.nextToken() != JsonToken.END_OBJECT) {
            Location keyAt = place();
            String key = key(keyAt, parser.currentName());
            parser.nextToken();
            Member earlier = members.get(key);
            Member member = new Member(keyAt, value(depth + 1));
            if (earlier == null) {
                members.put(key, member);
            } else {
                error(
                        "duplicate-key",
                        keyAt,
                        "Expected each key once, but '%s' stands already at %s."
                                .formatted(JsonValue.cut(key), earlier.at()),
                        "Maybe one of them is meant for another object.");
            }
        }
        return new JsonObject(at, members);
    }

    private JsonList list(Location at, int depth) throws IOException {
        List<JsonValue> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
            items.add(value(depth + 1));
        }
        return new JsonList(at, items);
    }

    private String key(Location at, String key) {
        if (key.length() > KEY_MAX_CHARS) {
            error(
                    "too-long",
                    at,
                    "Expected a key of at most %s characters, but found one of %s."
                            .formatted(KEY_MAX_CHARS, key.length()),
                    "");
        }
        return text(at, key);
    }

    private String text(Location at, String text) {
        if (text.length() > TEXT_MAX_CHARS) {
            error(
                    "too-long",
                    at,
                    "Expected a text of at most %s characters, but found one of %s."
                            .formatted(TEXT_MAX_CHARS, text.length()),
                    "");
        }
        for (int i = 0; i < text.length(); i++) {
            if (Character.isHighSurrogate(text.charAt(i))
                    && i + 1 < text.length()
                    && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(text.charAt(i))) {
                error(
                        "lone-surrogate",
                        at,
                        "Expected whole characters, but found half of a surrogate pair: \\u%04X."
                                .formatted((int) text.charAt(i)),
                        "Maybe the text was cut in the middle of a character.");
                return text;
            }
        }
        return text;
    }

    private JsonNumber number(Location at, String literal) {
        if (literal.length() > NUMBER_MAX_CHARS || !Double.isFinite(Double.parseDouble(literal))) {
            error(
                    "bad-number",
                    at,
                    "Expected a number of at most %s characters that a double can hold, but found %s."
                            .formatted(NUMBER_MAX_CHARS, JsonValue.cut(literal)),
                    "");
        }
        return new JsonNumber(at, literal);
    }

    private void error(String rule, Location at, String message, String advice) {
        problems.add(Problem.error(rule, at, message, advice));
    }

    private Stopped stop(String rule, Location at, String message) {
        error(rule, at, message, "");
        return new Stopped();
    }
}
