package breakwater.keyrate;

/**
 * What a published system was measured to do over one span.
 *
 * @param lossDb loss of that span
 * @param rateBitPerSecond secret key rate, above 0
 * @param qber error rate, 0 to 0.5
 * @param lossConfidence how well the loss is known; often only the length was published
 * @param qberConfidence how well the error rate is known
 * @param source where the rate was published
 */
public record CalibrationPoint(
        double lossDb,
        double rateBitPerSecond,
        double qber,
        Confidence lossConfidence,
        Confidence qberConfidence,
        String source) {

    public CalibrationPoint {
        if (!(lossDb >= 0 && rateBitPerSecond > 0 && qber >= 0 && qber <= 0.5)) {
            throw new IllegalArgumentException(
                    "The point (%s dB, %s bit/s, qber %s) must have a loss of at least 0, a positive rate and a qber within 0 to 0.5."
                            .formatted(lossDb, rateBitPerSecond, qber));
        }
    }
}
