package breakwater.scoring;

import java.math.BigInteger;

/** A sum of products of non-negative longs in 128 bits: users x parts per million x microseconds do not fit a long. */
final class ExactSum {

    private long high;
    private long low;

    void addProduct(long a, long b) {
        long product = a * b;
        high += Math.multiplyHigh(a, b);
        low += product;
        if (Long.compareUnsigned(low, product) < 0) {
            high++;
        }
    }

    void add(ExactSum other) {
        high += other.high;
        low += other.low;
        if (Long.compareUnsigned(low, other.low) < 0) {
            high++;
        }
    }

    BigInteger value() {
        return BigInteger.valueOf(high).shiftLeft(Long.SIZE).add(unsigned(low));
    }

    private static BigInteger unsigned(long value) {
        BigInteger signed = BigInteger.valueOf(value);
        return value >= 0 ? signed : signed.add(BigInteger.ONE.shiftLeft(Long.SIZE));
    }
}
