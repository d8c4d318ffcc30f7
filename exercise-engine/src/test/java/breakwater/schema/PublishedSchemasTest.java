package breakwater.schema;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.document.Durations;
import breakwater.document.Shape;
import breakwater.document.SourceFile;
import breakwater.document.YamlReader;
import breakwater.network.yaml.NetworkShapes;
import breakwater.problem.Problems;
import breakwater.scenario.yaml.ExerciseFolder;
import breakwater.scenario.yaml.ScenarioShapes;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The published schemas say what the readers say: same keys, same required keys, same words. */
class PublishedSchemasTest {

    private static final String ROOT = "";

    private static final Map<String, Map<String, Shape>> SHAPES = Map.of(
            "network",
                    Map.ofEntries(
                            Map.entry(ROOT, NetworkShapes.FILE),
                            Map.entry("defaults", NetworkShapes.DEFAULTS),
                            Map.entry("store", NetworkShapes.STORE),
                            Map.entry("recovery", NetworkShapes.RECOVERY),
                            Map.entry("power", NetworkShapes.POWER),
                            Map.entry("domain", NetworkShapes.DOMAIN),
                            Map.entry("crews", NetworkShapes.CREWS),
                            Map.entry("srlg", NetworkShapes.SRLG),
                            Map.entry("node", NetworkShapes.NODE),
                            Map.entry("link", NetworkShapes.LINK),
                            Map.entry("kmLink", NetworkShapes.KM_LINK),
                            Map.entry("gateway", NetworkShapes.GATEWAY),
                            Map.entry("service", NetworkShapes.SERVICE),
                            Map.entry("aes", NetworkShapes.AES),
                            Map.entry("route", NetworkShapes.ROUTE)),
            "exercise",
                    Map.of(
                            ROOT,
                            ScenarioShapes.EXERCISE,
                            "clock",
                            ScenarioShapes.CLOCK,
                            "playbookUse",
                            ScenarioShapes.PLAYBOOK_USE,
                            "rolePlayed",
                            ScenarioShapes.ROLE_PLAYED),
            "agreements",
                    Map.of(
                            ROOT,
                            ScenarioShapes.AGREEMENTS,
                            "agreement",
                            ScenarioShapes.AGREEMENT,
                            "package",
                            ScenarioShapes.PACKAGE),
            "scenario",
                    Map.ofEntries(
                            Map.entry(ROOT, ScenarioShapes.SCENARIO),
                            Map.entry("objective", ScenarioShapes.OBJECTIVE),
                            Map.entry("hazards", ScenarioShapes.HAZARDS),
                            Map.entry("inject", ScenarioShapes.INJECT),
                            Map.entry("message", ScenarioShapes.MESSAGE),
                            Map.entry("expect", ScenarioShapes.EXPECT),
                            Map.entry("condition", ScenarioShapes.CONDITION),
                            Map.entry("nodeState", ScenarioShapes.STATE),
                            Map.entry("linkState", ScenarioShapes.STATE),
                            Map.entry("starved", ScenarioShapes.STARVED),
                            Map.entry("intent", ScenarioShapes.INTENT),
                            Map.entry("drawn", ScenarioShapes.SPELL),
                            Map.entry("logNormal", ScenarioShapes.LOG_NORMAL),
                            Map.entry("area", ScenarioShapes.AREA),
                            Map.entry("disc", ScenarioShapes.DISC),
                            Map.entry("fault", ScenarioShapes.FAULT),
                            Map.entry("fibreCut", ScenarioShapes.FIBRE_CUT),
                            Map.entry("powerLoss", ScenarioShapes.POWER_LOSS),
                            Map.entry("kmsCrash", ScenarioShapes.KMS_CRASH),
                            Map.entry("qberAlarm", ScenarioShapes.QBER_ALARM),
                            Map.entry("controlPartition", ScenarioShapes.CONTROL_PARTITION),
                            Map.entry("regionalDisaster", ScenarioShapes.REGIONAL_DISASTER),
                            Map.entry("faultySoftware", ScenarioShapes.FAULTY_SOFTWARE),
                            Map.entry("gatewayLimit", ScenarioShapes.GATEWAY_LIMIT),
                            Map.entry("plannedMaintenance", ScenarioShapes.PLANNED_MAINTENANCE)));

    static Stream<Arguments> shapes() {
        return SHAPES.entrySet().stream()
                .flatMap(schema -> schema.getValue().entrySet().stream()
                        .map(shape ->
                                Arguments.of(schema.getKey(), shape.getKey(), shape.getValue())));
    }

    private static JsonNode at(String schema, String definition) {
        JsonNode root = PublishedSchema.of(schema).json();
        return definition.isEmpty() ? root : root.path("definitions").path(definition);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("shapes")
    void haveTheKeysTheReadersTake(String schema, String definition, Shape shape) {
        JsonNode object = at(schema, definition);
        Set<String> keys = new LinkedHashSet<>();
        object.path("properties").fieldNames().forEachRemaining(keys::add);

        assertThat(keys).containsExactlyInAnyOrderElementsOf(shape.keys());
        assertThat(texts(object.path("required")))
                .containsExactlyInAnyOrderElementsOf(shape.required());
        assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
    }

    @ParameterizedTest
    @MethodSource("schemaNames")
    void defineNoObjectThatNoReaderTakes(String schema) {
        List<String> objects = new ArrayList<>();
        at(schema, ROOT).path("definitions").properties().forEach(definition -> {
            if (definition.getValue().path("type").asText().equals("object")) {
                objects.add(definition.getKey());
            }
        });
        Set<String> known = new TreeSet<>(shapesOf(schema).keySet());
        known.remove(ROOT);

        assertThat(objects).containsExactlyInAnyOrderElementsOf(known);
    }

    static Stream<String> schemaNames() {
        return SHAPES.keySet().stream().sorted();
    }

    private static Map<String, Shape> shapesOf(String schema) {
        return SHAPES.getOrDefault(schema, Map.of());
    }

    @Test
    void haveTheWordsTheReadersTake() {
        assertWords("network", "srlg", "kind", NetworkShapes.SRLG_KINDS);
        assertWords("network", "node", "role", NetworkShapes.ROLES);
        assertWords("network", "link", "kind", NetworkShapes.LINK_KINDS);
        assertWords("scenario", "inject", "rootCause", ScenarioShapes.ROOT_CAUSES);
        assertWords("scenario", "nodeState", "is", ScenarioShapes.NODE_STATES);
        assertWords("scenario", "linkState", "is", ScenarioShapes.LINK_STATES);
        assertWords("scenario", "intent", "taken", ScenarioShapes.INTENTS);
    }

    private static void assertWords(
            String schema, String definition, String key, Map<String, ?> words) {
        JsonNode property = at(schema, definition).path("properties").path(key);

        assertThat(texts(property.path("enum"))).isEqualTo(new TreeSet<>(words.keySet()));
    }

    @ParameterizedTest
    @MethodSource("schemaNames")
    void haveTheFormOfDurationsTheReadersTake(String schema) {
        assertThat(at(schema, "duration").path("pattern").asText()).isEqualTo(Durations.FORM);
    }

    static Stream<Path> shippedFiles() throws IOException {
        try (Stream<Path> files = Files.walk(ExerciseFolder.SHIPPED)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(file -> !file.toString().contains(".playbook.")
                            && !file.toString().contains(".test."))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static String schemaFor(String fileName) {
        return switch (fileName) {
            case "exercise.yaml" -> "exercise";
            case "scenario.yaml" -> "scenario";
            case "agreements.yaml" -> "agreements";
            default -> "network";
        };
    }

    @ParameterizedTest
    @MethodSource("shippedFiles")
    void takeEveryShippedFile(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        SourceFile source = new SourceFile(name, name, Files.readAllBytes(file));
        var document = YamlReader.read(name, source.bytes(), new Problems()).orElseThrow();

        assertThat(PublishedSchema.of(schemaFor(name)).validate(document)).isEmpty();
    }

    private static final Path BROKEN = Path.of("src", "test", "resources", "broken");

    /** What is wrong with the form of a single value or its keys; the schema must see it too. */
    private static final Set<String> RULES_OF_FORM =
            Set.of("unknown-key", "wrong-type", "unknown-word", "bad-duration", "bad-name");

    static Stream<Path> brokenInForm() throws IOException {
        try (Stream<Path> files = Files.list(BROKEN)) {
            return files
                    .filter(file -> file.toString().endsWith(".yaml"))
                    .filter(PublishedSchemasTest::isBrokenInForm)
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    private static boolean isBrokenInForm(Path file) {
        try {
            String said =
                    Files.readString(Path.of(file.toString().replace(".yaml", ".expected.txt")));
            return RULES_OF_FORM.stream().anyMatch(rule -> said.contains("[" + rule + "]"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("brokenInForm")
    void refuseWhatTheReadersRefuseForItsForm(Path file) throws IOException {
        String kind = String.valueOf(file.getFileName()).replaceAll(".*\\.(\\w+)\\.yaml", "$1");
        var document =
                YamlReader.read(kind, Files.readAllBytes(file), new Problems()).orElseThrow();

        assertThat(PublishedSchema.of(kind).validate(document)).isNotEmpty();
    }
}
