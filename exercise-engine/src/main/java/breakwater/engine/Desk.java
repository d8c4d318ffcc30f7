package breakwater.engine;

import breakwater.exercise.Dialogue;
import breakwater.exercise.DomainState;
import breakwater.exercise.Intent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.SimTime;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What waits for people or for a time: open questions with their deadlines, and alarms. All share one timer, set to the
 * first; what is due at one instant comes in the order in which it was set.
 */
final class Desk {

    private final Moment moment;
    private final Timers timers;

    private final Map<String, Intent.AskQuestion> open = new LinkedHashMap<>();
    private final TreeMap<Due, String> due = new TreeMap<>();
    private final Map<String, Due> dueOf = new HashMap<>();
    private long order;

    /** A place in the queue; {@code cause} is the inject it goes back to. */
    private record Due(long timeMicros, long order, boolean question, String cause)
            implements Comparable<Due> {
        @Override
        public int compareTo(Due other) {
            int byTime = Long.compare(timeMicros, other.timeMicros);
            return byTime != 0 ? byTime : Long.compare(order, other.order);
        }
    }

    Desk(Moment moment, Timers timers) {
        this.moment = moment;
        this.timers = timers;
    }

    Optional<String> ask(Intent.AskQuestion asked) {
        if (open.putIfAbsent(asked.question(), asked) != null) {
            return Optional.of("Expected a question of a new name, but '%s' is open already."
                    .formatted(asked.question()));
        }
        moment.record(new Dialogue.QuestionAsked(
                asked.question(),
                asked.kind(),
                asked.role(),
                asked.text(),
                asked.options(),
                asked.dueMicros(),
                asked.byDefault()));
        if (asked.dueMicros() != SimTime.NEVER) {
            schedule(questionKey(asked.question()), asked.dueMicros(), true);
        }
        return Optional.empty();
    }

    Optional<String> answer(Intent.AnswerQuestion answer) {
        Intent.AskQuestion asked = open.get(answer.question());
        if (asked == null) {
            return Optional.of(
                    "Expected an answer to an open question, but '%s' is not open. Maybe it was answered already."
                            .formatted(answer.question()));
        }
        if (!asked.options().contains(answer.option())) {
            return Optional.of("Expected one of %s as answer, but found '%s'."
                    .formatted(String.join(", ", asked.options()), answer.option()));
        }
        close(answer.question(), answer.option(), answer.by());
        return Optional.empty();
    }

    Optional<String> withdraw(String question) {
        if (open.containsKey(question)) {
            close(question, "", Dialogue.QuestionAnswered.WITHDRAWN);
        }
        return Optional.empty();
    }

    private void close(String question, String option, String by) {
        open.remove(question);
        unschedule(questionKey(question));
        moment.record(new Dialogue.QuestionAnswered(question, option, by));
    }

    void setAlarm(String alarm, long atMicros) {
        schedule(alarmKey(alarm), Math.max(moment.now, atMicros), false);
    }

    void cancelAlarm(String alarm) {
        unschedule(alarmKey(alarm));
    }

    private static String questionKey(String question) {
        return "?" + question;
    }

    private static String alarmKey(String alarm) {
        return "!" + alarm;
    }

    private void schedule(String key, long atMicros, boolean question) {
        unschedule(key);
        Due at = new Due(atMicros, order++, question, moment.cause);
        due.put(at, key);
        dueOf.put(key, at);
        setTimer();
    }

    private void unschedule(String key) {
        Due at = dueOf.remove(key);
        if (at != null) {
            due.remove(at);
            setTimer();
        }
    }

    private void setTimer() {
        if (due.isEmpty()) {
            timers.cancel(Timers.Kind.DESK, 0);
        } else {
            timers.set(Timers.Kind.DESK, 0, due.firstKey().timeMicros());
        }
    }

    /** The first deadline or alarm is due; the next one has a turn of its own, even at the same instant. */
    void due() {
        Map.@Nullable Entry<Due, String> first = due.pollFirstEntry();
        if (first == null) {
            throw new IllegalStateException("The desk's timer was due, but nothing waits.");
        }
        String key = first.getValue();
        dueOf.remove(key);
        moment.cause = first.getKey().cause();
        String name = key.substring(1);
        if (first.getKey().question()) {
            Intent.AskQuestion asked = open.remove(name);
            if (asked == null) {
                throw new IllegalStateException(
                        "The question (%s) was due, but is not open.".formatted(name));
            }
            moment.record(new Dialogue.QuestionAnswered(
                    name, asked.byDefault(), Dialogue.QuestionAnswered.BY_DEFAULT));
        } else {
            moment.record(new Dialogue.AlarmRang(name));
        }
        String cause = moment.cause;
        moment.cause = LogEntry.NO_CAUSE;
        setTimer();
        moment.cause = cause;
    }

    Map<String, DomainState.OfQuestion> look() {
        Map<String, DomainState.OfQuestion> now = new HashMap<>();
        open.forEach((name, asked) ->
                now.put(name, new DomainState.OfQuestion(asked.role(), asked.dueMicros())));
        return now;
    }
}
