package breakwater.keyrate;

import java.util.ArrayList;
import java.util.List;

/**
 * A rule that turns the loss of a span into key. Pure: the same loss and parameters give the same bits of the result on
 * every Java runtime.
 *
 * <p>Every law has the parameters {@code alpha} and {@code connectorsDb}, from which the loss of a span follows when
 * only its length is known, and {@code clockHz}.
 */
public sealed interface KeyRateLaw permits DecoyBb84Law, CalibratedLaw, LinkBudgetLaw {

    /** Fibre loss per km, used when a span's loss has not been measured. */
    ParameterSpec ALPHA = new ParameterSpec("alpha", "dB/km", "fibre loss per km", 0.05, 5);

    /** Loss of connectors and splices, added to that of the fibre. */
    ParameterSpec CONNECTORS =
            new ParameterSpec("connectorsDb", "dB", "loss of connectors and splices", 0, 20);

    /** Pulses sent per second. */
    ParameterSpec CLOCK = new ParameterSpec("clockHz", "Hz", "pulses sent per second", 1, 1e12);

    /** Short kebab-case name, stable: the word a profile file uses. */
    String id();

    /** The rule in one line. */
    String formula();

    /** Where the rule was published. */
    String source();

    /** The parameters, in the order in which they are shown. */
    List<ParameterSpec> parameters();

    /**
     * What the equipment does over a span of {@code lossDb}. The caller has checked that the loss lies in the range in
     * which the law may be used.
     */
    LawRate rateAt(double lossDb, ParameterValues values);

    /** The parameters every law has, then its {@code own}. */
    static List<ParameterSpec> parametersWith(ParameterSpec... own) {
        List<ParameterSpec> all = new ArrayList<>(List.of(CLOCK, ALPHA, CONNECTORS));
        all.addAll(List.of(own));
        return List.copyOf(all);
    }
}
