package breakwater.playbook.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Mapping;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.DocumentNode.Sequence;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.regex.Pattern;

/**
 * Warns of words that mean something else to a reader of YAML 1.1, which many tools still are: the country code
 * {@code NO} is false to them, {@code 12:30:00} is 45000. Keys and values alike; quotes make them safe.
 */
public final class OldReaders {

    private static final Pattern FLAG =
            Pattern.compile("yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|y|Y|n|N");
    private static final Pattern SEXAGESIMAL =
            Pattern.compile("[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?");
    private static final Pattern LEADING_ZERO = Pattern.compile("[-+]?0[0-9_]+");
    private static final Pattern UNDERSCORES = Pattern.compile("[-+]?[0-9]+_[0-9_]*(\\.[0-9_]*)?");
    private static final Pattern DATE =
            Pattern.compile("[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}([Tt ].{0,40})?");

    /** The longest word that one of the forms can have; keeps the patterns from long text. */
    private static final int CHARS_MAX = 60;

    private final Problems problems;

    OldReaders(Problems problems) {
        this.problems = problems;
    }

    /** Warns of everything below {@code node}; as deep as the document, which is bounded. */
    void warn(DocumentNode node) {
        if (node instanceof Mapping mapping) {
            for (Entry entry : mapping.entries().values()) {
                if (!isOnOfRetry(mapping, entry.key())) {
                    word(entry.key());
                }
                warn(entry.value());
            }
        } else if (node instanceof Sequence sequence) {
            sequence.items().forEach(this::warn);
        } else {
            word((Scalar) node);
        }
    }

    /** The one key of the language itself that is such a word; nobody can write it otherwise. */
    private static boolean isOnOfRetry(Mapping mapping, Scalar key) {
        return key.text().equals("on") && mapping.entries().containsKey("max");
    }

    private void word(Scalar scalar) {
        String otherwise = scalar.quoted() ? "" : otherwise(scalar.text());
        if (!otherwise.isEmpty()) {
            problems.add(Problem.warning(
                    "yaml-1.1",
                    scalar.location(),
                    "Expected a value that all YAML tools read alike, but found %s, which YAML 1.1 takes for %s."
                            .formatted(scalar.kind(), otherwise),
                    "Maybe put it in quotes."));
        }
    }

    /** What such a reader takes the bare {@code text} for; empty when it reads it as we do. */
    public static String otherwise(String text) {
        if (text.length() > CHARS_MAX) {
            return "";
        }
        if (FLAG.matcher(text).matches()) {
            return "true or false";
        }
        if (SEXAGESIMAL.matcher(text).matches()) {
            return "a number to the base of 60";
        }
        if (LEADING_ZERO.matcher(text).matches()) {
            return "an octal number";
        }
        if (UNDERSCORES.matcher(text).matches()) {
            return "a number";
        }
        return DATE.matcher(text).matches() ? "a date" : "";
    }
}
