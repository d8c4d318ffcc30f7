package breakwater.tabletop.report;

import breakwater.ensemble.Comparison;
import breakwater.ensemble.Comparison.Verdict;
import breakwater.ensemble.DrillFigure;
import breakwater.exercise.SimTime;
import breakwater.report.Wording;
import breakwater.statistics.Interval;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Locale;

/** Figures of a rehearsal as people read them: with as many digits as an interval needs. */
final class DrillFigureText {

    private static final int DIGITS = 4;
    private static final String NO_BOUND = "not bounded";

    private DrillFigureText() {}

    /** One value: {@code 9 h 25 min}, {@code 17.03 billion}, {@code 98.573 %}. */
    static String of(DrillFigure figure, double value) {
        if (Double.isInfinite(value)) {
            return NO_BOUND;
        }
        return switch (figure.unit()) {
            case "s" -> duration(value);
            case "ratio" -> percent(value, 3);
            default -> figure.kind() == DrillFigure.Kind.SHARE ? percent(value, 1) : amount(value);
        };
    }

    /** {@code 16.73 .. 17.33 billion}: two values with their common unit once. */
    static String of(DrillFigure figure, Interval interval) {
        return join(of(figure, interval.low()), of(figure, interval.high()));
    }

    /** {@code Services starved, service-min}: the title with the unit, where the value has none of its own. */
    static String named(DrillFigure figure) {
        boolean tells = figure.unit().endsWith("-min") && !figure.title().contains("minutes");
        return tells ? figure.title() + ", " + figure.unit() : figure.title();
    }

    /** {@code +12 min}, {@code -2.1 million}, {@code +0.012 points}. */
    static String difference(DrillFigure figure, double value) {
        if (figure.kind() == DrillFigure.Kind.SHARE) {
            return signed(value, Wording.decimals(Math.abs(value) * 100, 1) + " points");
        }
        if (figure.unit().equals("ratio")) {
            return signed(value, significant(Math.abs(value) * 100) + " points");
        }
        return signed(value, of(figure, Math.abs(value)));
    }

    /** Of drills that are all alike nothing is said. */
    static String difference(DrillFigure figure, Comparison comparison) {
        return comparison.verdict() == Verdict.ALIKE
                ? "–"
                : difference(figure, comparison.interval());
    }

    static String difference(DrillFigure figure, Interval interval) {
        return join(difference(figure, interval.low()), difference(figure, interval.high()));
    }

    /** {@code -12.3 %}. */
    static String relative(double share) {
        return relative(share, placesFor(share));
    }

    static String relative(Interval interval) {
        int places = placesFor(Math.max(Math.abs(interval.low()), Math.abs(interval.high())));
        return join(relative(interval.low(), places), relative(interval.high(), places));
    }

    private static String relative(double share, int places) {
        return signed(share, Wording.decimals(Math.abs(share) * 100, places) + " %");
    }

    /** So that a small share still has digits. */
    private static int placesFor(double share) {
        double percent = Math.abs(share) * 100;
        return percent >= 10 ? 1 : percent >= 1 ? 2 : 3;
    }

    private static String signed(double value, String amount) {
        String sign = value > 0 ? "+" : value < 0 ? "-" : "";
        return sign + amount;
    }

    /** The unit of both, when it is a single word, only after the second. */
    private static String join(String low, String high) {
        int lowUnit = low.lastIndexOf(' ');
        int highUnit = high.lastIndexOf(' ');
        boolean sameUnit = lowUnit > 0
                && lowUnit == low.indexOf(' ')
                && highUnit == high.indexOf(' ')
                && low.substring(lowUnit).equals(high.substring(Math.max(0, highUnit)));
        return (sameUnit ? low.substring(0, lowUnit) : low) + " .. " + high;
    }

    private static String duration(double seconds) {
        return Wording.duration(Math.round(seconds * SimTime.MICROS_PER_SECOND));
    }

    /** Never rounded up to a full 100 %. */
    private static String percent(double share, int places) {
        double percent = share * 100;
        String text = Wording.decimals(percent, places);
        boolean full = percent < 100 && text.equals(Wording.decimals(100, places));
        return (full ? "> " + Wording.decimals(100 - StrictMath.pow(10, -places), places) : text)
                + " %";
    }

    private static String amount(double value) {
        if (value >= 1e9) {
            return significant(value / 1e9) + " billion";
        } else if (value >= 1e6) {
            return significant(value / 1e6) + " million";
        }
        return value >= 1_000
                ? String.format(Locale.ROOT, "%,d", Math.round(value))
                : significant(value);
    }

    private static String significant(double value) {
        if (value == 0) {
            return "0";
        }
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(DIGITS, RoundingMode.HALF_UP));
        return rounded.scale() < 0
                ? rounded.setScale(0, RoundingMode.UNNECESSARY).toPlainString()
                : rounded.toPlainString();
    }
}
