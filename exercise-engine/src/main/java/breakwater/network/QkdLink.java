package breakwater.network;

import java.util.List;

/**
 * A quantum channel with its classical companion between two modules, and the key store both ends fill from it.
 *
 * @param transmitter the sending module; its node's domain owns the link, its store and its repairs
 * @param receiver the receiving module; in another domain for a border link
 * @param lengthKm positive
 * @param lossDb measured or derived; not negative
 * @param lossMeasured whether the loss was measured rather than derived from the length
 * @param profile id of the key-rate profile the rate came from
 * @param rateBitPerSecond secret key rate (SKR) when all is well, whole bit/s, rounded down; at most
 *     {@value #RATE_MAX_BIT_PER_SECOND}
 * @param qber expected error rate, 0 to 0.5; recorded only
 * @param srlgs the shared risks it runs through, for example its duct
 * @param recovery what stands between a repair and the first new key
 */
public record QkdLink(
        LinkId id,
        QkdModule transmitter,
        QkdModule receiver,
        Kind kind,
        double lengthKm,
        double lossDb,
        boolean lossMeasured,
        String profile,
        long rateBitPerSecond,
        double qber,
        List<SrlgId> srlgs,
        KeyStore store,
        Recovery recovery) {

    /** 100 Mbit/s: 50 times the best published field link, and a week of it still fits a {@code long} of micro-bits. */
    public static final long RATE_MAX_BIT_PER_SECOND = 100_000_000;

    public QkdLink {
        srlgs = List.copyOf(srlgs);
        if (!(lengthKm > 0) || !(lossDb >= 0)) {
            throw new IllegalArgumentException(
                    "The lengthKm (%s) of link (%s) must be positive and its lossDb (%s) not negative."
                            .formatted(lengthKm, id, lossDb));
        }
        if (rateBitPerSecond < 0 || rateBitPerSecond > RATE_MAX_BIT_PER_SECOND) {
            throw new IllegalArgumentException(
                    "The rateBitPerSecond (%d) of link (%s) must be in 0..%d."
                            .formatted(rateBitPerSecond, id, RATE_MAX_BIT_PER_SECOND));
        }
        if (transmitter.node().equals(receiver.node())) {
            throw new IllegalArgumentException(
                    "Link (%s) must join two nodes, not (%s) with itself."
                            .formatted(id, transmitter.node()));
        }
    }

    /** The medium; recorded only: how long a repair takes is said by the fault. */
    public enum Kind {
        FIBRE,
        SUBMARINE,
        FREE_SPACE
    }

    /**
     * One end.
     *
     * @param firmware vendor and version of the module's own software
     */
    public record QkdModule(NodeId node, String firmware) {}

    /**
     * The pool of key two adjacent agents share, counted once.
     *
     * @param capacityBit at least 1; what comes in above it is wasted
     * @param initialBit at StartEx, 0 to capacity
     * @param lowWaterBit below it the store is LOW
     * @param restartBit an exhausted store serves again from here on: hysteresis against flapping; 1 to capacity
     */
    public record KeyStore(long capacityBit, long initialBit, long lowWaterBit, long restartBit) {

        /** 4 Tbit: a level in micro-bits stays below half of a {@code long}. */
        public static final long CAPACITY_MAX_BIT = 4_000_000_000_000L;

        public KeyStore {
            boolean fits = capacityBit >= 1
                    && capacityBit <= CAPACITY_MAX_BIT
                    && initialBit >= 0
                    && initialBit <= capacityBit
                    && lowWaterBit >= 0
                    && lowWaterBit <= capacityBit
                    && restartBit >= 1
                    && restartBit <= capacityBit;
            if (!fits) {
                throw new IllegalArgumentException(
                        "A store needs 1 <= capacityBit (%d) <= %d, and initialBit (%d), lowWaterBit (%d) and restartBit (%d, at least 1) within it."
                                .formatted(
                                        capacityBit,
                                        CAPACITY_MAX_BIT,
                                        initialBit,
                                        lowWaterBit,
                                        restartBit));
            }
        }
    }

    /**
     * From a working channel to flowing key: realign, then fill one post-processing block. The fluid starts when the
     * first block is full, so delivered key never runs ahead of the true staircase of blocks.
     *
     * @param alignMedianSeconds median of a log-normal realignment time, not negative; 0 means none
     * @param alignP95Seconds its 95 % quantile, at least the median
     * @param blockBit block size; fill time is blockBit / rate; 0 means none
     */
    public record Recovery(double alignMedianSeconds, double alignP95Seconds, long blockBit) {
        public Recovery {
            if (!(alignMedianSeconds >= 0)
                    || !(alignP95Seconds >= alignMedianSeconds)
                    || blockBit < 0) {
                throw new IllegalArgumentException(
                        "Recovery needs 0 <= alignMedianSeconds (%s) <= alignP95Seconds (%s) and blockBit (%d) not negative."
                                .formatted(alignMedianSeconds, alignP95Seconds, blockBit));
            }
        }
    }
}
