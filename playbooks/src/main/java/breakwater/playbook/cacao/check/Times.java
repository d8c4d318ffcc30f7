package breakwater.playbook.cacao.check;

import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.JsonValue.JsonText;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Optional;
import java.util.regex.Pattern;

/** Times of CACAO (section 10.17): RFC 3339 in UTC with {@code Z}; where an object has versions, to the millisecond. */
final class Times {

    private static final Pattern FORM = Pattern.compile(
            "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(\\.[0-9]{1,9})?Z");

    private static final Pattern TO_THE_MILLISECOND = Pattern.compile(".*\\.[0-9]{3}Z");

    private Times() {}

    /** Any time. */
    static Kind time() {
        return (key, value, problems) -> check(key, value, false, problems);
    }

    /** A time with exactly three digits after the point. */
    static Kind milliseconds() {
        return (key, value, problems) -> check(key, value, true, problems);
    }

    private static void check(String key, JsonValue value, boolean exact, Problems problems) {
        if (!(value instanceof JsonText text)) {
            Kinds.expect(false, "a time", key, value, problems);
            return;
        }
        String expected =
                exact ? "a time like 2026-11-23T08:00:00.000Z" : "a time like 2026-11-23T08:00:00Z";
        if (parse(text.text()).isEmpty()) {
            problems.add(Problem.error(
                    "bad-time",
                    value.location(),
                    "Expected %s for '%s', but found %s.".formatted(expected, key, value.kind()),
                    "Maybe it lacks the Z of UTC, or there is no such day."));
        } else if (exact && !TO_THE_MILLISECOND.matcher(text.text()).matches()) {
            problems.add(Problem.error(
                    "bad-time",
                    value.location(),
                    "Expected %s, to the millisecond, for '%s', but found %s."
                            .formatted(expected, key, value.kind()),
                    "Maybe write exactly three digits after the point."));
        }
    }

    /** The instant that {@code text} writes, or empty when it is none. */
    static Optional<Instant> parse(String text) {
        if (!FORM.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(Instant.parse(text));
        } catch (DateTimeException noSuchTime) {
            return Optional.empty();
        }
    }

    /** Reports when {@code later} of {@code object} comes before {@code earlier}, or at it if that is not allowed. */
    static void checkOrder(
            JsonObject object,
            String earlier,
            String later,
            boolean equalAllowed,
            Problems problems) {
        Optional<Instant> first = object.findText(earlier).flatMap(Times::parse);
        Optional<Instant> second = object.findText(later).flatMap(Times::parse);
        if (first.isEmpty() || second.isEmpty()) {
            return;
        }
        int order = second.get().compareTo(first.get());
        if (order < 0 || (order == 0 && !equalAllowed)) {
            problems.add(Problem.error(
                    "wrong-order",
                    object.find(later).orElseThrow().location(),
                    "Expected '%s' %s '%s' (%s), but found %s."
                            .formatted(
                                    later,
                                    equalAllowed ? "not before" : "after",
                                    earlier,
                                    first.get(),
                                    second.get()),
                    "Maybe the two are swapped."));
        }
    }
}
