package breakwater.scenario;

import java.util.List;
import java.util.Optional;

/**
 * The MSEL and its objectives.
 *
 * @param injects in file order; their order breaks ties at one instant
 * @param hazards faults that come by themselves beside the script, if any
 */
public record Scenario(
        List<Objective> objectives, List<Inject> injects, Optional<LinkHazard> hazards) {

    public Scenario {
        objectives = List.copyOf(objectives);
        injects = List.copyOf(injects);
    }

    /** What the exercise wants to find out. SMART, in the words of HSEEP. */
    public record Objective(String id, String text) {}

    /**
     * Random failures of single QKD links, drawn by key (link, ordinal). They mend by themselves: repairs by crews are
     * for scripted faults.
     *
     * @param upMeanSeconds mean time to failure of a link, exponential
     * @param down how long it stays cut
     */
    public record LinkHazard(double upMeanSeconds, Spell down) {

        /** What the log names as the cause of such failures; no inject may be called so. */
        public static final String CAUSE = "hazard";

        public LinkHazard {
            if (!(upMeanSeconds > 0)) {
                throw new IllegalArgumentException(
                        "The upMeanSeconds (%s) must be positive.".formatted(upMeanSeconds));
            }
        }
    }
}
