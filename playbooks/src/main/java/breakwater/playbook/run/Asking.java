package breakwater.playbook.run;

import breakwater.exercise.Dialogue;
import breakwater.exercise.Intent;
import breakwater.exercise.QuestionKind;
import breakwater.exercise.Responding;
import breakwater.exercise.SimTime;
import breakwater.playbook.Template;
import breakwater.playbook.Verb;
import breakwater.playbook.run.Activity.Waiting;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Steps that wait for people, and messages to parties outside. */
final class Asking {

    private final Run run;
    private final Activity activity;
    private final Starter starter;
    private final Machinery machinery;

    Asking(Run run, Activity activity, Starter starter) {
        this.run = run;
        this.activity = activity;
        this.starter = starter;
        machinery = run.machinery;
    }

    /** What is asked, of whom. */
    private record Question(QuestionKind kind, String role, String text, List<String> options) {}

    private long now() {
        return machinery.outbox().nowMicros();
    }

    private long until() {
        return starter.timeout().isPresent()
                ? now() + starter.timeout().getAsLong()
                : SimTime.NEVER;
    }

    void task(Verb.Task verb) {
        starter.entered("");
        ask(
                new Question(
                        QuestionKind.TASK,
                        verb.role(),
                        text(verb.text()),
                        List.of("done", "failed")),
                until(),
                "");
    }

    void decide(Verb.Decide verb) {
        starter.entered("");
        List<String> options = List.copyOf(verb.options().keySet());
        ask(
                new Question(QuestionKind.DECISION, verb.role(), text(verb.question()), options),
                now() + verb.deadlineMicros(),
                verb.byDefault());
    }

    private String text(Template template) {
        return Texts.of(template, run, activity.in.scope);
    }

    private void ask(Question question, long dueMicros, String byDefault) {
        activity.waiting = Waiting.QUESTION;
        machinery
                .outbox()
                .ask(new Intent.AskQuestion(
                        machinery.questionOf(activity),
                        question.kind(),
                        question.role(),
                        question.text(),
                        question.options(),
                        dueMicros,
                        byDefault));
    }

    /** Somebody answered, or the deadline did. */
    void answered(Dialogue.QuestionAnswered answer) {
        Verb verb = activity.step.verb();
        if (verb instanceof Verb.Decide) {
            activity.results.put("result.option", answer.option());
            activity.results.put("result.by", answer.by());
            run.complete(activity, answer.option() + " by " + answer.by());
        } else if (answer.option().isEmpty()) {
            run.fail(activity, "timeout", "nobody answered");
        } else if (verb instanceof Verb.Notify notify) {
            if (answer.option().equals("send")) {
                send(notify);
            } else {
                run.fail(activity, "refused", "by " + answer.by());
            }
        } else if (answer.option().equals("done")) {
            activity.results.put("result.by", answer.by());
            run.complete(activity, "by " + answer.by());
        } else {
            run.fail(activity, "action-failed", "by " + answer.by());
        }
    }

    /** A message to a party outside, at once or when its role has signed it off; its clock runs from now on. */
    void tell(Verb.Notify verb) {
        starter.entered("");
        if (verb.due().isPresent()) {
            Instant from =
                    (Instant) run.value(verb.due().get().from(), activity.in.scope, Map.of());
            long due = Happening.micros(from) + verb.due().get().withinMicros();
            run.note(new Responding.ObligationOpened(activity.key, verb.notice(), verb.to(), due));
            machinery.setAlarm(activity, "due", due);
        }
        if (verb.role().isEmpty()) {
            send(verb);
        } else {
            ask(
                    new Question(
                            QuestionKind.APPROVAL,
                            verb.role(),
                            body(verb),
                            List.of("send", "hold")),
                    until(),
                    "");
        }
    }

    private String body(Verb.Notify verb) {
        return verb.text().isPresent()
                ? text(verb.text().get())
                : Texts.cut(verb.notice() + ": " + Texts.of(starter.evaluate(verb.with())));
    }

    private void send(Verb.Notify verb) {
        run.note(new Responding.NotificationSent(
                run.id, activity.path(), verb.notice(), verb.to(), body(verb)));
        if (verb.due().isPresent() && activity.alarms.contains("due")) {
            run.note(new Responding.ObligationClosed(activity.key, true));
        }
        run.complete(activity, "");
    }
}
