package breakwater.playbook.drawing;

/** A small sign before a line of text. */
public enum Mark {
    NONE,
    /** A deadline, or another limit in time. */
    CLOCK,
    /** A legal clock. */
    LEGAL,
    /** A role. */
    PERSON,
    /** What can be chosen. */
    OPTION,
    /** What is taken when nobody chooses. */
    DEFAULT
}
