package breakwater.playbook.run;

import breakwater.exercise.Dialogue;
import breakwater.exercise.Intent;
import breakwater.exercise.QuestionKind;
import breakwater.playbook.Step;
import breakwater.playbook.Verb;
import breakwater.playbook.action.Action;
import breakwater.playbook.action.ActionCatalogue;
import breakwater.playbook.run.Activity.Waiting;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Steps that have the engine do something, with or without somebody's approval. */
final class Acting {

    private final Run run;
    private final Activity activity;
    private final Starter starter;
    private final Machinery machinery;

    Acting(Run run, Activity activity, Starter starter) {
        this.run = run;
        this.activity = activity;
        this.starter = starter;
        machinery = run.machinery;
    }

    void begin(Verb.Do verb) {
        Map<String, Object> with = starter.evaluate(verb.with());
        starter.entered(with.isEmpty() ? verb.action() : verb.action() + " " + Texts.of(with));
        Optional<Step.Approval> approve = activity.modifiers().approve();
        if (approve.isPresent() && activity.attempt == 0) {
            activity.waiting = Waiting.APPROVAL;
            long due = machinery.outbox().nowMicros() + approve.get().deadlineMicros();
            machinery
                    .outbox()
                    .ask(new Intent.AskQuestion(
                            machinery.questionOf(activity),
                            QuestionKind.APPROVAL,
                            approve.get().role(),
                            "%s: %s?".formatted(verb.action(), Texts.of(with)),
                            List.of("approve", "refuse"),
                            due,
                            approve.get().byDefault() ? "approve" : "refuse"));
        } else {
            act(verb, with);
        }
    }

    /** The action was approved, or refused. */
    void approved(Verb.Do verb, String option, String by) {
        if (option.equals("approve")) {
            act(verb, starter.evaluate(verb.with()));
        } else {
            run.fail(activity, "refused", "by " + by);
        }
    }

    private void act(Verb.Do verb, Map<String, Object> with) {
        Action action = ActionCatalogue.find(verb.action()).orElseThrow();
        List<Intent> intents;
        try {
            intents = Commands.of(verb.action(), with, machinery.lowestClass());
        } catch (IllegalArgumentException unusable) {
            // A computed input can be what no thing is called.
            run.fail(activity, "action-failed", String.valueOf(unusable.getMessage()));
            return;
        }
        activity.waiting = Waiting.COMMAND;
        activity.answersLeft = intents.size();
        run.undoing.remember(activity);
        starter.limit();
        long micros = machinery.actionMicros(activity, action.typicalSeconds());
        for (int number = 0; number < intents.size(); number++) {
            String command = number == 0 ? activity.key : activity.key + "+" + number;
            machinery.outbox().command(command, intents.get(number), micros);
        }
    }

    /** The engine answered one of the action's commands. */
    void answered(Verb.Do verb, Dialogue.CommandAnswered answer) {
        Action action = ActionCatalogue.find(verb.action()).orElseThrow();
        if (!answer.accepted()) {
            run.fail(activity, "refused", answer.message());
            return;
        }
        Commands.takeResults(action, answer.results(), activity.results);
        if (--activity.answersLeft > 0) {
            return;
        }
        boolean runtime = action.results().containsKey("key_buffer_runtime");
        if (runtime && !activity.results.containsKey("result.key_buffer_runtime")) {
            activity.results.put("result.key_buffer_runtime", machinery.view().keyBufferRuntime());
        }
        run.complete(activity, Texts.ofResults(activity.results));
    }
}
