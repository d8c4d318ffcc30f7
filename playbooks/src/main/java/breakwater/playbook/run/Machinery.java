package breakwater.playbook.run;

import breakwater.playbook.check.CheckedPlaybook;

import java.util.Map;
import java.util.Optional;

/** What runs need of the responder they belong to. */
interface Machinery {

    Outbox outbox();

    DomainView view();

    /** The aid that playbooks asked for. */
    AidCases aid();

    /** The class that is shed first. */
    int lowestClass();

    /** From now on answers and alarms under the activity's key are its own. */
    void register(Activity activity);

    /** Nobody answers the activity any more. */
    void forget(Activity activity);

    /** Rings under this name; exactly then, however late the answer to it is. */
    void setAlarm(Activity activity, String name, long atMicros);

    /** Rings so early that the answer to it comes at {@code atMicros}. */
    void setEarlyAlarm(Activity activity, String name, long atMicros);

    void cancelAlarm(Activity activity, String alarm);

    /** How long an action takes this time: drawn by the activity's key. */
    long actionMicros(Activity activity, long typicalSeconds);

    /** The name of the question that an activity asks. */
    String questionOf(Activity activity);

    Optional<CheckedPlaybook> callable(String playbook);

    /** Starts a run that belongs to an activity. */
    Run call(Activity caller, CheckedPlaybook callee, Map<String, Object> inputs);

    /** How much has happened that is kept. */
    int happenedSoFar();

    /** What happened since the run began; only kept for runs that ask for it. */
    java.util.List<Happening> since(Run run);

    void closed(Run run);
}
