package breakwater.report;

import breakwater.exercise.ExerciseEvent.LinkDeclared;
import breakwater.exercise.ExerciseEvent.NodeDeclared;
import breakwater.exercise.SimTime;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Locale;

/** How amounts and names are said. English, the same for every locale. */
public final class Wording {

    private static final long MINUTE = 60;
    private static final long HOUR = 3_600;
    private static final long DAY = 86_400;

    private Wording() {}

    /** {@code 5 h 12 min}: two units at most, seconds only below an hour; rounded down. */
    public static String duration(long micros) {
        long seconds = micros / SimTime.MICROS_PER_SECOND;
        if (seconds < 1) {
            return micros <= 0 ? "0 s" : "less than 1 s";
        } else if (seconds < MINUTE) {
            return seconds + " s";
        } else if (seconds < HOUR) {
            return two(seconds / MINUTE, "min", seconds % MINUTE, "s");
        } else if (seconds < 3 * DAY) {
            return two(seconds / HOUR, "h", seconds % HOUR / MINUTE, "min");
        }
        return two(seconds / DAY, "d", seconds % DAY / HOUR, "h");
    }

    private static String two(long large, String largeUnit, long small, String smallUnit) {
        String text = large + " " + largeUnit;
        return small == 0 ? text : text + " " + small + " " + smallUnit;
    }

    /** {@code 1 service}, {@code 1,204 services}. */
    public static String count(long number, String noun) {
        return number(number) + " " + noun + (number == 1 ? "" : "s");
    }

    /** With thousands apart. */
    public static String number(long value) {
        return String.format(Locale.ROOT, "%,d", value);
    }

    /** Large amounts by their order: {@code 952.2 million}. */
    public static String about(double value) {
        if (value >= 1e9) {
            return decimals(value / 1e9, 2) + " billion";
        } else if (value >= 1e6) {
            return decimals(value / 1e6, 1) + " million";
        }
        return number(Math.round(value));
    }

    /** A share in percent, never rounded up to a full 100 %. */
    public static String percent(double share) {
        double percent = share * 100;
        if (percent < 100 && percent > 99.99) {
            return "> 99.99 %";
        }
        return (percent == 100 ? "100" : decimals(percent, 2)) + " %";
    }

    /** Rounded half up from the exact double, so that every JVM prints the same. */
    public static String decimals(double value, int places) {
        return new BigDecimal(value).setScale(places, RoundingMode.HALF_UP).toPlainString();
    }

    /** {@code a, b and c}. */
    public static String list(List<String> items) {
        if (items.size() < 2) {
            return String.join("", items);
        }
        return String.join(", ", items.subList(0, items.size() - 1))
                + " and "
                + items.get(items.size() - 1);
    }

    static String node(NodeDeclared node) {
        String id = node.node().value();
        return node.name().isEmpty() || node.name().equals(id) ? id : node.name() + " (" + id + ")";
    }

    /** A link by its ends. */
    static String link(LinkDeclared link) {
        return link.a() + " – " + link.b();
    }

    /** {@code FIBRE_CUT} or {@code fibre-cut} as words. */
    public static String words(String constant) {
        return constant.toLowerCase(Locale.ROOT).replace('_', ' ').replace('-', ' ');
    }
}
