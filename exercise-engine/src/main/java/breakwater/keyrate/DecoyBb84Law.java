package breakwater.keyrate;

import java.util.List;

/**
 * BB84 with weak coherent pulses and decoy states, in the limit of infinitely many decoys and an infinitely long key.
 *
 * <p>Lo, Ma and Chen, Phys. Rev. Lett. 94, 230504 (2005); Ma, Qi, Zhao and Lo, Phys. Rev. A 72, 012326 (2005), which is
 * quant-ph/0503005. With {@code eta} the transmission of channel and receiver together:
 *
 * <pre>
 * Q  = Y0 + 1 - exp(-eta mu)                       gain of the signal state
 * E  = (e0 Y0 + ed (1 - exp(-eta mu))) / Q         its error rate, the QBER
 * Y1 = Y0 + eta                                    yield of single photons
 * e1 = (e0 Y0 + ed eta) / Y1                       their error rate
 * Q1 = Y1 mu exp(-mu)                              their gain
 * R  = q (Q1 (1 - h(e1)) - Q f h(E))               secret bit per pulse, 0 if negative
 * </pre>
 *
 * <p>The formula knows neither detectors that are blind for a while after each click nor computers that cannot keep up.
 * Against both, the click rate {@code clockHz Q} is thinned by {@code 1 / (1 + clockHz Q deadTimeS)} (detectors that
 * are not paralysed by further photons), and the rate never exceeds {@code capBitPerSecond}.
 */
public record DecoyBb84Law() implements KeyRateLaw {

    private static final List<ParameterSpec> PARAMETERS = KeyRateLaw.parametersWith(
            new ParameterSpec(
                    "etaBob", "1", "transmission and efficiency of the receiver", 1e-6, 1),
            new ParameterSpec("Y0", "1", "clicks per pulse when nothing was sent", 0, 0.01),
            new ParameterSpec("ed", "1", "share of photons that hit the wrong detector", 0, 0.5),
            new ParameterSpec("e0", "1", "error rate of background clicks", 0, 0.5),
            new ParameterSpec(
                    "f", "1", "inefficiency of error correction, 1 at the Shannon limit", 1, 5),
            new ParameterSpec("q", "1", "share of clicks kept by sifting", 1e-6, 1),
            new ParameterSpec("mu", "1", "mean photon number of a signal pulse", 1e-6, 10),
            new ParameterSpec(
                    "duty", "1", "share of pulses that are signal pulses sent for key", 0, 1),
            new ParameterSpec("deadTimeS", "s", "time a receiver is blind after a click", 0, 1),
            new ParameterSpec(
                    "capBitPerSecond", "bit/s", "secret key post-processing can make", 0, 1e12));

    @Override
    public String id() {
        return "decoy-bb84";
    }

    @Override
    public String formula() {
        return "R = q (Q1 (1 - h(e1)) - Q f h(E)) per pulse; rate = clock duty R / (1 + clock Q deadTime), capped";
    }

    @Override
    public String source() {
        return "Lo, Ma, Chen, PRL 94, 230504 (2005); Ma, Qi, Zhao, Lo, PRA 72, 012326 (2005)";
    }

    @Override
    public List<ParameterSpec> parameters() {
        return PARAMETERS;
    }

    @Override
    public LawRate rateAt(double lossDb, ParameterValues values) {
        Clicks clicks = Clicks.at(lossDb, values);
        double clockHz = values.getValue("clockHz");
        double seen = 1 / (1 + clockHz * clicks.gain * values.getValue("deadTimeS"));
        double pulsesPerSecond = clockHz * values.getValue("duty") * seen;
        double sifted = pulsesPerSecond * values.getValue("q") * clicks.gain;
        double secret = pulsesPerSecond * secretBitPerPulse(clicks, values);
        return new LawRate(
                Math.min(secret, values.getValue("capBitPerSecond")), sifted, clicks.qber);
    }

    private static double secretBitPerPulse(Clicks clicks, ParameterValues values) {
        double leaked =
                clicks.gain * values.getValue("f") * SecretFraction.binaryEntropy(clicks.qber);
        double secret = clicks.singleGain * (1 - SecretFraction.binaryEntropy(clicks.singleQber));
        return Math.max(0, values.getValue("q") * (secret - leaked));
    }

    /** Gain and error rate per pulse, of all signal pulses and of those with one photon. */
    private record Clicks(double gain, double qber, double singleGain, double singleQber) {

        static Clicks at(double lossDb, ParameterValues values) {
            double eta = FibreChannel.transmission(lossDb) * values.getValue("etaBob");
            double mu = values.getValue("mu");
            double background = values.getValue("Y0");
            double backgroundErrors = values.getValue("e0") * background;
            double signal = -StrictMath.expm1(-eta * mu);
            double gain = background + signal;
            double yield = background + eta;
            return new Clicks(
                    gain,
                    (backgroundErrors + values.getValue("ed") * signal) / gain,
                    yield * mu * StrictMath.exp(-mu),
                    (backgroundErrors + values.getValue("ed") * eta) / yield);
        }
    }
}
