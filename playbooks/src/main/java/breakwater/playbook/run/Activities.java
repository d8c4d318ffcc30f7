package breakwater.playbook.run;

import breakwater.playbook.run.Activity.Waiting;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is in progress in all runs of a domain, in the order in which it began. */
final class Activities {

    private final Map<String, Activity> byKey = new LinkedHashMap<>();

    void add(Activity activity) {
        byKey.put(activity.key, activity);
    }

    void remove(Activity activity) {
        byKey.remove(activity.key);
    }

    @Nullable Activity find(String key) {
        return byKey.get(key);
    }

    /** Those that wait so now, a copy; when one goes on, another of them need not wait any more. */
    List<Activity> waitingFor(Waiting what) {
        List<Activity> found = List.of();
        for (Activity activity : byKey.values()) {
            if (activity.waiting == what) {
                if (found.isEmpty()) {
                    found = new ArrayList<>();
                }
                found.add(activity);
            }
        }
        return found;
    }
}
