package breakwater.playbook.trial.coverage;

import breakwater.exercise.Dialogue;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.Responding;
import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Verb;
import breakwater.playbook.trial.StepName;
import breakwater.playbook.trial.play.Played;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** The ways that one trial went, read out of its log. */
final class Traces {

    private final Playbook playbook;
    private final Played played;
    private final Set<Way> ways = new HashSet<>();

    Traces(Playbook playbook, Played played) {
        this.playbook = playbook;
        this.played = played;
        played.log().stream().map(LogEntry::event).forEach(this::take);
    }

    Set<Way> ways() {
        return ways;
    }

    private void take(ExerciseEvent event) {
        if (event instanceof Responding.StepMoved moved) {
            find(played.runs().stepOf(moved.run(), moved.step()))
                    .ifPresent(step -> moved(step, moved));
        } else if (event instanceof Responding.Escalated told) {
            find(played.runs().stepOf(told.run(), told.step()))
                    .ifPresent(step -> step.modifiers().escalate().stream()
                            .filter(rung -> rung.to().equals(told.to()))
                            .forEach(rung -> way(step, Ways.escalates(rung))));
        } else if (event instanceof Dialogue.QuestionAnswered answer) {
            find(played.runs().stepOf(answer.question())).ifPresent(step -> answered(step, answer));
        }
    }

    private Optional<Step> find(StepName name) {
        return name.playbook().equals(playbook.id()) ? played.runs().find(name) : Optional.empty();
    }

    private void way(Step step, String what) {
        ways.add(new Way(step.path(), what));
    }

    private void answered(Step step, Dialogue.QuestionAnswered answer) {
        if (answer.by().equals(Dialogue.QuestionAnswered.BY_DEFAULT)) {
            way(step, Ways.byDefault(answer.option()));
        } else if (!answer.by().equals(Dialogue.QuestionAnswered.WITHDRAWN)) {
            way(step, Ways.option(answer.option()));
        }
    }

    private void moved(Step step, Responding.StepMoved moved) {
        switch (moved.state()) {
            case ENTERED -> {
                way(step, Ways.REACHED);
                entered(step, moved);
            }
            case DONE -> done(step, moved.detail());
            case SKIPPED -> way(step, Ways.SKIPPED);
            case UNDONE -> way(step, Ways.TAKEN_BACK);
            case FAILED -> failed(step, moved);
            case CANCELLED -> {
                // Somebody else's way.
            }
        }
    }

    private void entered(Step step, Responding.StepMoved moved) {
        if (moved.attempt() > 0) {
            way(step, Ways.AGAIN);
        }
        if (step.verb() instanceof Verb.If) {
            way(step, moved.detail());
        } else if (step.verb() instanceof Verb.Switch) {
            way(step, Ways.branch(moved.detail()));
        } else if (step.verb() instanceof Verb.Parallel parallel) {
            parallel.branches().forEach(branch -> way(step, Ways.branch(branch.name())));
        }
    }

    private void done(Step step, String detail) {
        way(step, Ways.REACHED);
        boolean late = step.verb() instanceof Verb.Return && detail.equals("late");
        way(step, late ? Ways.LATE : Ways.DONE);
    }

    private void failed(Step step, Responding.StepMoved moved) {
        String detail = moved.detail();
        int colon = detail.indexOf(':');
        String kind = colon < 0 ? detail : detail.substring(0, colon);
        Playbook.Retry retry = step.modifiers()
                .retry()
                .or(() -> step.verb() instanceof Verb.Do
                        ? playbook.defaults().retry()
                        : Optional.empty())
                .orElse(null);
        boolean again = retry != null
                && moved.attempt() < retry.max()
                && (retry.on().isEmpty() || retry.on().contains(kind));
        if (step.verb() instanceof Verb.Do && again) {
            return;
        }
        way(step, failure(step, kind, colon >= 0));
    }

    private static String failure(Step step, String kind, boolean byPeople) {
        if (step.verb() instanceof Verb.Do || step.verb() instanceof Verb.Call) {
            return Ways.FAILS;
        }
        return switch (kind) {
            case "timeout" -> Ways.TIMES_OUT;
            case "refused" -> Ways.REFUSED;
            case "loop-exhausted" -> Ways.EXHAUSTED;
            case "no-offer" -> Ways.NO_OFFER;
            case "declined" -> byPeople ? Ways.NOT_TAKEN : Ways.NO_OFFER;
            case "not-deployed" -> Ways.NOT_DEPLOYED;
            default -> Ways.FAILS;
        };
    }
}
