package breakwater.playbook.run;

import breakwater.exercise.MutualAid;
import breakwater.network.DomainId;

import org.jspecify.annotations.Nullable;

import java.util.HashMap;
import java.util.Map;

/** All aid that the playbooks of a domain asked for. */
final class AidCases {

    private final DomainId domain;
    private final Map<String, AidCase> cases = new HashMap<>();

    /** By run and step id, the aid that was asked for last. */
    private final Map<String, AidCase> latest = new HashMap<>();

    /** By activity, the aid it is about. */
    private final Map<String, AidCase> about = new HashMap<>();

    AidCases(DomainId domain) {
        this.domain = domain;
    }

    /** A step asks for aid: from now on it hears of it. */
    AidCase open(Activity activity, long need) {
        AidCase aid = new AidCase(domain + "/" + activity.key, need, activity);
        cases.put(aid.id, aid);
        about.put(activity.key, aid);
        latest.put(activity.run.id + "/" + activity.step.id(), aid);
        return aid;
    }

    /** A step gives aid back: from now on it hears of it. */
    void await(Activity activity, AidCase aid) {
        aid.waiting = activity;
        about.put(activity.key, aid);
    }

    /** What a step asked for or gives back. */
    AidCase of(Activity activity) {
        AidCase aid = about.get(activity.key);
        if (aid == null) {
            throw new IllegalStateException(
                    "The step (%s) has nothing to do with aid.".formatted(activity.key));
        }
        return aid;
    }

    /** What the step of this id got last in a run; null when it never asked. */
    @Nullable AidCase findOf(Run run, String step) {
        return latest.get(run.id + "/" + step);
    }

    /** Takes in a step of aid. Returns whose it is; null when no playbook asked for it. */
    @Nullable AidCase moved(MutualAid.AidMoved step) {
        AidCase aid = step.requester().equals(domain) ? cases.get(step.aid()) : null;
        if (aid != null) {
            aid.moved(step);
        }
        return aid;
    }
}
