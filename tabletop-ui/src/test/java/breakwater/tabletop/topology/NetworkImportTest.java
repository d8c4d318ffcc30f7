package breakwater.tabletop.topology;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import breakwater.network.Network;
import breakwater.network.QkdLink;
import breakwater.network.Service;
import breakwater.network.Topology;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.scenario.Exercise;
import breakwater.tabletop.files.ExerciseFolder;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

class NetworkImportTest {

    private static final Path EXERCISES = Path.of("..", "exercises");

    private static ImportOptions options(
            String file, double spanKm, OptionalInt operators, int services) {
        return new ImportOptions(file, spanKm, 1.25, operators, services, 1);
    }

    private static NetworkImport shipped(String file, OptionalInt operators, Problems problems)
            throws IOException {
        byte[] bytes = Files.readAllBytes(EXERCISES.resolve("topologies").resolve(file));
        return NetworkImport.read(file, bytes, options(file, 80, operators, 1_000), problems)
                .orElseThrow();
    }

    private static Exercise write(NetworkImport made, Path folder) throws IOException {
        NetworkFiles.write(made.network(), folder.resolve("network"));
        NetworkFiles.write(made.exercise(), folder);
        ExerciseFolder read = new ExerciseFolder(folder);
        Exercise exercise = read.read().orElse(null);
        assertThat(read.problems()).as(read.explain()).isEmpty();
        return Objects.requireNonNull(exercise);
    }

    private static SortedMap<String, String> texts(Path folder) throws IOException {
        SortedMap<String, String> texts = new TreeMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                texts.put(String.valueOf(file.getFileName()), Files.readString(file));
            }
        }
        return texts;
    }

    @Test
    void theShippedKdlExerciseIsWhatTheImportGives() throws IOException {
        NetworkImport made = shipped("Kdl.graphml", OptionalInt.of(6), new Problems());
        Path folder = EXERCISES.resolve("kdl");

        assertThat(texts(folder.resolve("network")))
                .as(
                        "Maybe run `breakwater network import exercises/topologies/Kdl.graphml --domains 6 --out exercises/kdl`.")
                .isEqualTo(made.network());
        assertThat(texts(folder)).isEqualTo(made.exercise());
    }

    @Test
    void kdlIsSplitAndSharedOutEvenly() throws IOException {
        Problems problems = new Problems();
        NetworkImport made = shipped("Kdl.graphml", OptionalInt.of(6), problems);

        assertThat(problems.hasErrors()).isFalse();
        assertThat(count(problems))
                .containsEntry("junction", 27L)
                .containsEntry("large-junction", 1L)
                .containsEntry("parallel-edge", 4L)
                .containsEntry("same-place", 2L);
        assertThat(made.sites()).isEqualTo(754 - 27);
        assertThat(made.nodes()).isBetween(1_000, 1_100);
        assertThat(made.operators()).isEqualTo(6);
        assertThat(made.services()).isEqualTo(1_000);
    }

    private static Map<String, Long> count(Problems problems) {
        return problems.inFileOrder().stream()
                .collect(Collectors.groupingBy(Problem::rule, Collectors.counting()));
    }

    @Test
    void geantHasAnOperatorPerCountry(@TempDir Path folder) throws IOException {
        Problems problems = new Problems();
        NetworkImport made = shipped("Geant2012.graphml", OptionalInt.empty(), problems);
        Network network = write(made, folder).network();

        assertThat(count(problems))
                .containsOnly(Map.entry("no-position", 3L), Map.entry("no-country", 3L));
        assertThat(made.sites()).isEqualTo(40);
        assertThat(network.domains()).hasSize(40);
        assertThat(network.gateways()).hasSize(61);
        assertThat(network.attribution().toString())
                .contains("Topology Zoo", "CC BY 4.0", "modified");
        assertThat(network.links()).allMatch(link -> link.lengthKm() <= 80);
    }

    @ParameterizedTest
    @ValueSource(doubles = {5, 33.3, 150})
    void noLinkIsLongerThanASpanAndAllGiveKey(double spanKm, @TempDir Path folder)
            throws IOException {
        byte[] bytes =
                Files.readAllBytes(EXERCISES.resolve("topologies").resolve("Geant2012.graphml"));
        NetworkImport made = NetworkImport.read(
                        "g", bytes, options("g", spanKm, OptionalInt.of(3), 50), new Problems())
                .orElseThrow();
        Network network = write(made, folder).network();

        assertThat(network.links())
                .allMatch(link -> link.lengthKm() <= spanKm && link.rateBitPerSecond() > 0);
        assertThat(network.links().stream().mapToDouble(QkdLink::lengthKm).sum())
                .isCloseTo(59_800, withinPercentage(0.3));
    }

    @Test
    void servicesHaveAllSuitesWithinAndAcrossBorders(@TempDir Path folder) throws IOException {
        Network network = write(
                        shipped("Geant2012.graphml", OptionalInt.of(4), new Problems()), folder)
                .network();
        Topology topology = Topology.of(network);

        assertThat(network.services().stream()
                        .map(service -> service.suite().label()
                                + service.priorityClass()
                                + (isAcross(topology, service) ? " across" : ""))
                        .distinct())
                .contains("OTP0", "HYBRID1", "AES-2562", "OTP3", "OTP0 across", "HYBRID1 across");
    }

    private static boolean isAcross(Topology topology, Service service) {
        return topology.domainOfNode(topology.getNodeIndex(service.from()))
                != topology.domainOfNode(topology.getNodeIndex(service.to()));
    }

    @Test
    void everyOddityAtOnceStillMakesAnExercise(@TempDir Path folder) throws IOException {
        String text = """
                <graphml>
                <key id="a" for="node" attr.name="Latitude"/><key id="o" for="node" attr.name="Longitude"/>
                <key id="l" for="node" attr.name="label"/><key id="i" for="node" attr.name="Internal"/>
                <key id="h" for="node" attr.name="hyperedge"/><key id="k" for="edge" attr.name="key"/>
                <key id="c" for="node" attr.name="Country"/>
                <graph edgedefault="directed">
                <node id="0"><data key="a">40</data><data key="o">-3</data><data key="l">No: "yes" # {x}</data></node>
                <node id="1"><data key="a">41</data><data key="o">2</data><data key="l">None</data><data key="c">Spain</data></node>
                <node id="2"><data key="l">&#x202E;true</data></node>
                <node id="3"><data key="h">1</data></node>
                <node id="4"><data key="i">0</data></node>
                <node id="5"><data key="l">alone &lt;&amp;&gt;</data></node>
                <node id="6"/><node id="7"/><node id="6"/>
                <edge source="0" target="1"/><edge source="0" target="1"/>
                <edge source="0" target="1"><data key="k">1</data></edge>
                <edge source="0" target="3"/><edge source="1" target="3"/><edge source="2" target="3"/>
                <edge source="6" target="7"/><edge source="7" target="7"/><edge source="7" target="9"/>
                <edge source="4" target="0"/>
                </graph></graphml>
                """;
        Problems problems = new Problems();
        NetworkImport made = NetworkImport.read(
                        "odd.graphml",
                        text.getBytes(StandardCharsets.UTF_8),
                        options("odd.graphml", 80, OptionalInt.empty(), 40),
                        problems)
                .orElseThrow();

        Exercise exercise = write(made, folder);

        assertThat(problems.hasErrors()).isFalse();
        assertThat(exercise.network().services()).hasSize(40);
        assertThat(exercise.scenario().injects()).isNotEmpty();
    }

    @Test
    void aSingleNodeMakesAnExerciseWithoutServices(@TempDir Path folder) throws IOException {
        byte[] bytes =
                "<graphml><graph><node id='a'/></graph></graphml>".getBytes(StandardCharsets.UTF_8);
        Problems problems = new Problems();
        NetworkImport made = NetworkImport.read(
                        "one", bytes, options("one", 80, OptionalInt.empty(), 10), problems)
                .orElseThrow();

        assertThat(write(made, folder).network().services()).isEmpty();
        assertThat(count(problems)).containsEntry("no-services", 1L);
    }
}
