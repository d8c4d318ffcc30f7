package breakwater.playbook.trial;

import breakwater.playbook.Outcome;

import java.util.Map;
import java.util.OptionalLong;

/** What the world answers in a trial. */
public final class Reply {

    private Reply() {}

    /** To an action. */
    public sealed interface ToAction {

        /**
         * It is done.
         *
         * @param results by name, each of its type; those not named are 0, false or empty
         * @param afterMicros how long it takes; empty for as long as the action typically takes
         */
        record Done(Map<String, Object> results, OptionalLong afterMicros) implements ToAction {
            public Done {
                results = Map.copyOf(results);
            }
        }

        /** It is refused. */
        record Refused(String message, OptionalLong afterMicros) implements ToAction {}

        /** Nobody ever answers. */
        record Silence() implements ToAction {}
    }

    /**
     * In place of a playbook that is called.
     *
     * @param variables what its variables are at its end; those not named keep their first value
     */
    public record ToCall(Outcome outcome, Map<String, Object> variables, long afterMicros) {
        public ToCall {
            variables = Map.copyOf(variables);
        }
    }

    /** To a question. */
    public sealed interface ToQuestion {

        /** How long people take unless a trial says otherwise: a minute. */
        long USUAL_MICROS = 60_000_000;

        /**
         * Somebody answers.
         *
         * @param by the role; empty for the one that is asked
         */
        record Chosen(String option, long afterMicros, String by) implements ToQuestion {}

        /** Nobody answers. */
        record Silence() implements ToQuestion {}
    }

    /** Of another operator to a request for aid. */
    public sealed interface ToRequest {

        /**
         * It offers.
         *
         * @param deployedMicros from the agreement; empty for never
         * @param returnedMicros from the release; empty for never
         * @param withdrawnMicros from the offer; empty when it stands by its offer
         */
        record Offer(
                long amount,
                long afterMicros,
                OptionalLong deployedMicros,
                OptionalLong returnedMicros,
                OptionalLong withdrawnMicros)
                implements ToRequest {}

        /** It declines. */
        record Declined(String reason, long afterMicros) implements ToRequest {}

        /** It does not answer. */
        record Silence() implements ToRequest {}
    }
}
