package breakwater.scoring;

import breakwater.network.LinkId;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;

/**
 * How long stored key carried services over lost links. A ride begins when a link that carries a service stops
 * generating, or when a service is led over one that does not generate. It ends in starvation, or is cut short: by the
 * return of the link, by a way around it, by shedding, by the end of the window. What an instant has at its end counts.
 */
final class RideThroughs {

    private static final Set<LinkId> NOTHING = Set.of();

    private final Set<LinkId> lost = new HashSet<>();
    /** Links under each service that had key at the end of the last instant. */
    private final Map<ServiceTrace, Set<LinkId>> carrying = new HashMap<>();

    private final Map<LinkId, Set<ServiceTrace>> servicesOver = new HashMap<>();
    private final Map<ServiceTrace, Long> since = new HashMap<>();
    private final Set<ServiceTrace> touched = new LinkedHashSet<>();
    private final Set<ServiceTrace> shed = new HashSet<>();

    /** Something about the service changes in this instant. */
    void touch(ServiceTrace service) {
        touched.add(service);
    }

    /** The service is shed on purpose in this instant. */
    void shed(ServiceTrace service) {
        shed.add(service);
    }

    void linkChanged(LinkId link, boolean generates) {
        if (generates ? lost.remove(link) : lost.add(link)) {
            touched.addAll(servicesOver.getOrDefault(link, Set.of()));
        }
    }

    /** To be called when all entries of an instant are in. */
    void endOfInstant(long timeMicros) {
        touched.forEach(service -> settle(service, timeMicros));
        touched.clear();
        shed.clear();
    }

    private void settle(ServiceTrace service, long now) {
        Set<LinkId> before = carrying.getOrDefault(service, NOTHING);
        boolean hadKey = carrying.containsKey(service);
        boolean hasKey = service.rate() > 0;
        carry(service, before, hasKey ? service.carryingLinks() : NOTHING, hasKey);
        boolean riding = hasKey && anyLost(carrying.getOrDefault(service, NOTHING));
        boolean starved = hadKey && !hasKey && !shed.contains(service);
        Long began = since.get(service);
        if (began != null && !riding) {
            since.remove(service);
            service.rode(now - began, starved);
        } else if (began == null && riding) {
            since.put(service, now);
        } else if (began == null && starved && anyLost(before)) {
            service.rode(0, true);
        }
    }

    private boolean anyLost(Set<LinkId> links) {
        return links.stream().anyMatch(lost::contains);
    }

    private void carry(ServiceTrace service, Set<LinkId> before, Set<LinkId> now, boolean hasKey) {
        for (LinkId link : before) {
            Set<ServiceTrace> over = servicesOver.get(link);
            if (over != null && !now.contains(link)) {
                over.remove(service);
            }
        }
        now.forEach(link ->
                servicesOver.computeIfAbsent(link, l -> new LinkedHashSet<>()).add(service));
        if (hasKey) {
            carrying.put(service, now);
        } else {
            carrying.remove(service);
        }
    }

    /** The end of the window: rides that go on are cut short. */
    void close(long endMicros) {
        since.forEach((service, began) -> {
            if (began < endMicros) {
                service.rode(endMicros - began, false);
            }
        });
        since.clear();
    }
}
