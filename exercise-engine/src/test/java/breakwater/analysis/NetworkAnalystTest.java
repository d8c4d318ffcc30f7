package breakwater.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.conductor.RandomExercise;
import breakwater.network.DomainId;
import breakwater.network.Network;
import breakwater.network.NodeId;
import breakwater.network.QkdLink;
import breakwater.network.Service;
import breakwater.network.ServiceId;
import breakwater.network.SrlgId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Against the plainest thing: take each node, link and group away, and walk. */
class NetworkAnalystTest {

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void namesExactlyTheSingleFailuresThatCutServicesOff(long seed) {
        Network network = RandomExercise.of(seed).network();
        Map<String, List<ServiceId>> expected = new TreeMap<>();
        for (var node : network.nodes()) {
            NodeId gone = node.id();
            expected.put(
                    "NODE " + gone,
                    cutOff(
                            network,
                            link -> !touches(link, gone),
                            service -> !service.from().equals(gone)
                                    && !service.to().equals(gone)));
        }
        for (QkdLink gone : network.links()) {
            expected.put(
                    "LINK " + gone.id(),
                    cutOff(network, link -> !link.id().equals(gone.id()), service -> true));
        }
        for (SrlgId gone : groups(network)) {
            expected.put(
                    "SRLG " + gone,
                    cutOff(network, link -> !link.srlgs().contains(gone), service -> true));
        }
        expected.values().removeIf(List::isEmpty);

        Map<String, Set<ServiceId>> found = new TreeMap<>();
        for (SinglePoint point : NetworkAnalyst.of(network).singlePoints()) {
            found.put(point.kind() + " " + point.id(), Set.copyOf(point.cutOff()));
        }

        Map<String, Set<ServiceId>> sets = new TreeMap<>();
        expected.forEach((asset, services) -> sets.put(asset, Set.copyOf(services)));
        assertThat(found).as("seed %d", seed).isEqualTo(sets);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void aServiceHasOneWayWhenAndOnlyWhenSomeLinkAloneCutsItOff(long seed) {
        Network network = RandomExercise.of(seed).network();
        Set<ServiceId> unjoined =
                Set.copyOf(cutOff(network, link -> true, service -> true, service -> true));
        Set<ServiceId> onThread = new HashSet<>();
        for (QkdLink gone : network.links()) {
            onThread.addAll(cutOff(network, link -> !link.id().equals(gone.id()), s -> true));
        }

        NetworkAnalysis analysis = NetworkAnalyst.of(network);

        assertThat(analysis.waysOfServices().getOrDefault(0, 0))
                .as("seed %d", seed)
                .isEqualTo(unjoined.size());
        assertThat(analysis.waysOfServices().getOrDefault(1, 0))
                .as("seed %d", seed)
                .isEqualTo(onThread.size());
        assertThat(analysis.waysOfServices().values().stream()
                        .mapToInt(Integer::intValue)
                        .sum())
                .as("seed %d", seed)
                .isEqualTo(network.services().size());
        assertThat(analysis.pieces()).as("seed %d", seed).isBetween(1, 4);
    }

    private static Set<SrlgId> groups(Network network) {
        return network.links().stream()
                .flatMap(link -> link.srlgs().stream())
                .filter(group -> network.links().stream()
                                .filter(link -> link.srlgs().contains(group))
                                .count()
                        > 1)
                .collect(Collectors.toSet());
    }

    private static boolean touches(QkdLink link, NodeId node) {
        return link.transmitter().node().equals(node) || link.receiver().node().equals(node);
    }

    /** Services that were joined and are not any more. */
    private static List<ServiceId> cutOff(
            Network network, Predicate<QkdLink> left, Predicate<Service> counts) {
        return cutOff(network, left, counts, service -> walks(network, service, link -> true));
    }

    private static List<ServiceId> cutOff(
            Network network,
            Predicate<QkdLink> left,
            Predicate<Service> counts,
            Predicate<Service> before) {
        return network.services().stream()
                .filter(counts)
                .filter(before)
                .filter(service -> !walks(network, service, left))
                .map(Service::id)
                .toList();
    }

    private static boolean walks(Network network, Service service, Predicate<QkdLink> left) {
        Map<NodeId, DomainId> domains = new HashMap<>();
        network.nodes().forEach(node -> domains.put(node.id(), node.domain()));
        Set<NodeId> seen = new HashSet<>(Set.of(service.from()));
        Deque<NodeId> open = new ArrayDeque<>(seen);
        while (!open.isEmpty()) {
            NodeId here = open.remove();
            for (QkdLink link : network.links()) {
                if (touches(link, here) && left.test(link) && may(service, link, domains)) {
                    NodeId next = link.transmitter().node().equals(here)
                            ? link.receiver().node()
                            : link.transmitter().node();
                    if (seen.add(next)) {
                        open.add(next);
                    }
                }
            }
        }
        return seen.contains(service.to());
    }

    private static boolean may(Service service, QkdLink link, Map<NodeId, DomainId> domains) {
        if (service.routePolicy().direct()) {
            return touches(link, service.from()) && touches(link, service.to());
        }
        Set<DomainId> on = Set.of(link.transmitter().node(), link.receiver().node()).stream()
                .map(domains::get)
                .collect(Collectors.toSet());
        DomainId home = domains.get(service.from());
        if (home != null && home.equals(domains.get(service.to()))) {
            return on.equals(Set.of(home));
        }
        return on.stream().noneMatch(service.routePolicy().forbiddenDomains()::contains);
    }
}
