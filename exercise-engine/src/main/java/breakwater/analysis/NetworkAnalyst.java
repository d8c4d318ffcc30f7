package breakwater.analysis;

import breakwater.network.DomainId;
import breakwater.network.Network;
import breakwater.network.NodeId;
import breakwater.network.QkdLink;
import breakwater.network.Service;
import breakwater.network.SrlgId;
import breakwater.network.Topology;

import org.jgrapht.Graph;
import org.jgrapht.alg.connectivity.BiconnectivityInspector;
import org.jgrapht.alg.connectivity.ConnectivityInspector;
import org.jgrapht.alg.flow.EdmondsKarpMFImpl;
import org.jgrapht.graph.Multigraph;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Finds the weak points of a network, by graph theory alone.
 *
 * <p>A service may go over the links its policy leaves it: within one domain those of that domain, else all that
 * touch no forbidden domain, and a direct one only those that join its ends. Rates, stores and the classical network
 * are left out, and so is that a way enters no domain twice.
 *
 * <p>Time: one connected-component search per (policy, candidate); candidates are the links and nodes whose loss
 * splits the network of the policy, and all groups of two and more of its links.
 */
public final class NetworkAnalyst {

    private final Network network;
    private final Topology topology;
    private final Map<SrlgId, BitSet> groups = new LinkedHashMap<>();

    /** Whose ways go over the same links. */
    private sealed interface Policy {

        record Direct(Set<NodeId> ends) implements Policy {}

        record Within(DomainId domain) implements Policy {}

        record Around(Set<DomainId> forbidden) implements Policy {}
    }

    private record Asset(SinglePoint.Kind kind, String id) {}

    private NetworkAnalyst(Network network) {
        this.network = network;
        topology = Topology.of(network);
        for (int link = 0; link < network.links().size(); link++) {
            for (SrlgId group : network.links().get(link).srlgs()) {
                groups.computeIfAbsent(group, first -> new BitSet()).set(link);
            }
        }
        groups.values().removeIf(links -> links.cardinality() < 2);
    }

    /** The analysis of a network that its reader found nothing wrong with. */
    public static NetworkAnalysis of(Network network) {
        return new NetworkAnalyst(network).analyse();
    }

    private NetworkAnalysis analyse() {
        Graph<Integer, Integer> whole = graphOf(link -> true);
        var cuts = new BiconnectivityInspector<>(whole);
        Map<Policy, List<Service>> byPolicy = new LinkedHashMap<>();
        for (Service service : network.services()) {
            byPolicy.computeIfAbsent(policyOf(service), first -> new ArrayList<>())
                    .add(service);
        }
        Map<Asset, Set<Service>> cutOff = new LinkedHashMap<>();
        SortedMap<Integer, Integer> ways = new TreeMap<>();
        byPolicy.forEach((policy, services) -> {
            Graph<Integer, Integer> graph = graphOf(link -> allows(policy, link));
            findSinglePoints(graph, services, cutOff);
            countWays(graph, services, ways);
        });
        return new NetworkAnalysis(
                new ConnectivityInspector<>(whole).connectedSets().size(),
                cuts.getBridges().size(),
                cuts.getCutpoints().size(),
                ways,
                ranked(cutOff));
    }

    private Policy policyOf(Service service) {
        if (service.routePolicy().direct()) {
            return new Policy.Direct(Set.of(service.from(), service.to()));
        }
        DomainId home = domainOf(service.from());
        return home.equals(domainOf(service.to()))
                ? new Policy.Within(home)
                : new Policy.Around(Set.copyOf(service.routePolicy().forbiddenDomains()));
    }

    private boolean allows(Policy policy, QkdLink link) {
        NodeId from = link.transmitter().node();
        NodeId to = link.receiver().node();
        if (policy instanceof Policy.Direct direct) {
            return direct.ends().equals(Set.of(from, to));
        }
        if (policy instanceof Policy.Within within) {
            return domainOf(from).equals(within.domain()) && domainOf(to).equals(within.domain());
        }
        Set<DomainId> forbidden = ((Policy.Around) policy).forbidden();
        return !forbidden.contains(domainOf(from)) && !forbidden.contains(domainOf(to));
    }

    private DomainId domainOf(NodeId node) {
        return topology.node(indexOf(node)).domain();
    }

    private int indexOf(NodeId node) {
        return topology.getNodeIndex(node);
    }

    /** Vertices and edges are the numbers of nodes and links. */
    private Graph<Integer, Integer> graphOf(Predicate<QkdLink> allowed) {
        Graph<Integer, Integer> graph = new Multigraph<>(null, null, false);
        for (int node = 0; node < network.nodes().size(); node++) {
            graph.addVertex(node);
        }
        for (int number = 0; number < network.links().size(); number++) {
            QkdLink link = network.links().get(number);
            if (allowed.test(link)) {
                graph.addEdge(
                        indexOf(link.transmitter().node()),
                        indexOf(link.receiver().node()),
                        number);
            }
        }
        return graph;
    }

    private void findSinglePoints(
            Graph<Integer, Integer> graph, List<Service> all, Map<Asset, Set<Service>> cutOff) {
        var cuts = new BiconnectivityInspector<>(graph);
        Pieces intact = Pieces.of(graph, new BitSet());
        List<Service> services =
                all.stream().filter(service -> joins(intact, service)).toList();
        for (int node : cuts.getCutpoints()) {
            BitSet gone = new BitSet();
            graph.edgesOf(node).forEach(gone::set);
            NodeId id = network.nodes().get(node).id();
            List<Service> others = services.stream()
                    .filter(service ->
                            !service.from().equals(id) && !service.to().equals(id))
                    .toList();
            note(
                    new Asset(SinglePoint.Kind.NODE, id.value()),
                    Pieces.of(graph, gone),
                    others,
                    cutOff);
        }
        for (int link : cuts.getBridges()) {
            BitSet gone = new BitSet();
            gone.set(link);
            String id = network.links().get(link).id().value();
            note(new Asset(SinglePoint.Kind.LINK, id), Pieces.of(graph, gone), services, cutOff);
        }
        groups.forEach((group, links) -> {
            if (links.stream().anyMatch(graph::containsEdge)) {
                note(
                        new Asset(SinglePoint.Kind.SRLG, group.value()),
                        Pieces.of(graph, links),
                        services,
                        cutOff);
            }
        });
    }

    private void note(
            Asset asset, Pieces left, List<Service> services, Map<Asset, Set<Service>> cutOff) {
        for (Service service : services) {
            if (!joins(left, service)) {
                cutOff.computeIfAbsent(asset, first -> new LinkedHashSet<>()).add(service);
            }
        }
    }

    private boolean joins(Pieces pieces, Service service) {
        return pieces.join(indexOf(service.from()), indexOf(service.to()));
    }

    private void countWays(
            Graph<Integer, Integer> graph,
            List<Service> services,
            SortedMap<Integer, Integer> waysOfServices) {
        var flow = new EdmondsKarpMFImpl<>(graph);
        for (Service service : services) {
            int ways =
                    (int) flow.calculateMaximumFlow(indexOf(service.from()), indexOf(service.to()));
            waysOfServices.merge(ways, 1, Integer::sum);
        }
    }

    private static List<SinglePoint> ranked(Map<Asset, Set<Service>> cutOff) {
        List<SinglePoint> points = new ArrayList<>();
        cutOff.forEach((asset, services) -> points.add(new SinglePoint(
                asset.kind(),
                asset.id(),
                services.stream().map(Service::id).toList(),
                services.stream().mapToLong(Service::usersServed).sum())));
        points.sort(Comparator.comparingLong(SinglePoint::usersServed)
                .reversed()
                .thenComparing(SinglePoint::kind)
                .thenComparing(SinglePoint::id));
        return points;
    }
}
