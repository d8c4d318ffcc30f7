package breakwater.exercise;

/** What people are asked: to decide, to do something, or to allow something. */
public enum QuestionKind {
    DECISION,
    TASK,
    APPROVAL
}
