package breakwater.ensemble;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What to rehearse, and how far.
 *
 * @param arm what is rehearsed
 * @param other what it is compared with, played with the same chance; of the same operators and services
 * @param seed of the whole rehearsal
 * @param drills how many drills of each arm; with a target, how many before the first look; at least {@value #LEAST}
 * @param most how many at most; looked at only with a target
 * @param target when to stop earlier than {@code most}
 */
public record RehearsalRequest(
        Arm arm, Optional<Arm> other, long seed, int drills, int most, Optional<Target> target) {

    /** With fewer drills an interval says more about its method than about the exercise. */
    public static final int LEAST = 16;

    /** More drills take hours and change the fourth digit. */
    public static final int MOST = 100_000;

    /** How sure the intervals of one rehearsal are, over all its looks. */
    public static final double LEVEL = 0.95;

    public RehearsalRequest {
        if (drills < LEAST || most < drills || most > MOST) {
            throw new IllegalArgumentException(
                    "The drills (%d) must be at least %d, and the most (%d) in %d..%d."
                            .formatted(drills, LEAST, most, drills, MOST));
        }
    }

    /**
     * How well a figure is to be known: the half-width of the interval of its mean, or of the mean difference when arms
     * are compared.
     *
     * @param halfWidth positive; in the figure's unit, or as a share of the mean of {@code arm}
     * @param relative whether it is such a share
     */
    public record Target(DrillFigure figure, double halfWidth, boolean relative) {
        public Target {
            if (!(halfWidth > 0) || Double.isInfinite(halfWidth)) {
                throw new IllegalArgumentException(
                        "The halfWidth (%s) must be positive and finite.".formatted(halfWidth));
            }
        }
    }

    /**
     * After how many drills the figures are looked at: once, or with a target at {@code drills} and its doubles. Fixed
     * before the first drill, so that looking cannot be steered by what is seen.
     */
    public List<Integer> looks() {
        if (target.isEmpty()) {
            return List.of(drills);
        }
        List<Integer> looks = new ArrayList<>();
        for (long look = drills; look <= most; look *= 2) {
            looks.add((int) look);
        }
        return List.copyOf(looks);
    }

    /**
     * The level of each interval: with several looks each is wrong with a share of the 5 % only (Bonferroni), so that
     * all of them together are wrong with 5 % at most, wherever it stops.
     */
    public double levelPerLook() {
        return 1 - (1 - LEVEL) / looks().size();
    }
}
