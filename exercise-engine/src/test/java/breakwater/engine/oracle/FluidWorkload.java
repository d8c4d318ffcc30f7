package breakwater.engine.oracle;

import breakwater.engine.plan.ExercisePlan;
import breakwater.exercise.SimTime;
import breakwater.graph.CsrGraph;
import breakwater.graph.DiversePaths;
import breakwater.graph.PathSearch;
import breakwater.graph.RandomGeometricGraph;
import breakwater.network.CipherSuite;
import breakwater.network.Domain;
import breakwater.network.DomainId;
import breakwater.network.GeoPoint;
import breakwater.network.LinkId;
import breakwater.network.Network;
import breakwater.network.Node;
import breakwater.network.NodeId;
import breakwater.network.QkdLink;
import breakwater.network.Service;
import breakwater.network.ServiceId;
import breakwater.scenario.Exercise;
import breakwater.scenario.Scenario;
import breakwater.scenario.Spell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Fluid stores under random link failures in one domain: a random geometric graph, services with three diverse paths,
 * buffers of half an hour to two hours of generation, no crews, no realignment.
 *
 * @param nodes there are one and a half times as many links
 * @param mttfSeconds mean time to failure of a link, exponential
 * @param mttrSeconds mean time to repair, exponential
 */
public record FluidWorkload(
        int nodes,
        int services,
        double utilisation,
        double mttfSeconds,
        double mttrSeconds,
        long seed) {

    /** DRILL-24H: 667 nodes, 1,000 links, 500 services at 60 % load; links fail every 720 h for 4 h. */
    public static final FluidWorkload DRILL_24H =
            new FluidWorkload(667, 500, 0.6, 720 * 3600.0, 4 * 3600.0, 7);

    public static final long HORIZON_MICROS = SimTime.ofSeconds(24 * 3600);

    private static final int PATHS = 3;
    private static final int LINKS_PER_PATH_MAX = 14;
    private static final int PAIR_TRIES_MAX = 10_000;
    private static final DomainId DOMAIN = new DomainId("D");

    /** The workload as an exercise of one domain, ready to be played. */
    public ExercisePlan plan() {
        CsrGraph graph = RandomGeometricGraph.of(nodes, seed).graph();
        SplittableRandom random = new SplittableRandom(seed);
        DiversePaths diverse = new DiversePaths(new PathSearch(graph));
        long[] load = new long[graph.edgeCount()];
        List<Service> definitions = new ArrayList<>();
        for (int service = 0; service < services; service++) {
            int[] pair = pair(graph, random);
            long demand = random.nextLong(50, 501);
            for (int edge : diverse.find(pair[0], pair[1], PATHS)[0]) {
                load[edge] += demand;
            }
            definitions.add(new Service(
                    new ServiceId("s" + service),
                    new NodeId("n" + pair[0]),
                    new NodeId("n" + pair[1]),
                    new CipherSuite.OneTimePad(demand),
                    0,
                    0,
                    1,
                    new Service.RoutePolicy(false, PATHS, List.of())));
        }
        return ExercisePlan.of(exercise(definitions, channels(graph, load, random)));
    }

    private static int[] pair(CsrGraph graph, SplittableRandom random) {
        PathSearch search = new PathSearch(graph);
        for (int attempt = 0; attempt < PAIR_TRIES_MAX; attempt++) {
            int from = random.nextInt(graph.vertexCount());
            int to = random.nextInt(graph.vertexCount());
            if (from != to && search.shortestPath(from, to).length <= LINKS_PER_PATH_MAX) {
                return new int[] {from, to};
            }
        }
        throw new IllegalStateException("No two nodes are near enough to each other.");
    }

    private List<QkdLink> channels(CsrGraph graph, long[] load, SplittableRandom random) {
        List<QkdLink> channels = new ArrayList<>();
        for (int edge = 0; edge < graph.edgeCount(); edge++) {
            long rate = Math.max(
                    800, Math.round(load[edge] / utilisation * random.nextDouble(0.85, 1.15)));
            long capacity = Math.round(rate * 3600 * random.nextDouble(0.5, 2));
            channels.add(new QkdLink(
                    new LinkId("e" + edge),
                    new QkdLink.QkdModule(new NodeId("n" + graph.firstVertex(edge)), ""),
                    new QkdLink.QkdModule(new NodeId("n" + graph.secondVertex(edge)), ""),
                    QkdLink.Kind.FIBRE,
                    graph.weight(edge) / 10.0,
                    10,
                    false,
                    "given",
                    rate,
                    0.02,
                    List.of(),
                    new QkdLink.KeyStore(capacity, capacity / 2, 0, capacity / 4),
                    new QkdLink.Recovery(0, 0, 0)));
        }
        return channels;
    }

    private Exercise exercise(List<Service> definitions, List<QkdLink> channels) {
        List<Node> sites = new ArrayList<>();
        for (int node = 0; node < nodes; node++) {
            sites.add(new Node(
                    new NodeId("n" + node),
                    DOMAIN,
                    "n" + node,
                    Node.Role.TRUSTED,
                    new GeoPoint(0, 0),
                    new Node.Power(0, false),
                    "",
                    new Node.KeyManagement(0)));
        }
        Domain domain = new Domain(
                DOMAIN,
                "D",
                "",
                "UTC",
                new Domain.CrewPool(0, new NodeId("n0"), 60, 0),
                new Domain.Controller(30));
        Network network = new Network(
                "fluid",
                List.of(),
                List.of(domain),
                sites,
                channels,
                List.of(),
                List.of(),
                List.of(),
                definitions);
        Scenario.LinkHazard hazard =
                new Scenario.LinkHazard(mttfSeconds, new Spell.Exponential(mttrSeconds));
        return new Exercise(
                "fluid",
                "Fluid",
                "",
                "0",
                HORIZON_MICROS,
                Exercise.SIGNALLING_LATENCY_DEFAULT_MICROS,
                seed,
                network,
                new Scenario(List.of(), List.of(), Optional.of(hazard)),
                breakwater.scenario.Response.NONE,
                List.of());
    }
}
