package breakwater.engine;

import breakwater.exercise.Dialogue;
import breakwater.exercise.DomainState;
import breakwater.exercise.Intent;
import breakwater.exercise.SimTime;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What waits for people or for a time: open questions with their deadlines, and alarms. All share one timer, set to the
 * first; what is due at one instant comes in the order in which it was set.
 */
final class Desk {

    private final Moment moment;
    private final Map<String, Intent.AskQuestion> open = new LinkedHashMap<>();
    private final Agenda agenda;

    Desk(Moment moment, Timers timers) {
        this.moment = moment;
        agenda = new Agenda(moment, timers, Timers.Kind.DESK);
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
            agenda.set(questionKey(asked.question()), asked.dueMicros());
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
        agenda.cancel(questionKey(question));
        moment.record(new Dialogue.QuestionAnswered(question, option, by));
    }

    void setAlarm(String alarm, long atMicros) {
        agenda.set(alarmKey(alarm), Math.max(moment.now, atMicros));
    }

    void cancelAlarm(String alarm) {
        agenda.cancel(alarmKey(alarm));
    }

    private static String questionKey(String question) {
        return "?" + question;
    }

    private static String alarmKey(String alarm) {
        return "!" + alarm;
    }

    /** The first deadline or alarm is due; the next one has a turn of its own, even at the same instant. */
    void due() {
        String key = agenda.take();
        String name = key.substring(1);
        if (key.equals(alarmKey(name))) {
            moment.record(new Dialogue.AlarmRang(name));
            return;
        }
        Intent.AskQuestion asked = open.remove(name);
        if (asked == null) {
            throw new IllegalStateException(
                    "The question (%s) was due, but is not open.".formatted(name));
        }
        moment.record(new Dialogue.QuestionAnswered(
                name, asked.byDefault(), Dialogue.QuestionAnswered.BY_DEFAULT));
    }

    Map<String, DomainState.OfQuestion> look() {
        Map<String, DomainState.OfQuestion> now = new HashMap<>();
        open.forEach((name, asked) ->
                now.put(name, new DomainState.OfQuestion(asked.role(), asked.dueMicros())));
        return now;
    }
}
