package breakwater.scoring;

/**
 * What a standard leaves open and an exercise has to declare; printed with every scorecard.
 *
 * @param severelyErroredBelowPercent a second is severely errored when less than this share of the demanded key came in
 *     it; 1 to 100. ITU-T G.826 defines no such second for QKD: the default of 50 is our choice
 * @param maintenanceCapPercent most of the window that declared maintenance can excuse, per service; 0 to 100
 */
public record ScoringPolicy(int severelyErroredBelowPercent, int maintenanceCapPercent) {

    public static final ScoringPolicy DEFAULT = new ScoringPolicy(50, 5);

    /** Version of the rules in this package; raised whenever the same log could give another figure. */
    public static final String RULES_VERSION = "3";

    /** Seconds in a row that begin or end unavailability (ITU-T G.826, G.827). */
    public static final int RULE_SECONDS = 10;

    public ScoringPolicy {
        if (severelyErroredBelowPercent < 1
                || severelyErroredBelowPercent > 100
                || maintenanceCapPercent < 0
                || maintenanceCapPercent > 100) {
            throw new IllegalArgumentException(
                    "The severelyErroredBelowPercent (%d) must be in 1..100 and the maintenanceCapPercent (%d) in 0..100."
                            .formatted(severelyErroredBelowPercent, maintenanceCapPercent));
        }
    }
}
