package breakwater.tabletop.report;

import breakwater.exercise.SimTime;
import breakwater.report.Wording;
import breakwater.scoring.Figures;
import breakwater.scoring.Measure;

import java.math.BigDecimal;

/** Figures as people read them, in one place, so that page and terminal say the same. */
final class FigureText {

    private static final double KILO = 1e3;

    private FigureText() {}

    /** {@code 98.31 %}, {@code 5 h 12 min}, {@code undefined}; {@code –} when the measure does not apply. */
    static String of(Measure measure, Figures figures) {
        if (!figures.values().containsKey(measure)) {
            return "–";
        }
        return figures.findValue(measure)
                .map(value -> text(measure, value))
                .orElse(isMedianOfCensored(measure) ? "not reached" : "undefined");
    }

    private static boolean isMedianOfCensored(Measure measure) {
        return measure == Measure.RIDE_THROUGH_MEDIAN_SECONDS
                || measure == Measure.RESTORE_MEDIAN_SECONDS;
    }

    private static String text(Measure measure, BigDecimal value) {
        return switch (measure.unit()) {
            case "ratio" -> Wording.percent(value.doubleValue());
            case "%" -> Wording.percent(value.doubleValue() / 100);
            case "s" -> Wording.duration(value.movePointRight(6).longValue());
            case "h" -> Wording.about(value.doubleValue()) + " h";
            case "%·h" -> Wording.decimals(value.doubleValue(), 1) + " %·h";
            case "bit" -> bits(value.doubleValue());
            default -> Wording.about(value.doubleValue());
        };
    }

    private static String bits(double bits) {
        String[] units = {"bit", "kbit", "Mbit", "Gbit", "Tbit", "Pbit"};
        int unit = 0;
        double scaled = bits;
        while (scaled >= KILO && unit < units.length - 1) {
            scaled /= KILO;
            unit++;
        }
        return Wording.decimals(scaled, unit == 0 ? 0 : 1) + " " + units[unit];
    }

    /** {@code T+05:12} without seconds: fine enough for a table. */
    static String moment(long micros) {
        return SimTime.format(micros);
    }
}
