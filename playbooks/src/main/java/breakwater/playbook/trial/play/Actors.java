package breakwater.playbook.trial.play;

import breakwater.exercise.Intent;
import breakwater.exercise.SimTime;
import breakwater.playbook.Step;
import breakwater.playbook.Verb;
import breakwater.playbook.action.Action;
import breakwater.playbook.action.ActionCatalogue;
import breakwater.playbook.expression.Type;
import breakwater.playbook.expression.Type.Simple;
import breakwater.playbook.trial.Reply;
import breakwater.playbook.trial.StepName;
import breakwater.playbook.trial.Trial;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/** What actions come to and people answer, as the trial says; each reply of a list is used once, the last for ever. */
final class Actors {

    private final Trial trial;
    private final RunsSeen steps;
    private final World world;
    private final Map<Object, Integer> used = new HashMap<>();
    private final Set<String> ordered = new LinkedHashSet<>();
    private final Map<String, Reply.ToAction> chosen = new HashMap<>();

    /** An answer to a command, and when it comes. */
    record CommandReply(long afterMicros, boolean accepted, String message, List<String> results) {}

    Actors(Trial trial, RunsSeen steps, World world) {
        this.trial = trial;
        this.steps = steps;
        this.world = world;
    }

    RunsSeen steps() {
        return steps;
    }

    /** The activities that had something done, in the order of their first command. */
    Set<String> ordered() {
        return ordered;
    }

    /** What a command comes to; empty when nobody answers. */
    Optional<CommandReply> reply(String command, Intent intent, long nowMicros) {
        String activity = RunsSeen.activityOf(command);
        StepName name = steps.stepOf(activity);
        Action action = steps.find(name)
                .map(Step::verb)
                .filter(Verb.Do.class::isInstance)
                .flatMap(verb -> ActionCatalogue.find(((Verb.Do) verb).action()))
                .orElseThrow(() -> new IllegalStateException(
                        "The command (%s) is of no step.".formatted(command)));
        if (ordered.add(activity)) {
            chosen.put(activity, next(name, action));
        }
        Reply.ToAction reply = chosen.get(activity);
        if (reply instanceof Reply.ToAction.Refused refused) {
            return Optional.of(new CommandReply(
                    micros(refused.afterMicros(), action), false, refused.message(), List.of()));
        }
        if (reply instanceof Reply.ToAction.Done done) {
            Map<String, Object> results = new HashMap<>();
            if (intent instanceof Intent.Probe probe) {
                results.putAll(world.probe(probe.link().value(), nowMicros));
            }
            results.putAll(done.results());
            return Optional.of(new CommandReply(
                    micros(done.afterMicros(), action), true, "", texts(action, results)));
        }
        return Optional.empty();
    }

    private Reply.ToAction next(StepName step, Action action) {
        Trial.Target one = new Trial.Target.OneStep(step);
        Trial.Target every = new Trial.Target.EveryStep(action.name());
        Trial.Target target = trial.actions().containsKey(one) ? one : every;
        return nth(target, trial.actions().getOrDefault(target, List.of()))
                .orElse(new Reply.ToAction.Done(Map.of(), OptionalLong.empty()));
    }

    private <T> Optional<T> nth(Object whose, List<T> replies) {
        if (replies.isEmpty()) {
            return Optional.empty();
        }
        int number = used.merge(whose, 1, Integer::sum) - 1;
        return Optional.of(replies.get(Math.min(number, replies.size() - 1)));
    }

    private static long micros(OptionalLong after, Action action) {
        return after.orElse(SimTime.ofSeconds(action.typicalSeconds()));
    }

    /** As the engine answers. How long key lasts is not among it: playbooks look for themselves. */
    private static List<String> texts(Action action, Map<String, Object> results) {
        List<String> texts = new ArrayList<>();
        action.results().forEach((name, type) -> {
            Object value = results.get(name);
            if (value == null && !name.equals("key_buffer_runtime")) {
                value = nothing(type);
            }
            if (value instanceof Duration duration) {
                texts.add(name + "=" + duration.toSeconds());
            } else if (value != null) {
                texts.add(name + "=" + value);
            }
        });
        return texts;
    }

    private static Object nothing(Type type) {
        if (type == Simple.BOOL) {
            return false;
        }
        if (type == Simple.INTEGER) {
            return 0L;
        }
        if (type == Simple.FLOAT) {
            return 0.0;
        }
        return type == Simple.DURATION ? Duration.ZERO : "";
    }

    /** Who answers a question what, and when; empty when nobody does. */
    Optional<Reply.ToQuestion.Chosen> answer(String question) {
        StepName step = steps.stepOf(question);
        return nth(step, trial.answers().getOrDefault(step, List.of()))
                .filter(Reply.ToQuestion.Chosen.class::isInstance)
                .map(Reply.ToQuestion.Chosen.class::cast);
    }
}
