package breakwater.playbook.drawing;

/** What a box stands for; how it looks is up to the one who draws. */
public enum Look {
    /** Holds others and is not drawn. */
    GROUP,
    /** Title, roles and inputs of the playbook. */
    HEAD,
    /** What starts a run. */
    START,
    /** What the product does by itself: do, set, call. */
    ACTION,
    /** What people do: task, decide. */
    PEOPLE,
    /** What somebody is told: notify, escalate. */
    MESSAGE,
    /** Mutual aid asked for and given back. */
    AID,
    /** Time that passes: wait. */
    TIME,
    /** Steps that hold others: if, switch, parallel, while. */
    FRAME,
    /** The name of a branch, or how branches join. */
    NAME,
    /** The end of a run. */
    END,
    /** Steps for a failure. */
    FAILURE,
    /** Steps that take another one back. */
    UNDO,
    /** Steps that always run at the end. */
    FINALLY
}
