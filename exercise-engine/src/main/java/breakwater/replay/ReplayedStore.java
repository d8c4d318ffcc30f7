package breakwater.replay;

import breakwater.exercise.BitCount;
import breakwater.exercise.SimTime;

import java.math.BigInteger;

/**
 * One key store as the log tells it. Counts in arbitrary precision, on purpose unlike the engine, so that the two check
 * each other.
 */
public final class ReplayedStore {

    private static final BigInteger MICRO = BigInteger.valueOf(SimTime.MICROS_PER_SECOND);

    private final BigInteger capacity;
    private BigInteger level;
    private BigInteger generated = BigInteger.ZERO;
    private BigInteger consumed = BigInteger.ZERO;
    private BigInteger wasted = BigInteger.ZERO;
    private BigInteger voided = BigInteger.ZERO;
    private BigInteger lent = BigInteger.ZERO;
    private long generationBitPerSecond;
    private long consumptionBitPerSecond;
    private long sinceMicros;

    ReplayedStore(long capacityBit, long initialBit, long generationBitPerSecond) {
        capacity = BigInteger.valueOf(capacityBit).multiply(MICRO);
        level = BigInteger.valueOf(initialBit).multiply(MICRO);
        this.generationBitPerSecond = generationBitPerSecond;
    }

    void advance(long timeMicros) {
        BigInteger elapsed = BigInteger.valueOf(timeMicros - sinceMicros);
        BigInteger in = BigInteger.valueOf(generationBitPerSecond).multiply(elapsed);
        BigInteger out = BigInteger.valueOf(consumptionBitPerSecond).multiply(elapsed);
        generated = generated.add(in);
        consumed = consumed.add(out);
        level = level.add(in).subtract(out);
        if (level.compareTo(capacity) > 0) {
            wasted = wasted.add(level.subtract(capacity));
            level = capacity;
        }
        sinceMicros = timeMicros;
    }

    void generates(long timeMicros, long rateBitPerSecond) {
        advance(timeMicros);
        generationBitPerSecond = rateBitPerSecond;
    }

    void addConsumption(long timeMicros, long deltaBitPerSecond) {
        advance(timeMicros);
        consumptionBitPerSecond += deltaBitPerSecond;
    }

    void voidAll(long timeMicros) {
        advance(timeMicros);
        voided = voided.add(level);
        level = BigInteger.ZERO;
    }

    /** Key of another operator's reserve comes in; a negative number is paid back. */
    void lend(long timeMicros, long bits) {
        advance(timeMicros);
        BigInteger amount = BigInteger.valueOf(bits).multiply(MICRO);
        lent = lent.add(amount);
        level = level.add(amount);
    }

    /** Bits lent to it and not paid back. */
    public long lentBits() {
        return lent.divide(MICRO).longValueExact();
    }

    /** Key in the store at the last event. */
    public BitCount level() {
        return count(level);
    }

    public BitCount generated() {
        return count(generated);
    }

    public BitCount consumed() {
        return count(consumed);
    }

    public BitCount wasted() {
        return count(wasted);
    }

    public BitCount voided() {
        return count(voided);
    }

    /** Whole bit/s that all services together draw from it now. */
    public long consumptionBitPerSecond() {
        return consumptionBitPerSecond;
    }

    /** Whether it holds at least nothing and at most its capacity. */
    public boolean isWithinBounds() {
        return level.signum() >= 0 && level.compareTo(capacity) <= 0;
    }

    private static BitCount count(BigInteger microBits) {
        BigInteger[] parts = microBits.divideAndRemainder(MICRO);
        return new BitCount(parts[0].longValueExact(), parts[1].intValueExact());
    }
}
