package breakwater.tabletop.topology;

import java.util.OptionalInt;

/**
 * What the user asked of an import.
 *
 * @param fileName as shown in the files written, without its folder, so that the bytes do not depend on it
 * @param spanKm the longest link, {@value #SPAN_LEAST_KM} to {@value #SPAN_MOST_KM} km
 * @param routeFactor length of fibre over great-circle distance, 1 to {@value #ROUTE_FACTOR_MOST}
 * @param operators how many operators to make, at least 1; by country when empty
 * @param services how many services to make, 0 to {@value #SERVICES_MOST}
 * @param seed of the draws that place the services
 */
public record ImportOptions(
        String fileName,
        double spanKm,
        double routeFactor,
        OptionalInt operators,
        int services,
        long seed) {

    public static final double SPAN_LEAST_KM = 5;

    /** The profile of imported links still gives some bit/s here; see {@code profile rate decoy-bb84-1ghz}. */
    public static final double SPAN_MOST_KM = 150;

    public static final double ROUTE_FACTOR_MOST = 3;
    public static final int SERVICES_MOST = 50_000;
    public static final int OPERATORS_MOST = 1_000;

    public ImportOptions {
        if (!(spanKm >= SPAN_LEAST_KM && spanKm <= SPAN_MOST_KM)
                || !(routeFactor >= 1 && routeFactor <= ROUTE_FACTOR_MOST)
                || services < 0
                || services > SERVICES_MOST
                || operators.orElse(1) < 1
                || operators.orElse(1) > OPERATORS_MOST) {
            throw new IllegalArgumentException(
                    "The spanKm (%s), routeFactor (%s), operators (%s) or services (%d) are out of range."
                            .formatted(spanKm, routeFactor, operators, services));
        }
    }
}
