package breakwater.network.yaml;

import java.util.Collection;

/** What the reader asks of the registry of key-rate profiles. */
public interface KeyRates {

    /** Ids of all profiles, sorted. */
    Collection<String> profiles();

    /** What a known profile gives over a channel with this loss. */
    Rate rateAt(String profile, double lossDb);

    /**
     * The answer of a profile.
     *
     * @param refusal why it gives none, a sentence; empty when it gives one
     */
    record Rate(double rateBitPerSecond, double qber, String refusal) {

        /** No rate, and why. */
        public static Rate refused(String why) {
            return new Rate(0, 0, why);
        }
    }
}
