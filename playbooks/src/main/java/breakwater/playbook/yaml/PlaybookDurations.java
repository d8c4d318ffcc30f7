package breakwater.playbook.yaml;

import breakwater.document.Durations;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Durations of playbooks: as in all our files, and also {@code 5m}, {@code 1h30m} and ISO 8601 ({@code PT5M}). */
public final class PlaybookDurations {

    private static final Pattern SHORT = Pattern.compile(
            "(?:([0-9]{1,6})d)?(?:([0-9]{1,7})h)?(?:([0-9]{1,8})m)?(?:([0-9]{1,9})s)?"
                    + "(?:([0-9]{1,9})ms)?");
    private static final Pattern ISO = Pattern.compile("P[0-9TDHMS.]{1,30}");
    /** The clock of the incident notification: Directive (EU) 2022/2555, Article 23(4)(b). */
    private static final long HOURS_MAX = 72;

    private static final long[] UNIT_MICROS = {
        86_400_000_000L, 3_600_000_000L, 60_000_000L, 1_000_000L, 1_000L
    };

    private PlaybookDurations() {}

    /** Whole microseconds; empty when {@code text} is no duration, or longer than {@link Durations#MAX_MICROS}. */
    public static OptionalLong parseMicros(String text) {
        OptionalLong micros = parse(text);
        return micros.isPresent() && micros.getAsLong() <= Durations.MAX_MICROS
                ? micros
                : OptionalLong.empty();
    }

    private static OptionalLong parse(String text) {
        if (text.isEmpty() || text.length() > 40) {
            return OptionalLong.empty();
        }
        Matcher written = SHORT.matcher(text);
        if (written.matches()) {
            long micros = 0;
            for (int unit = 0; unit < UNIT_MICROS.length; unit++) {
                String amount = written.group(unit + 1);
                micros += amount == null ? 0 : Long.parseLong(amount) * UNIT_MICROS[unit];
            }
            return OptionalLong.of(micros);
        }
        if (ISO.matcher(text).matches()) {
            try {
                Duration iso = Duration.parse(text);
                return iso.isNegative() || iso.toDays() > 100_000
                        ? OptionalLong.empty()
                        : OptionalLong.of(
                                ChronoUnit.MICROS.between(Instant.EPOCH, Instant.EPOCH.plus(iso)));
            } catch (DateTimeParseException | ArithmeticException notIso) {
                return OptionalLong.empty();
            }
        }
        return Durations.parseMicros(text);
    }

    /** In the shortest form that reads back as the same: {@code 90m} as {@code 90m}, {@code 1h}. */
    public static String format(long micros) {
        if (micros == 0) {
            return "0s";
        }
        String[] names = {"d", "h", "m", "s"};
        for (int unit = 0; unit < names.length; unit++) {
            if (micros % UNIT_MICROS[unit] == 0) {
                return micros / UNIT_MICROS[unit] + names[unit];
            }
        }
        return Durations.format(micros);
    }

    /**
     * As a playbook has it: {@code 2m}, {@code 1h30m}, {@code 72h}, {@code 4d}. Days are used beyond 72 hours, and only
     * whole ones: the clocks of the law count hours up to there. What is finer than a millisecond is ISO 8601.
     */
    public static String written(long micros) {
        if (micros == 0) {
            return "0s";
        }
        if (micros % UNIT_MICROS[4] != 0) {
            return Duration.of(micros, ChronoUnit.MICROS).toString();
        }
        if (micros % UNIT_MICROS[0] == 0 && micros > HOURS_MAX * UNIT_MICROS[1]) {
            return micros / UNIT_MICROS[0] + "d";
        }
        String[] names = {"h", "m", "s", "ms"};
        StringBuilder text = new StringBuilder();
        long rest = micros;
        for (int unit = 0; unit < names.length; unit++) {
            long amount = rest / UNIT_MICROS[unit + 1];
            rest %= UNIT_MICROS[unit + 1];
            if (amount > 0) {
                text.append(amount).append(names[unit]);
            }
        }
        return text.toString();
    }

    /** In hours, minutes and seconds, as a person adds them up: {@code 1h 30m}; less than a second is left out. */
    public static String spoken(long micros) {
        long seconds = micros / 1_000_000;
        StringBuilder text = new StringBuilder();
        append(text, seconds / 3600, "h");
        append(text, seconds / 60 % 60, "m");
        append(text, seconds % 60, "s");
        return text.isEmpty() ? "0s" : text.toString().strip();
    }

    private static void append(StringBuilder text, long amount, String unit) {
        if (amount > 0) {
            text.append(amount).append(unit).append(' ');
        }
    }
}
