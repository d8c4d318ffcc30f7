package breakwater.playbook.format;

import breakwater.playbook.Template;
import breakwater.playbook.expression.Expression;
import breakwater.problem.Location;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Text of all kinds, most of all such as YAML takes for something else. */
final class RandomTexts {

    static final Location NOWHERE = Location.startOf("");

    /** Each a trap for some reader. */
    static final List<String> TRAPS = List.of(
            "no",
            "Yes",
            "on",
            "y",
            "null",
            "~",
            "true",
            "12",
            "-7",
            "0.5",
            "1e3",
            "0x1F",
            "010",
            "1_000",
            "12:30:00",
            "2026-11-28",
            ".inf",
            ".NaN",
            "5m",
            "1h30m",
            "PT5M",
            "6 h",
            "",
            " ",
            " lead",
            "trail ",
            "a: b",
            "a:b",
            "a:",
            "a #b",
            "a#b",
            "# c",
            "- item",
            "-",
            "-x",
            "--- x",
            "... x",
            "?",
            "? x",
            ":x",
            "!x",
            "&a",
            "*a",
            "%x",
            "@x",
            "`x",
            "|",
            ">-",
            "[x]",
            "{x}",
            "x]",
            "x, y",
            "x?",
            "'x'",
            "\"x\"",
            "it's",
            "say \"x\"",
            "back\\slash",
            "both ' and \"",
            "<<",
            "=",
            "=x",
            "tab\there",
            "line\nline",
            "line\n\nline\n",
            "line\n  more\nless",
            "\nline",
            "line\n\n",
            "line\n \nline",
            " a\nb",
            "a \n b",
            "nbsp\u00a0x",
            "\u0001",
            "\u0085",
            "\u2028",
            "\ufeff",
            "\ud83d",
            "\ud83d\ude00 sea",
            "\u00fcber",
            "two  blanks",
            "{{ x",
            "}}",
            "}",
            "'!a' || \"b\"",
            "a ? b : c",
            "{a: b}",
            "a\r\nb",
            "key: [");

    private static final String SIGNS = "abcde fgh  ij.,:;#-_'\"\\{}[]!?&*%@=<>|/~\u00e9\u20ac019 ";

    private final Random random;

    RandomTexts(Random random) {
        this.random = random;
    }

    /** Any text. */
    String any() {
        return switch (random.nextInt(4)) {
            case 0 -> TRAPS.get(random.nextInt(TRAPS.size()));
            case 1 -> words(random.nextInt(60) + 1);
            default -> signs(random.nextInt(40));
        };
    }

    /** Not blank. */
    String title() {
        String text = any();
        return text.isBlank() ? "title" : text;
    }

    /** As after the sign in a file: no blanks around it. */
    Expression expression() {
        String text = random.nextInt(3) == 0 ? condition() : any().strip();
        boolean none = text.isBlank() || text.startsWith("=") || text.startsWith("\u00a0");
        return new Expression(none ? "vars.x > 1" : text, NOWHERE);
    }

    private String condition() {
        List<String> parts = new ArrayList<>();
        for (int i = random.nextInt(9); i >= 0; i--) {
            parts.add("vars.a%s == 'it is  %s'".formatted(i, signs(3).replace("'", "")));
        }
        return String.join(random.nextBoolean() ? " && " : " ||\n", parts).strip();
    }

    Template template() {
        List<Template.Part> parts = new ArrayList<>();
        boolean fixed = random.nextBoolean();
        for (int i = random.nextInt(4); i >= 0; i--) {
            fixed = !fixed;
            String text = fixed ? any().replace("{", "(") : expression().text();
            if (fixed && !text.isBlank()) {
                parts.add(new Template.Part.Fixed(text));
            } else if (!fixed && !text.contains("}")) {
                parts.add(new Template.Part.Inserted(new Expression(text, NOWHERE)));
                continue;
            }
            if (!fixed) {
                break;
            }
        }
        return merged(parts);
    }

    private static Template merged(List<Template.Part> parts) {
        List<Template.Part> merged = new ArrayList<>();
        for (Template.Part part : parts) {
            boolean twice = !merged.isEmpty()
                    && part instanceof Template.Part.Fixed
                    && merged.get(merged.size() - 1) instanceof Template.Part.Fixed;
            if (!twice) {
                merged.add(part);
            }
        }
        return new Template(
                merged.isEmpty() ? List.of(new Template.Part.Fixed("Look")) : merged, NOWHERE);
    }

    private String signs(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < length; i++) {
            text.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
        }
        return text.toString();
    }

    private String words(int count) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            words.add("word".substring(random.nextInt(4)) + (random.nextInt(8) == 0 ? ":" : ""));
        }
        return String.join(" ", words);
    }
}
