package breakwater.bench;

import breakwater.draw.Distributions;
import breakwater.draw.KeyedDraws;

import java.util.SplittableRandom;

/** Where a peer gets its durations: from a fast generator when it is timed, by key when it proves its work. */
interface AvailabilityDraws {

    /** How long the link stays up before its failure of that number. */
    long upTicks(int link, int failure);

    /** How long the link stays down after its failure of that number. */
    long downTicks(int link, int failure);

    /** The draws the engine makes, for comparing results. */
    static AvailabilityDraws keyed(AvailabilityModel model) {
        var draws = new KeyedDraws(AvailabilityModel.SEED);
        return new AvailabilityDraws() {
            @Override
            public long upTicks(int link, int failure) {
                draws.select(model.keys[link], AvailabilityOnWinnerTree.PURPOSE, failure);
                return Distributions.exponentialMicros(
                        draws.first(), AvailabilityModel.MEAN_UP_TICKS);
            }

            @Override
            public long downTicks(int link, int failure) {
                draws.select(model.keys[link], AvailabilityOnWinnerTree.PURPOSE, failure);
                return Distributions.exponentialMicros(
                        draws.second(), AvailabilityModel.MEAN_DOWN_TICKS);
            }
        };
    }

    /** The cheapest draws the JDK has: the next of a shared stream, by its ziggurat. */
    static AvailabilityDraws fast() {
        var random = new SplittableRandom(AvailabilityModel.SEED);
        return new AvailabilityDraws() {
            @Override
            public long upTicks(int link, int failure) {
                return (long) (AvailabilityModel.MEAN_UP_TICKS * random.nextExponential());
            }

            @Override
            public long downTicks(int link, int failure) {
                return (long) (AvailabilityModel.MEAN_DOWN_TICKS * random.nextExponential());
            }
        };
    }
}
