package breakwater.playbook.cacao;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The eight types of workflow steps of CACAO 2.0 (section 4). */
public enum StepType {
    START("start"),
    END("end"),
    ACTION("action"),
    PLAYBOOK_ACTION("playbook-action"),
    PARALLEL("parallel"),
    IF_CONDITION("if-condition"),
    WHILE_CONDITION("while-condition"),
    SWITCH_CONDITION("switch-condition");

    private final String word;

    StepType(String word) {
        this.word = word;
    }

    /** As files write it, in {@code type} and before the {@code --} of an id. */
    public String word() {
        return word;
    }

    /** The type that files write as {@code word}. */
    public static Optional<StepType> find(String word) {
        return Arrays.stream(values()).filter(type -> type.word.equals(word)).findFirst();
    }

    /** All words, in the order of the specification. */
    public static List<String> words() {
        return Arrays.stream(values()).map(StepType::word).toList();
    }
}
