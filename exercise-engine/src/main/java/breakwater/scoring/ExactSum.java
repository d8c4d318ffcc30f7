package breakwater.scoring;

import java.math.BigInteger;

/**
 * A sum of products of non-negative longs in 128 bits: users x parts per million x microseconds do not fit a long.
 * Throws {@link ArithmeticException} on a negative factor and on a sum of 2^127 or more.
 */
final class ExactSum {

    private long high;
    private long low;

    void addProduct(long a, long b) {
        if (a < 0 || b < 0) {
            throw new ArithmeticException(
                    "The factors (%d) and (%d) must not be negative.".formatted(a, b));
        }
        add(Math.multiplyHigh(a, b), a * b);
    }

    void add(ExactSum other) {
        add(other.high, other.low);
    }

    private void add(long otherHigh, long otherLow) {
        low += otherLow;
        long carry = Long.compareUnsigned(low, otherLow) < 0 ? 1 : 0;
        high = Math.addExact(high, Math.addExact(otherHigh, carry));
    }

    BigInteger value() {
        return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(unsigned(low));
    }

    private static BigInteger unsigned(long value) {
        BigInteger signed = BigInteger.valueOf(value);
        return value >= 0 ? signed : signed.add(BigInteger.ONE.shiftLeft(Long.SIZE));
    }
}
