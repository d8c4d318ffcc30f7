package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** Playbooks without an exercise, and the findings of {@code check} in all their forms. */
class CheckFormatsTest {

    private static final Path SHIPPED = Path.of(
            "..", "playbooks", "src", "main", "resources", "breakwater", "playbook", "library");
    private static final Path EXERCISE = Path.of("..", "exercises", "first-drill");
    private static final Path CACAO = Path.of(
            "..",
            "playbooks",
            "src",
            "test",
            "resources",
            "cacao",
            "broken",
            "misspelt-property.cacao.json");

    private static final String GOOD = """
            playbook: probe
            version: 1.0.0
            title: Looks at a link
            types: [detection]
            tlp: green
            owner: any
            triggers: [{event: link.down}]
            inputs: {link: {type: link, from: event.link.id}}
            steps:
              - do: qkd.link.probe
                with: {link: =inputs.link}
            """;

    @TempDir
    private Path folder = Path.of("");

    private Path broken = Path.of("");

    @BeforeEach
    void writeABrokenOne() throws IOException {
        broken = folder.resolve("probe.playbook.yaml");
        Files.writeString(broken, GOOD + "    timout: 2m\n");
    }

    @Test
    void aGoodPlaybookIsCalledGoodAndWhatWasLeftOutIsSaid() throws IOException {
        Files.writeString(broken, GOOD);

        Outcome outcome = Outcome.of("check", broken.toString());

        assertThat(outcome).isEqualTo(new Outcome(0, """
                %s: good. Playbook 'probe' 1.0.0, 1 steps.
                    Not looked up, for there is no exercise: names of links, nodes, services, gateways and operators, and who holds the roles.
                """.formatted(broken), ""));
    }

    @Test
    void aProblemHasLineCaretAndAdvice() {
        Outcome outcome = Outcome.of("check", broken.toString()).isSpeech();

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).startsWith("""
                %s:12:5: Expected a key of a 'do' step, but found 'timout'. [unknown-key]
                        timout: 2m
                        ^
                    Maybe you meant 'timeout'.
                """.formatted(broken));
    }

    @Test
    void allPlaybooksOfAFolderAreChecked() throws IOException {
        Files.writeString(
                folder.resolve("second.playbook.yaml"),
                GOOD.replace("playbook: probe", "playbook: second"));

        assertThat(Outcome.of("check", folder.toString()).out()).contains("1 error, 0 warnings");
        Files.delete(broken);
        Files.writeString(broken, GOOD);
        assertThat(Outcome.of("check", folder.toString()).out())
                .startsWith(folder + ": good. 2 playbooks, 2 steps.");
    }

    @Test
    void aPlaybookMayCallItsNeighboursWhateverIsWrongWithThem() throws IOException {
        Path caller = folder.resolve("caller.playbook.yaml");
        Files.writeString(
                caller,
                GOOD.replace("playbook: probe", "playbook: caller")
                        .replace("do: qkd.link.probe", "call: probe\n    version: 1.0.0"));

        assertThat(Outcome.of("check", caller.toString()).out()).contains(": good. ");
    }

    @Test
    void aPlaybookOfAnExerciseIsCheckedWithIt() throws IOException {
        for (String file : List.of("exercise.yaml", "scenario.yaml")) {
            Files.copy(EXERCISE.resolve(file), folder.resolve(file));
        }
        Path network = Files.createDirectory(folder.resolve("network"));
        Files.copy(EXERCISE.resolve("network/network.yaml"), network.resolve("network.yaml"));
        Path own = Files.createDirectory(folder.resolve("playbooks")).resolve("x.playbook.yaml");
        Files.writeString(own, GOOD.replace("=inputs.link", "NOWHERE"));

        Outcome outcome = Outcome.of("check", own.toString());

        assertThat(outcome.out())
                .contains(
                        "x.playbook.yaml:11:18: Expected a link of the network", "[unknown-link]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text", "json", "sarif", "github"})
    void everyFormKeepsTheExitCode(String format) {
        assertThat(Outcome.of("check", broken.toString(), "--format", format).exit())
                .isEqualTo(1);
        assertThat(Outcome.of("check", SHIPPED.toString(), "--format=" + format).exit())
                .isZero();
    }

    @Test
    void jsonHasEveryPartOfAProblem() throws IOException {
        JsonNode json = json("json", broken, EXERCISE, CACAO);

        assertThat(json.path("errors").asInt()).isEqualTo(json.path("problems").size());
        assertThat(json.path("checked").path(0).path("leftOut").asText()).startsWith("Not looked");
        assertThat(json.path("checked").path(1).path("good").asBoolean()).isTrue();
        assertThat(json.path("problems").path(0))
                .isEqualTo(new ObjectMapper().readTree("""
                {"severity": "error", "rule": "unknown-key", "file": "%s", "line": 12, "column": 5,
                 "message": "Expected a key of a 'do' step, but found 'timout'.",
                 "advice": "Maybe you meant 'timeout'.", "source": "    timout: 2m"}
                """.formatted(broken)));
    }

    @Test
    void sarifIsValidUnderTheOfficialSchema() throws IOException {
        assertThat(sarifSchema().validate(json("sarif", broken, EXERCISE, CACAO, SHIPPED)))
                .isEmpty();
        assertThat(sarifSchema().validate(json("sarif", EXERCISE))).isEmpty();
    }

    @Test
    void sarifNamesPlaceRuleAndHelp() throws IOException {
        JsonNode run = json("sarif", broken, CACAO).path("runs").path(0);
        JsonNode result = run.path("results").path(0);
        JsonNode place = result.path("locations").path(0).path("physicalLocation");

        assertThat(result.path("level").asText()).isEqualTo("error");
        assertThat(place.path("artifactLocation").path("uri").asText())
                .isEqualTo(broken.toUri().toString());
        assertThat(place.path("region").path("startLine").asInt()).isEqualTo(12);
        assertThat(place.path("region").path("startColumn").asInt()).isEqualTo(5);
        for (JsonNode each : run.path("results")) {
            JsonNode rule = run.path("tool")
                    .path("driver")
                    .path("rules")
                    .path(each.path("ruleIndex").asInt());
            assertThat(rule.path("id")).isEqualTo(each.path("ruleId"));
            assertThat(rule.path("help").path("text").asText()).contains("docs/reference/");
        }
    }

    @Test
    void aRelativePathIsARelativeReference() throws IOException {
        JsonNode place = json("sarif", CACAO)
                .path("runs")
                .path(0)
                .path("results")
                .path(0)
                .path("locations")
                .path(0)
                .path("physicalLocation");

        assertThat(place.path("artifactLocation").path("uri").asText()).isEqualTo(CACAO.toString());
    }

    @Test
    void workflowCommandsAreEscaped() throws IOException {
        Path odd = folder.resolve("a,b:50%.playbook.yaml");
        Files.writeString(odd, GOOD + "    \"w::\\n%:\": 1\n");

        assertThat(Outcome.of("check", odd.toString(), "--format", "github").out())
                .startsWith("::error file=%s,line=12,col=5,title=unknown-key::Expected a key of"
                        .formatted(folder + "/a%2Cb%3A50%25.playbook.yaml"))
                .contains("found 'w:: %25:'.%0AMaybe one of: ")
                .endsWith("\n1 errors, 0 warnings\n");
    }

    @Test
    void aFormThatIsNoneIsWrongUsage() {
        Outcome outcome = Outcome.of("check", "x", "--format", "jsno").isSpeech();

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err())
                .contains(
                        "Expected one of text, json, sarif, github, but found 'jsno'. Maybe you meant 'json'.");
    }

    private static JsonNode json(String format, Path... paths) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("check", "--format", format));
        for (Path path : paths) {
            arguments.add(path.toString());
        }
        return new ObjectMapper()
                .readTree(Outcome.of(arguments.toArray(String[]::new)).out());
    }

    private static JsonSchema sarifSchema() throws IOException {
        String path = "/sarif/sarif-schema-2.1.0.json";
        try (InputStream in = CheckFormatsTest.class.getResourceAsStream(path)) {
            return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V4)
                    .getSchema(Objects.requireNonNull(in, path));
        }
    }
}
