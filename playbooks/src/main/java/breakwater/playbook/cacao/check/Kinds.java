package breakwater.playbook.cacao.check;

import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonFlag;
import breakwater.playbook.cacao.json.JsonValue.JsonList;
import breakwater.playbook.cacao.json.JsonValue.JsonNull;
import breakwater.playbook.cacao.json.JsonValue.JsonNumber;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.JsonValue.JsonText;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;

/** The kinds of values that CACAO has, without those made of others ({@link Shape}, {@link TypedEntries}). */
final class Kinds {

    /** The largest whole number below which a double holds each; JSON promises no more. */
    static final long WHOLE_MAX = (1L << 53) - 1;

    private static final Pattern IDENTIFIER = Pattern.compile(
            "[a-z][a-z0-9-]+[a-z0-9]--[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[1-5][0-9a-fA-F]{3}-[89abAB][0-9a-fA-F]{3}-[0-9a-fA-F]{12}");

    private Kinds() {}

    /** Any text. */
    static Kind text() {
        return (key, value, problems) ->
                expect(value instanceof JsonText, "a text", key, value, problems);
    }

    /** A text or null. */
    static Kind textOrNull() {
        return (key, value, problems) -> {
            if (value instanceof JsonText || value instanceof JsonNull) {
                return;
            }
            boolean plain = value instanceof JsonNumber || value instanceof JsonFlag;
            problems.add(Problem.error(
                    "wrong-type",
                    value.location(),
                    "Expected a text or null for '%s', but found %s.".formatted(key, value.kind()),
                    plain
                            ? "Maybe put it in quotes: CACAO writes numbers and flags of variables as text."
                            : ""));
        };
    }

    static Kind flag() {
        return (key, value, problems) ->
                expect(value instanceof JsonFlag, "true or false", key, value, problems);
    }

    /** Anything at all, kept as it is. */
    static Kind anything() {
        return (key, value, problems) -> {};
    }

    /** An object whose content is somebody else's. */
    static Kind anyObject() {
        return (key, value, problems) ->
                expect(value instanceof JsonObject, "an object", key, value, problems);
    }

    /** A whole number from {@code least} to {@code most}. */
    static Kind whole(long least, long most) {
        return (key, value, problems) -> {
            boolean whole = value instanceof JsonNumber number
                    && number.value() == Math.rint(number.value());
            if (!whole) {
                expect(false, "a whole number", key, value, problems);
                return;
            }
            double number = ((JsonNumber) value).value();
            if (number < least || number > most) {
                problems.add(Problem.error(
                        "out-of-range",
                        value.location(),
                        "Expected a whole number %s for '%s', but found %s."
                                .formatted(
                                        most == WHOLE_MAX
                                                ? "of at least " + least
                                                : "from %s to %s".formatted(least, most),
                                        key,
                                        value.kind()),
                        number < 0 ? "Maybe drop the sign." : ""));
            }
        };
    }

    /** One of {@code words} and nothing else. */
    static Kind word(String... words) {
        List<String> known = List.of(words);
        return (key, value, problems) -> {
            if (!(value instanceof JsonText text)) {
                expect(false, "a text", key, value, problems);
            } else if (!known.contains(text.text())) {
                unknownWord(key, text, known, problems);
            }
        };
    }

    static void unknownWord(String key, JsonText found, List<String> known, Problems problems) {
        String nearest = Nearest.adviceAmong(known, found.text());
        boolean few = known.size() <= 10;
        problems.add(Problem.error(
                "unknown-word",
                found.location(),
                "Expected %s for '%s', but found '%s'."
                        .formatted(
                                known.size() == 1
                                        ? "'" + known.get(0) + "'"
                                        : few
                                                ? "one of " + String.join(", ", known)
                                                : "a word that CACAO lists",
                                key,
                                JsonValue.cut(found.text())),
                nearest));
    }

    /** An identifier that begins with one of {@code prefixes}; of any kind when there are none. */
    static Kind id(String... prefixes) {
        List<String> allowed = List.of(prefixes);
        return (key, value, problems) -> {
            if (!(value instanceof JsonText text)) {
                expect(false, "an identifier", key, value, problems);
            } else if (!isIdentifier(text.text())
                    || !(allowed.isEmpty() || allowed.contains(prefixOf(text.text())))) {
                problems.add(Problem.error(
                        "bad-id",
                        value.location(),
                        "Expected an identifier %sfor '%s', but found %s."
                                .formatted(
                                        allowed.isEmpty()
                                                ? "like action--5ad7a9ec-0a3c-4f39-9a8f-3c7f4f2cf3b1 "
                                                : "that begins with %s-- "
                                                        .formatted(String.join("--, ", allowed)),
                                        key,
                                        value.kind()),
                        isIdentifier(text.text())
                                ? ""
                                : "Maybe the part after -- is no UUID as RFC 4122 writes it."));
            }
        };
    }

    static boolean isIdentifier(String text) {
        return IDENTIFIER.matcher(text).matches();
    }

    /** What stands before the {@code --} of an identifier. */
    static String prefixOf(String id) {
        int end = id.indexOf("--");
        return end < 0 ? "" : id.substring(0, end);
    }

    /** Base64 as in RFC 4648, section 4. */
    static Kind base64() {
        return (key, value, problems) -> {
            if (!(value instanceof JsonText text)) {
                expect(false, "a text in base64", key, value, problems);
                return;
            }
            try {
                Base64.getDecoder().decode(text.text());
            } catch (IllegalArgumentException malformed) {
                problems.add(Problem.error(
                        "bad-base64",
                        value.location(),
                        "Expected base64 for '%s', but found %s.".formatted(key, value.kind()),
                        "Maybe it is plain text, or in the form for URLs with - and _."));
            }
        };
    }

    /** A list of at least {@code least} values of {@code item}. */
    static Kind list(int least, Kind item) {
        return (key, value, problems) -> {
            if (!(value instanceof JsonList list)) {
                expect(false, "a list", key, value, problems);
                return;
            }
            list.items().forEach(each -> item.check(key, each, problems));
            if (list.items().size() < least) {
                problems.add(Problem.error(
                        "out-of-range",
                        value.location(),
                        "Expected at least %s in the list '%s', but found %s."
                                .formatted(least, key, list.items().size()),
                        ""));
            }
        };
    }

    /** An object with any keys, all of its values of {@code item}. */
    static Kind dictionary(Kind item) {
        return (key, value, problems) -> {
            if (value instanceof JsonObject object) {
                object.members()
                        .forEach((name, member) -> item.check(name, member.value(), problems));
            } else {
                expect(false, "an object", key, value, problems);
            }
        };
    }

    /** An object as {@code kind} says, with at least one entry. */
    static Kind filled(Kind kind) {
        return (key, value, problems) -> {
            kind.check(key, value, problems);
            if (value instanceof JsonObject object && object.members().isEmpty()) {
                problems.add(Problem.error(
                        "out-of-range",
                        value.location(),
                        "Expected at least 1 entry in '%s', but found 0.".formatted(key),
                        ""));
            }
        };
    }

    /** Payloads by the id of their extension. */
    static Kind extensions() {
        return filled((key, value, problems) -> {
            if (!(value instanceof JsonObject object)) {
                expect(false, "an object", key, value, problems);
                return;
            }
            object.members().forEach((id, member) -> {
                id("extension-definition").check(key, new JsonText(member.at(), id), problems);
                anyObject().check(id, member.value(), problems);
            });
        });
    }

    static void expect(
            boolean holds, String expected, String key, JsonValue value, Problems problems) {
        if (!holds) {
            problems.add(Problem.error(
                    "wrong-type",
                    value.location(),
                    "Expected %s for '%s', but found %s.".formatted(expected, key, value.kind()),
                    ""));
        }
    }
}
