package breakwater.exercise;

import java.util.List;

/** What passes between a domain's engine and who answers for it: answers to commands, questions to people, alarms. */
public sealed interface Dialogue extends ExerciseEvent.Response {

    @Override
    default <R> R accept(ExerciseEvent.Visitor<R> visitor) {
        return visitor.onDialogue(this);
    }

    /**
     * A command with a key was carried out, or not.
     *
     * @param message why not; empty when it was
     * @param results what came of it, {@code name=value}
     */
    record CommandAnswered(String command, boolean accepted, String message, List<String> results)
            implements Dialogue {
        public CommandAnswered {
            results = List.copyOf(results);
        }
    }

    /**
     * People are asked something.
     *
     * @param role who may answer
     * @param options what can be answered
     * @param dueMicros when the default is taken; {@link SimTime#NEVER} for never
     * @param byDefault what is taken then; empty when the question then only closes
     */
    record QuestionAsked(
            String question,
            QuestionKind kind,
            String role,
            String text,
            List<String> options,
            long dueMicros,
            String byDefault)
            implements Dialogue {
        public QuestionAsked {
            options = List.copyOf(options);
        }
    }

    /**
     * A question was closed.
     *
     * @param option one of its options; empty when none was chosen
     * @param by who chose, {@link #BY_DEFAULT} or {@link #WITHDRAWN}
     */
    record QuestionAnswered(String question, String option, String by) implements Dialogue {
        /** Nobody answered in time. */
        public static final String BY_DEFAULT = "default";

        /** Who asked does not want to know any more. */
        public static final String WITHDRAWN = "withdrawn";
    }

    /** The time came that a responder wanted to be told of. */
    record AlarmRang(String alarm) implements Dialogue {}
}
