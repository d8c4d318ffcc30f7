package breakwater.playbook.trial.coverage;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Step.OnFailure;
import breakwater.playbook.Verb;
import breakwater.playbook.check.StepWalk;
import breakwater.playbook.yaml.PlaybookDurations;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * All ways that the steps of a playbook can go: branches, options, deadlines and their defaults, escalations, failures,
 * retries. Not counted are the steps below {@code undo}: that a step is taken back counts as one way.
 */
final class Ways {

    static final String REACHED = "is reached";
    static final String DONE = "is done";
    static final String FAILS = "fails";
    static final String REFUSED = "is refused";
    static final String TIMES_OUT = "times out";
    static final String AGAIN = "is tried again";
    static final String SKIPPED = "is skipped";
    static final String TAKEN_BACK = "is taken back";
    static final String EXHAUSTED = "is exhausted";
    static final String NO_OFFER = "nobody offers";
    static final String NOT_TAKEN = "no offer is taken";
    static final String NOT_DEPLOYED = "is not deployed in time";
    static final String LATE = "is late";

    private final Playbook playbook;
    private final Set<Way> ways = new LinkedHashSet<>();
    private final boolean takesBackAll;

    private Ways(Playbook playbook) {
        this.playbook = playbook;
        boolean[] all = {false};
        StepWalk.all(
                playbook, step -> all[0] |= step.modifiers().onFailure() == OnFailure.Simple.UNDO);
        takesBackAll = all[0];
    }

    /** In file order, each once. */
    static List<Way> of(Playbook playbook) {
        Ways ways = new Ways(playbook);
        ways.walk(playbook.steps(), false);
        ways.walk(playbook.lastly(), false);
        ways.walk(playbook.onAbort(), false);
        return List.copyOf(ways.ways);
    }

    static String option(String name) {
        return "option " + name;
    }

    static String byDefault(String name) {
        return "deadline, so " + name;
    }

    static String branch(String name) {
        return "branch " + name;
    }

    static String escalates(Step.Escalation rung) {
        return "after " + PlaybookDurations.spoken(rung.afterMicros()) + " tells " + rung.to();
    }

    private void walk(List<Step> steps, boolean stoppable) {
        for (Step step : steps) {
            add(step, stoppable);
            List<List<Step>> bodies = StepWalk.bodies(step);
            for (int i = 0; i < bodies.size(); i++) {
                boolean side =
                        step.verb() instanceof Verb.Parallel parallel && canBeStopped(parallel, i);
                walk(bodies.get(i), stoppable || side);
            }
            if (step.modifiers().onFailure() instanceof OnFailure.Handle handler) {
                walk(handler.steps(), stoppable);
            }
        }
    }

    /** A branch is stopped when enough others have ended, or when one of them fails. */
    private static boolean canBeStopped(Verb.Parallel parallel, int branch) {
        List<Step> others = new ArrayList<>();
        for (int i = 0; i < parallel.branches().size(); i++) {
            if (i != branch) {
                others.addAll(parallel.branches().get(i).steps());
            }
        }
        return parallel.join() < parallel.branches().size()
                || others.stream()
                        .anyMatch(step -> step.modifiers().onFailure() == OnFailure.Simple.STOP
                                && canFail(step));
    }

    private static boolean canFail(Step step) {
        return !(step.verb() instanceof Verb.SetVariables
                || step.verb() instanceof Verb.Pause
                || step.verb() instanceof Verb.Escalate
                || step.verb() instanceof Verb.End
                || step.verb() instanceof Verb.Decide);
    }

    private void add(Step step, boolean stoppable) {
        Step.Modifiers modifiers = step.modifiers();
        if (modifiers.when().isPresent()) {
            way(step, SKIPPED);
        }
        ofVerb(step);
        modifiers.escalate().forEach(rung -> way(step, escalates(rung)));
        modifiers.approve().ifPresent(approve -> {
            way(step, option("approve"));
            way(step, option("refuse"));
            way(step, byDefault(approve.byDefault() ? "approve" : "refuse"));
        });
        boolean retried = modifiers.retry().isPresent()
                || (step.verb() instanceof Verb.Do
                        && playbook.defaults().retry().isPresent());
        if (retried) {
            way(step, AGAIN);
        }
        if (modifiers.undo().isPresent() && (stoppable || takesBackAll)) {
            way(step, TAKEN_BACK);
        }
    }

    private void ofVerb(Step step) {
        Verb verb = step.verb();
        if (verb instanceof Verb.Do || verb instanceof Verb.Call) {
            ways(step, DONE, FAILS);
        } else if (verb instanceof Verb.Task) {
            ways(step, DONE, FAILS);
            ofTimeout(step);
        } else if (verb instanceof Verb.Decide decide) {
            decide.options().keySet().forEach(option -> way(step, option(option)));
            way(step, byDefault(decide.byDefault()));
        } else if (verb instanceof Verb.If) {
            ways(step, "then", "else");
        } else if (verb instanceof Verb.Switch choice) {
            choice.cases().forEach(branch -> way(step, branch(branch.name())));
            way(step, branch("default"));
        } else if (verb instanceof Verb.Parallel parallel) {
            parallel.branches().forEach(branch -> way(step, branch(branch.name())));
        } else if (verb instanceof Verb.While) {
            ways(step, DONE, EXHAUSTED);
        } else if (verb instanceof Verb.Await) {
            way(step, DONE);
            ofTimeout(step);
        } else if (verb instanceof Verb.Notify notify && !notify.role().isEmpty()) {
            ways(step, DONE, REFUSED);
            ofTimeout(step);
        } else if (verb instanceof Verb.Aid aid) {
            ways(step, DONE, NO_OFFER, NOT_TAKEN, NOT_DEPLOYED);
            way(step, byDefault(aid.accept().bestByDefault() ? "best" : "none"));
        } else if (verb instanceof Verb.Return back) {
            way(step, DONE);
            if (back.withinMicros().isPresent()) {
                way(step, LATE);
            }
        } else {
            way(step, REACHED);
        }
    }

    private void ofTimeout(Step step) {
        if (step.modifiers().timeoutMicros().isPresent()
                || playbook.defaults().timeoutMicros().isPresent()) {
            way(step, TIMES_OUT);
        }
    }

    private void ways(Step step, String... all) {
        for (String what : all) {
            way(step, what);
        }
    }

    private void way(Step step, String what) {
        ways.add(new Way(step.path(), what));
    }
}
