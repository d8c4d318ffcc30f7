package breakwater.playbook.run;

import breakwater.exercise.SimTime;
import breakwater.playbook.Template;
import breakwater.playbook.yaml.PlaybookDurations;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Values as people and the log read them. */
public final class Texts {

    /** A longer text is cut: a log line is no document. */
    private static final int CHARACTERS_MAX = 2_000;

    private Texts() {}

    /** One value of an expression; a longer text is cut. */
    public static String of(Object value) {
        if (value instanceof Duration duration) {
            long seconds = duration.toSeconds();
            return PlaybookDurations.format(seconds * SimTime.MICROS_PER_SECOND);
        }
        if (value instanceof Instant instant) {
            return SimTime.format(Happening.micros(instant));
        }
        if (value instanceof List<?> list) {
            return list.stream().map(Texts::of).collect(Collectors.joining(", "));
        }
        return cut(String.valueOf(value));
    }

    static String cut(String text) {
        return text.length() <= CHARACTERS_MAX ? text : text.substring(0, CHARACTERS_MAX) + "...";
    }

    /** Names and values, in their order. */
    static String of(Map<String, Object> values) {
        return values.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + of(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    /** What a step gave, sorted by name. */
    static String ofResults(Map<String, Object> results) {
        Map<String, Object> bare = new TreeMap<>();
        results.forEach((name, value) -> bare.put(name.substring("result.".length()), value));
        return of(bare);
    }

    static String of(Template template, Run run, Scope scope) {
        StringBuilder text = new StringBuilder();
        for (Template.Part part : template.parts()) {
            if (part instanceof Template.Part.Inserted inserted) {
                text.append(of(run.value(inserted.expression(), scope, Map.of())));
            } else {
                text.append(((Template.Part.Fixed) part).text());
            }
        }
        return cut(text.toString());
    }
}
