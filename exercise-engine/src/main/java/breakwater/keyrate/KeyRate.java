package breakwater.keyrate;

/**
 * What a profile promises over one span, when nothing is wrong.
 *
 * @param lossDb the loss the rate was computed for
 * @param ratePerPulse secret bit per pulse sent: {@code rateBitPerSecond} divided by the clock
 * @param rateBitPerSecond secret key rate, bit/s; 0 where the law has no key left
 * @param qber share of sifted bits that differ between the ends, 0 to 0.5
 * @param plobBitPerUse the most any protocol without a repeater could get, bit per pulse; infinite at 0 dB
 * @param blockBit secret bits that come out of one full block, rounded down, at least 1 where there is key; 0 where
 *     there is none
 * @param blockFillSeconds time to gather the sifted bits of one block; infinite where nothing arrives
 */
public record KeyRate(
        double lossDb,
        double ratePerPulse,
        double rateBitPerSecond,
        double qber,
        double plobBitPerUse,
        long blockBit,
        double blockFillSeconds)
        implements RateAnswer {

    /** Whole secret bits per second, rounded down: what the engine counts with. */
    public long wholeRateBitPerSecond() {
        return (long) rateBitPerSecond;
    }

    /** How far the rate stays below the repeaterless bound, in dB, at least 0; infinite if there is no key. */
    public double marginToPlobDb() {
        return 10 * StrictMath.log10(plobBitPerUse / ratePerPulse);
    }
}
