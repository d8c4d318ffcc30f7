package breakwater.tabletop.topology;

import java.util.regex.Pattern;

/** Text as a YAML 1.2 scalar that stands in a flow mapping. */
final class YamlText {

    /** Letters first, then nothing that YAML could read another way. */
    private static final Pattern PLAIN = Pattern.compile("\\p{L}[\\p{L}0-9 ._/()-]*");

    private static final Pattern READ_OTHERWISE =
            Pattern.compile("(?i)true|false|null|yes|no|on|off|y|n");

    private YamlText() {}

    /** Plain when that is safe, double-quoted otherwise; control characters are left out. */
    static String of(String text) {
        boolean plain = PLAIN.matcher(text).matches()
                && !READ_OTHERWISE.matcher(text).matches()
                && !text.endsWith(" ");
        if (plain) {
            return text;
        }
        StringBuilder quoted = new StringBuilder("\"");
        text.codePoints().filter(point -> !Character.isISOControl(point)).forEach(point -> {
            if (point == '"' || point == '\\') {
                quoted.append('\\');
            }
            quoted.appendCodePoint(point);
        });
        return quoted.append('"').toString();
    }
}
