package breakwater.tabletop.topology;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.graph.CsrGraph;
import breakwater.graph.PathSearch;
import breakwater.network.Network;
import breakwater.network.QkdLink;
import breakwater.network.Service;
import breakwater.network.Topology;
import breakwater.scenario.Exercise;
import breakwater.tabletop.files.ExerciseFolder;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The shipped EU-27 files are what the generator gives, and they are a network that works. */
class Eu27NetworkTest {

    private static final Path EXERCISES = Path.of("..", "exercises");

    private static Network network;

    @BeforeAll
    static void readNetwork() throws IOException {
        network = new ExerciseFolder(EXERCISES.resolve("iberia-2025"))
                .read()
                .map(Exercise::network)
                .orElseThrow();
    }

    @Test
    void theShippedFilesAreWhatTheGeneratorGives() throws IOException {
        Path folder = EXERCISES.resolve("networks").resolve("eu27");
        Map<String, String> shipped = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                shipped.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }

        assertThat(shipped)
                .as("Maybe run `breakwater network eu27` and look at the difference.")
                .isEqualTo(NetworkFiles.eu27());
    }

    @Test
    void hasTheSizeItClaims() {
        assertThat(network.domains()).hasSize(27);
        assertThat(network.nodes()).hasSize(255);
        assertThat(network.links()).hasSize(264).allMatch(link -> link.lengthKm() <= 80);
        assertThat(network.gateways()).hasSize(36);
        assertThat(network.services()).hasSizeGreaterThan(1_000);
        assertThat(network.links().stream().mapToDouble(QkdLink::lengthKm).sum())
                .isBetween(19_500.0, 19_550.0);
    }

    @Test
    void hasAllSuitesAndClassesWithinAndAcrossBorders() {
        Topology topology = Topology.of(network);
        Set<String> kinds = new TreeSet<>();
        for (Service service : network.services()) {
            boolean across = isAcross(topology, service);
            kinds.add(
                    service.suite().label() + service.priorityClass() + (across ? " across" : ""));
        }

        assertThat(kinds)
                .containsExactlyInAnyOrder(
                        "OTP0",
                        "HYBRID1",
                        "AES-2562",
                        "OTP3",
                        "OTP0 across",
                        "HYBRID1 across",
                        "AES-2562 across",
                        "OTP3 across");
    }

    private static boolean isAcross(Topology topology, Service service) {
        return topology.domainOfNode(topology.getNodeIndex(service.from()))
                != topology.domainOfNode(topology.getNodeIndex(service.to()));
    }

    @Test
    void isUsedHalfAndNowhereFull() {
        double[] share = loadShares();

        double mean = Arrays.stream(share).average().orElseThrow();
        double largest = Arrays.stream(share).max().orElseThrow();
        assertThat(mean).isBetween(0.4, 0.6);
        assertThat(largest).isLessThan(0.85);
    }

    /** Load over rate of each link when every service takes its shortest path by length. */
    private static double[] loadShares() {
        Topology topology = Topology.of(network);
        CsrGraph.Builder builder = CsrGraph.builder(network.nodes().size());
        for (QkdLink link : network.links()) {
            builder.edge(
                    topology.getNodeIndex(link.transmitter().node()),
                    topology.getNodeIndex(link.receiver().node()),
                    (int) Math.round(link.lengthKm() * 100));
        }
        PathSearch search = new PathSearch(builder.build());
        double[] share = new double[network.links().size()];
        for (Service service : network.services()) {
            int[] path = search.shortestPath(
                    topology.getNodeIndex(service.from()), topology.getNodeIndex(service.to()));
            for (int edge : path) {
                double rate = network.links().get(edge).rateBitPerSecond();
                share[edge] += service.suite().demandBitPerSecond() / rate;
            }
        }
        return share;
    }

    @Test
    void theUsersOfAStateAreNotMoreThanItsPeople() {
        Topology topology = Topology.of(network);
        Map<String, Long> users = network.services().stream()
                .filter(service -> !isAcross(topology, service) || service.priorityClass() == 3)
                .collect(Collectors.groupingBy(
                        service -> network.domains()
                                .get(topology.homeOfService(topology.getServiceIndex(service.id())))
                                .id()
                                .value(),
                        Collectors.summingLong(Service::usersServed)));

        for (Eu27Facts.State state : Eu27Facts.shipped().states()) {
            double people = state.populationMillions() * 1e6;
            assertThat((double) users.getOrDefault(state.code(), 0L))
                    .as(state.code())
                    .isLessThanOrEqualTo(people * 1.001);
        }
    }

    @Test
    void islandsHaveNoServices() {
        assertThat(network.services())
                .noneMatch(service ->
                        Set.of("IE", "CY", "MT").contains(service.from().value()));
    }
}
