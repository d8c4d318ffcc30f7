package breakwater.scenario;

import breakwater.exercise.AidResource;
import breakwater.network.DomainId;
import breakwater.network.GatewayId;

import java.util.List;
import java.util.Optional;

/**
 * A compact of mutual aid between operators.
 *
 * @param parties at least two; whoever is one may ask the others for their packages
 */
public record Agreement(
        String id, String title, List<DomainId> parties, List<AidPackage> packages) {

    public Agreement {
        parties = List.copyOf(parties);
        packages = List.copyOf(packages);
    }

    /**
     * Aid that is prepared before it is needed (a mission-ready package, as EMAC calls it): who lends what, how much,
     * and how fast.
     *
     * @param amount the most that is lent at once, in the resource's unit; at least 1
     * @param reserve what the donor keeps for itself, whoever asks
     * @param gateway where relay quota is raised or stored key lent; for other resources none
     * @param mobilisationSeconds from the agreement to being there, and from the release to being home
     * @param noticeSeconds from a recall until the requester has to do without
     */
    public record AidPackage(
            String id,
            DomainId donor,
            AidResource resource,
            long amount,
            long reserve,
            Optional<GatewayId> gateway,
            long mobilisationSeconds,
            long noticeSeconds) {

        public AidPackage {
            if (amount < 1 || reserve < 0 || mobilisationSeconds < 1 || noticeSeconds < 0) {
                throw new IllegalArgumentException(
                        "The amount (%d) and mobilisationSeconds (%d) of package (%s) must be at least 1, reserve (%d) and noticeSeconds (%d) not negative."
                                .formatted(
                                        amount, mobilisationSeconds, id, reserve, noticeSeconds));
            }
        }
    }
}
