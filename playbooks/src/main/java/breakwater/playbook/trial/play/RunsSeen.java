package breakwater.playbook.trial.play;

import breakwater.exercise.Responding;
import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.check.StepWalk;
import breakwater.playbook.trial.StepName;

import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which run is of which playbook, so that names of runs lead to steps. */
public final class RunsSeen {

    /** What follows the path of a step in the name of an activity: pass, attempt, number of the command. */
    private static final Pattern TAIL = Pattern.compile("(#[0-9.]+)?(~[0-9]+)?(\\+[0-9]+)?$");

    private final Map<String, String> playbookOf = new HashMap<>();
    private final Map<StepName, Step> steps = new LinkedHashMap<>();

    RunsSeen(Collection<Playbook> playbooks) {
        for (Playbook playbook : playbooks) {
            StepWalk.all(
                    playbook, step -> steps.put(new StepName(playbook.id(), step.path()), step));
        }
    }

    void note(Responding event) {
        if (event instanceof Responding.PlaybookStarted started) {
            playbookOf.put(started.run(), started.playbook());
        }
    }

    /** The step of a run as the log has it, with or without a pass behind its path. */
    public StepName stepOf(String run, String path) {
        return new StepName(playbookOf.getOrDefault(run, ""), withoutTail(path));
    }

    /** The step that an activity, a question or a command is named after. */
    public StepName stepOf(String activity) {
        int slash = activity.indexOf('/');
        String run = slash < 0 ? activity : activity.substring(0, slash);
        return stepOf(run, activity.substring(slash + 1));
    }

    /** The step of this name; empty when no playbook has it. */
    public Optional<Step> find(StepName name) {
        return Optional.ofNullable(steps.get(name));
    }

    /** The name of an activity without the number of its command. */
    static String activityOf(String command) {
        int plus = command.lastIndexOf('+');
        boolean numbered = plus > 0 && command.substring(plus + 1).matches("[0-9]+");
        return numbered ? command.substring(0, plus) : command;
    }

    private static String withoutTail(String path) {
        Matcher tail = TAIL.matcher(path);
        return tail.find() ? path.substring(0, tail.start()) : path;
    }
}
