package breakwater.playbook.cacao.check;

import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.JsonValue.JsonText;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** How variables are declared and how texts refer to them (CACAO 2.0, section 10.18). */
final class Variables {

    /** What stands behind the name of a variable where its value is meant. */
    static final String REFERENCE = "__:value";

    private static final Pattern NAME = Pattern.compile("__[a-zA-Z_][a-zA-Z0-9_-]{0,199}__");
    private static final int NAME_MAX_CHARS = 204;

    private static final String HEX = "[0-9a-fA-F]";
    private static final String WHOLE = "[+-]?[0-9]{1,19}";

    /** How the text of a value must look, for the types that have a form. */
    private static final Map<String, Predicate<String>> FORMS = Map.of(
            "bool", form("true|false"),
            "integer", form(WHOLE),
            "long", form(WHOLE),
            "float", form("[+-]?[0-9]{1,40}(\\.[0-9]{1,40})?([eE][+-]?[0-9]{1,3})?"),
            "hexstring", text -> text.length() % 2 == 0 && form(HEX + "*+").test(text),
            "mac-addr", form("%s{2}([:-]%s{2}){5}".formatted(HEX, HEX)),
            "md5-hash", form(HEX + "{32}"),
            "sha256-hash", form(HEX + "{64}"),
            "uuid", form("%s{8}(-%s{4}){3}-%s{12}".formatted(HEX, HEX, HEX)));

    private Variables() {}

    private static Predicate<String> form(String pattern) {
        return Pattern.compile(pattern).asMatchPredicate();
    }

    /** A dictionary of variables by name. */
    static Kind declarations() {
        return (key, value, problems) -> {
            if (!(value instanceof JsonObject object)) {
                Kinds.expect(false, "an object", key, value, problems);
                return;
            }
            object.members().forEach((name, member) -> {
                if (!NAME.matcher(name).matches()) {
                    problems.add(Problem.error(
                            "bad-name",
                            member.at(),
                            "Expected the name of a variable like __link_id__, but found '%s'."
                                    .formatted(JsonValue.cut(name)),
                            name.startsWith("$$")
                                    ? "Maybe write two underscores in place of $$, as CACAO 2.0 does."
                                    : "Maybe add two underscores before and after it."));
                }
                CommonShapes.VARIABLE.check(name, member.value(), problems);
                if (member.value() instanceof JsonObject variable) {
                    checkValue(variable, problems);
                }
            });
        };
    }

    private static void checkValue(JsonObject variable, Problems problems) {
        Predicate<String> form = FORMS.get(variable.findText("type").orElse(""));
        if (form == null || !(variable.find("value").orElse(variable) instanceof JsonText value)) {
            return;
        }
        boolean open = value.text().isEmpty() || value.text().contains(REFERENCE);
        if (!open && !form.test(value.text())) {
            problems.add(Problem.error(
                    "bad-value",
                    value.location(),
                    "Expected a value of type %s, but found %s."
                            .formatted(variable.findText("type").orElse(""), value.kind()),
                    "Maybe change the value or the type."));
        }
    }

    /**
     * The names that {@code text} refers to and that {@code scope} lacks. Where one reference can be read in several
     * ways ({@code __a__b__:value}), a known name is taken to be meant.
     */
    static List<String> undefined(String text, Scope scope) {
        List<String> unknown = new ArrayList<>();
        int behind = 0;
        for (int at = text.indexOf(REFERENCE); at >= 0; at = text.indexOf(REFERENCE, at + 1)) {
            int end = at + 2;
            String longest = "";
            boolean found = false;
            // A name has at most so many characters: the walk back is bounded, and never passes the
            // last reference.
            int least = Math.max(behind, end - NAME_MAX_CHARS);
            for (int i = at - 1; i >= least && isOfName(text.charAt(i)); i--) {
                if (text.startsWith("__", i)
                        && NAME.matcher(text.substring(i, end)).matches()) {
                    longest = text.substring(i, end);
                    found |= scope.find(longest).isPresent();
                }
            }
            if (!found && !longest.isEmpty()) {
                unknown.add(longest);
            }
            behind = at + REFERENCE.length();
        }
        return unknown;
    }

    /** The name of the first variable in the form of version 1, {@code $$x$$}. */
    static Optional<String> ofVersion1(String text) {
        int dollars = text.indexOf("$$");
        int end = dollars < 0 ? -1 : text.indexOf("$$", dollars + 2);
        boolean name = end > dollars + 2
                && end - dollars < NAME_MAX_CHARS
                && text.substring(dollars + 2, end).chars().allMatch(Variables::isOfName);
        return name ? Optional.of(text.substring(dollars + 2, end)) : Optional.empty();
    }

    private static boolean isOfName(int c) {
        return c < 128 && (Character.isLetterOrDigit(c) || c == '_' || c == '-');
    }
}
