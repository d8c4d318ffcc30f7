package breakwater.scoring;

import breakwater.exercise.SimTime;
import breakwater.network.DomainId;
import breakwater.network.Service;
import breakwater.network.ServiceId;
import breakwater.network.Topology;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What {@link LiveScore} needs to know of services before a drill begins; immutable, shared by all drills of an
 * exercise and by all threads.
 */
public final class ScoredServices {

    private final List<DomainId> domains;
    private final List<Service> services;
    private final Map<ServiceId, Integer> indexOf = new HashMap<>();
    private final int[] homeOf;
    private final List<List<Integer>> sharingHomeNode = new ArrayList<>();
    private final long windowMicros;

    /**
     * The services of a network, scored from StartEx to the last whole second before EndEx.
     *
     * @param horizonMicros EndEx
     */
    public ScoredServices(Topology topology, long horizonMicros) {
        services = topology.network().services();
        domains = topology.network().domains().stream()
                .map(domain -> domain.id())
                .sorted()
                .toList();
        homeOf = new int[services.size()];
        windowMicros = horizonMicros / SimTime.MICROS_PER_SECOND * SimTime.MICROS_PER_SECOND;
        Map<Integer, List<Integer>> byNode = new HashMap<>();
        for (int service = 0; service < services.size(); service++) {
            indexOf.put(services.get(service).id(), service);
            DomainId home = topology.network()
                    .domains()
                    .get(topology.homeOfService(service))
                    .id();
            homeOf[service] = domains.indexOf(home);
            int node = topology.getNodeIndex(services.get(service).from());
            List<Integer> same = byNode.get(node);
            if (same == null) {
                same = new ArrayList<>();
                byNode.put(node, same);
                sharingHomeNode.add(same);
            }
            same.add(service);
        }
    }

    /** The operators, by id. */
    public List<DomainId> domains() {
        return domains;
    }

    /** Whether any service is of this class. */
    public boolean hasClass(int priorityClass) {
        return services.stream().anyMatch(service -> service.priorityClass() == priorityClass);
    }

    int count() {
        return services.size();
    }

    Service service(int index) {
        return services.get(index);
    }

    int getIndex(ServiceId id) {
        Integer index = indexOf.get(id);
        if (index == null) {
            throw new IllegalArgumentException(
                    "The service (%s) was never declared.".formatted(id));
        }
        return index;
    }

    /** Position of an operator among {@link #domains}. */
    int getDomainIndex(DomainId id) {
        int index = domains.indexOf(id);
        if (index < 0) {
            throw new IllegalArgumentException("The domain (%s) takes no part.".formatted(id));
        }
        return index;
    }

    /** Index of the home of a service among {@link #domains}. */
    int homeOf(int service) {
        return homeOf[service];
    }

    /** The services of each home node together. */
    List<List<Integer>> sharingHomeNode() {
        return sharingHomeNode;
    }

    long windowMicros() {
        return windowMicros;
    }

    long windowSeconds() {
        return windowMicros / SimTime.MICROS_PER_SECOND;
    }
}
