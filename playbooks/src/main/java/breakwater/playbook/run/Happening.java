package breakwater.playbook.run;

import breakwater.playbook.event.EventKind;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;

/**
 * Something that happened, in the words of the language.
 *
 * @param subject what it concerns; empty for the whole domain
 * @param values of its fields by full name, without {@code event.at} and {@code event.lasted}
 */
record Happening(
        EventKind kind, String subject, Map<String, Object> values, long atMicros, String cause) {

    Happening {
        values = Map.copyOf(values);
    }

    /** All its fields, as they are when it has lasted so long. */
    Map<String, Object> fields(long lastedMicros) {
        Map<String, Object> fields = new HashMap<>(values);
        fields.put("event.at", instant(atMicros));
        fields.put("event.lasted", Duration.of(lastedMicros, ChronoUnit.MICROS));
        return fields;
    }

    /** Drill time as expressions see it: StartEx is the epoch. */
    static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }

    /** Back to drill time. */
    static long micros(Instant instant) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
    }
}
