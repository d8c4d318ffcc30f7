package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.playbook.library.ShippedPlaybooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

class DiffCommandTest {

    @TempDir
    private Path folder = Path.of("");

    private String changed() throws IOException {
        byte[] shipped = ShippedPlaybooks.find("mutual-aid-relay").orElseThrow().bytes();
        Path file = folder.resolve("mine.playbook.yaml");
        Files.writeString(
                file,
                new String(shipped, StandardCharsets.UTF_8)
                        .replace("deadline: 20m", "deadline: 10m")
                        .replace("default: ask", "default: hold"));
        return file.toString();
    }

    @Test
    void theSameIsSaidToBeTheSame() {
        Outcome outcome = Outcome.of("playbook", "diff", "fibre-cut", "fibre-cut");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).isEqualTo("They do the same.\n");
    }

    @Test
    void whatDiffersIsSaidAndTheExitCodeIsOne() throws IOException {
        Outcome outcome = Outcome.of("playbook", "diff", "mutual-aid-relay", changed());

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEqualTo("""
                decide 'choice': deadline 20m -> 10m
                decide 'choice': default ask -> hold
                2 differences
                """);
    }

    @Test
    void programsGetTheSame() throws IOException {
        String text = Outcome.of(
                        "playbook", "diff", "mutual-aid-relay", changed(), "--format", "json")
                .out();
        JsonNode first = new ObjectMapper().readTree(text).path("differences").path(0);

        assertThat(first.path("kind").asText()).isEqualTo("changed");
        assertThat(first.path("what").asText()).isEqualTo("deadline");
        assertThat(first.path("before").asText()).isEqualTo("20m");
        assertThat(first.path("after").asText()).isEqualTo("10m");
    }

    @Test
    void whatCannotBeReadIsSaidAndTheExitCodeIsTwo() {
        Outcome outcome =
                Outcome.of("playbook", "diff", "fibre-cut", "other.cacao.json").isSpeech();

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.err()).contains("but found JSON, which is how CACAO playbooks");
    }
}
