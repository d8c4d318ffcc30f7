package breakwater.keyrate;

import java.util.List;

/**
 * Key in proportion to the light that arrives: {@code R = R0 10^(-A/10)}.
 *
 * <p>The planning shortcut of Shields (ITU-T workshop, 2019), used by Mehic et al., IEEE Network (2025), doi
 * 10.1109/MNET.2025.3540705. It has no dark counts and therefore no cut-off, so a profile has to bound its range; it
 * does not compute an error rate either, so a profile has to state one.
 */
public record LinkBudgetLaw() implements KeyRateLaw {

    private static final List<ParameterSpec> PARAMETERS = KeyRateLaw.parametersWith(
            new ParameterSpec("R0", "bit/s", "secret key rate at 0 dB", 0, 1e12),
            new ParameterSpec("qber", "1", "error rate, the same at every loss", 0, 0.5),
            CalibratedLaw.SIFTED_PER_SECRET);

    @Override
    public String id() {
        return "link-budget";
    }

    @Override
    public String formula() {
        return "rate = R0 10^(-loss/10)";
    }

    @Override
    public String source() {
        return "Shields, ITU-T workshop (2019); Mehic et al., IEEE Network (2025), 10.1109/MNET.2025.3540705";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return PARAMETERS;
    }

    @Override
    public LawRate rateAt(double lossDb, ParameterValues values) {
        double rate = values.getValue("R0") * FibreChannel.transmission(lossDb);
        return new LawRate(
                rate, rate * values.getValue("siftedPerSecret"), values.getValue("qber"));
    }
}
