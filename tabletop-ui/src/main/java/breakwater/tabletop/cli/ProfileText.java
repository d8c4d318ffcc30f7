package breakwater.tabletop.cli;

import breakwater.keyrate.CalibratedLaw;
import breakwater.keyrate.CalibrationPoint;
import breakwater.keyrate.Confidence;
import breakwater.keyrate.Figures;
import breakwater.keyrate.KeyRate;
import breakwater.keyrate.KeyRateProfile;
import breakwater.keyrate.Parameter;
import breakwater.keyrate.Restart;
import breakwater.tabletop.cli.ProfileCommand.RatedSpan;

import java.util.List;
import java.util.Locale;

/** Profiles and rates for people. */
final class ProfileText {

    private ProfileText() {}

    static String list(List<KeyRateProfile> profiles) {
        StringBuilder text = new StringBuilder();
        line(text, "%-25s %-8s %-28s %s", "PROFILE", "VERSION", "VALID", "TITLE");
        for (KeyRateProfile profile : profiles) {
            line(
                    text,
                    "%-25s %-8s %-28s %s",
                    profile.id(),
                    profile.version(),
                    profile.range(),
                    profile.title());
        }
        return text.toString();
    }

    static String show(KeyRateProfile profile) {
        StringBuilder text = new StringBuilder();
        line(text, "%s %s", profile.id(), profile.version());
        line(text, "%s", profile.title());
        line(text, "");
        line(text, "%-8s %s", "law", profile.law().id());
        line(text, "%-8s %s", "", profile.law().formula());
        line(text, "%-8s %s", "", profile.law().source());
        line(text, "%-8s %s", "values", profile.source());
        line(text, "%-8s %s", "valid", profile.range());
        line(text, "");
        for (Parameter parameter : profile.values().listParameters()) {
            line(
                    text,
                    "%-16s %-14s %-11s %s",
                    parameter.name(),
                    parameter.spec().describe(parameter.value()),
                    parameter.confidence().word(),
                    meaning(parameter));
        }
        if (profile.law() instanceof CalibratedLaw calibrated) {
            line(text, "");
            calibrated.points().forEach(point -> point(text, point));
        }
        restart(text, profile.restart());
        return text.toString();
    }

    private static String meaning(Parameter parameter) {
        String meaning = parameter.spec().meaning();
        return parameter.note().isEmpty() ? meaning : meaning + "; " + parameter.note();
    }

    private static void point(StringBuilder text, CalibrationPoint point) {
        line(
                text,
                "point            %s dB (%s): %s bit/s, QBER %s %% (%s)",
                Figures.plain(point.lossDb()),
                point.lossConfidence().word(),
                Figures.plain(point.rateBitPerSecond()),
                Figures.plain(100 * point.qber()),
                point.qberConfidence().word());
    }

    private static void restart(StringBuilder text, Restart restart) {
        String confidence = restart.confidence().word();
        line(text, "");
        line(text, "%-16s %,d sifted bit (%s)", "block", restart.blockSiftedBit(), confidence);
        line(
                text,
                "%-16s median %s s, 95 %% within %s s (%s)",
                "realignment",
                Figures.plain(restart.realignMedianSeconds()),
                Figures.plain(restart.realignP95Seconds()),
                confidence);
    }

    static String rate(RatedSpan rated) {
        KeyRate rate = rated.rate();
        StringBuilder text = new StringBuilder();
        line(
                text,
                "%-12s %s %s",
                "profile",
                rated.profile().id(),
                rated.profile().version());
        line(text, "%-12s %s", "span", span(rated));
        line(
                text,
                "%-12s %s bit/s, %s secret bit per pulse at %s Hz",
                "rate",
                Figures.plain(rate.rateBitPerSecond()),
                Figures.plain(rate.ratePerPulse()),
                Figures.plain(rated.profile().clockHz()));
        line(text, "%-12s %s %%", "QBER", Figures.plain(100 * rate.qber()));
        line(text, "%-12s %s", "PLOB bound", bound(rate));
        line(text, "%-12s %s", "first block", block(rated.profile().restart(), rate));
        if (!rated.changed().isEmpty()) {
            line(text, "%-12s %s", "changed", String.join(", ", rated.changed()));
        }
        line(text, "%-12s %s", "assumed", String.join(", ", rated.profile().listAssumed()));
        return text.toString();
    }

    private static String span(RatedSpan rated) {
        String loss = Figures.plain(rated.rate().lossDb()) + " dB";
        Double lengthKm = rated.lengthKm();
        return lengthKm == null ? loss : Figures.plain(lengthKm) + " km, " + loss;
    }

    private static String bound(KeyRate rate) {
        if (Double.isInfinite(rate.plobBitPerUse())) {
            return "none: without loss a pulse can carry any number of bits";
        }
        String bound = Figures.plain(rate.plobBitPerUse()) + " bit per pulse";
        if (rate.ratePerPulse() == 0) {
            return bound + "; no key at this loss";
        }
        return bound
                + String.format(
                        Locale.ROOT, "; the rate is %.1f dB below it", rate.marginToPlobDb());
    }

    private static String block(Restart restart, KeyRate rate) {
        if (rate.blockBit() == 0) {
            return "never";
        }
        String note = restart.confidence() == Confidence.ASSUMED ? " (assumed)" : "";
        return String.format(
                Locale.ROOT,
                "%,d secret bit, %.1f s after realignment%s",
                rate.blockBit(),
                rate.blockFillSeconds(),
                note);
    }

    private static void line(StringBuilder text, String format, Object... values) {
        text.append(String.format(Locale.ROOT, format, values).stripTrailing()).append('\n');
    }
}
