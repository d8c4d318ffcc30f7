package breakwater.exercise;

/**
 * An exact amount of key: whole bits and a remainder in micro-bits (bit/s x microseconds), so that a year of totals
 * does not overflow.
 *
 * @param microBitRemainder 0 to 999,999
 */
public record BitCount(long bits, int microBitRemainder) {

    public static final BitCount ZERO = new BitCount(0, 0);
    private static final int MICRO = 1_000_000;

    public BitCount {
        if (microBitRemainder < 0 || microBitRemainder >= MICRO) {
            throw new IllegalArgumentException("The microBitRemainder (%d) must be in 0..999999."
                    .formatted(microBitRemainder));
        }
    }

    /** Splits micro-bits; negative amounts keep a non-negative remainder. */
    public static BitCount ofMicroBits(long microBits) {
        return new BitCount(Math.floorDiv(microBits, MICRO), Math.floorMod(microBits, MICRO));
    }

    public BitCount plus(BitCount other) {
        int remainder = microBitRemainder + other.microBitRemainder;
        return new BitCount(
                Math.addExact(Math.addExact(bits, other.bits), remainder / MICRO),
                remainder % MICRO);
    }
}
