package breakwater.replay;

import breakwater.exercise.DomainState;
import breakwater.exercise.LogEntry;
import breakwater.network.DomainId;
import breakwater.network.LinkId;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * All domains of a drill as the log tells them: give it the entries in order with {@link #apply}, then ask. The fold of
 * the log, independent of the engine. Not thread-safe.
 */
public final class ReplayedNetwork {

    private final Map<DomainId, ReplayedDomain> domains = new LinkedHashMap<>();

    /**
     * Takes in the next entry. What control records about the MSEL changes no state of a domain.
     *
     * @throws IllegalArgumentException when it speaks of something that was never declared
     */
    public void apply(LogEntry entry) {
        domains.computeIfAbsent(entry.origin(), ReplayedDomain::new).apply(entry);
    }

    /**
     * All that is so in every domain that declared itself, in the order in which they did; equals what the engine
     * would say. Linear in the size of the network.
     *
     * @param timeMicros not before the last entry
     */
    public List<DomainState> statesAt(long timeMicros) {
        return domains.values().stream()
                .filter(ReplayedDomain::isOperator)
                .map(domain -> domain.stateAt(timeMicros))
                .toList();
    }

    /** The key store of a link; throws when the link was never declared. */
    public ReplayedStore getStore(LinkId link) {
        return domains.values().stream()
                .flatMap(domain -> domain.findLink(link).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "The link (%s) was never declared.".formatted(link)))
                .store();
    }

    /** The links of a path a domain declared; empty when it was never declared. */
    public List<LinkId> linksOf(DomainId domain, DomainState.SegmentId segment, int path) {
        return Optional.ofNullable(domains.get(domain))
                .map(named -> named.linksOf(segment, path))
                .orElse(List.of());
    }
}
