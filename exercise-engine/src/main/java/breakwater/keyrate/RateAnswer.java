package breakwater.keyrate;

import java.util.Optional;

/** What a profile says when asked for the rate of a span: a {@link KeyRate}, or why there is none. */
public sealed interface RateAnswer permits KeyRate, RateAnswer.Refused {

    /**
     * The span is outside what the profile may be asked.
     *
     * @param reason one sentence: what was expected and what was found
     * @param advice what to do, starting with "Maybe"; empty when there is nothing useful to say
     */
    record Refused(String reason, String advice) implements RateAnswer {}

    /** The rate, or empty when the question was refused. A rate of 0 is a rate. */
    default Optional<KeyRate> findRate() {
        return this instanceof KeyRate rate ? Optional.of(rate) : Optional.empty();
    }

    /** The refusal, or empty when there is a rate. */
    default Optional<Refused> findRefusal() {
        return this instanceof Refused refused ? Optional.of(refused) : Optional.empty();
    }
}
