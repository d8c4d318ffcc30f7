package breakwater.schema;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.network.ControllerState;
import breakwater.network.CrewState;
import breakwater.network.GatewayState;
import breakwater.network.KmsState;
import breakwater.network.LinkState;
import breakwater.network.NodeState;
import breakwater.network.ServiceState;
import breakwater.network.StoreState;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** {@code docs/reference/model.md} has every key of a network and every state of its parts, in the right row. */
class ModelPageTest {

    private static final Path PAGE = Path.of("..", "docs", "reference", "model.md");

    /** Of the file, not of anything in the network. */
    private static final Set<String> OF_THE_FILE = Set.of("attribution", "defaults");

    private static final Pattern CAPITALS = Pattern.compile("\\b[A-Z][A-Z_]*[A-Z]\\b");

    /** Other capitals in those rows: an abbreviation, and what the text says is no state. */
    private static final Set<String> NO_STATES = Set.of("FULL", "VOIDED", "ML", "KEM");

    @Test
    void namesEveryKeyOfANetwork() throws IOException {
        String page = Files.readString(PAGE);
        Set<String> missing = keys(PublishedSchema.of("network").json());
        missing.removeAll(OF_THE_FILE);
        missing.removeIf(key -> page.contains("`" + key + "`"));

        assertThat(missing).as("keys that %s lacks", PAGE).isEmpty();
    }

    static Stream<Arguments> parts() {
        return Stream.of(
                Arguments.of("Repair crew", CrewState.values()),
                Arguments.of("QKDN controller", ControllerState.values()),
                Arguments.of("Gateway", GatewayState.values()),
                Arguments.of("Node", NodeState.values()),
                Arguments.of("Key management agent", KmsState.values()),
                Arguments.of("Key store", StoreState.values()),
                Arguments.of("QKD link", LinkState.values()),
                Arguments.of("Service", ServiceState.values()));
    }

    @ParameterizedTest
    @MethodSource("parts")
    void givesAPartTheStatesItHasAndNoOthers(String part, Enum<?>[] states) throws IOException {
        Set<String> found = CAPITALS.matcher(statesOf(part))
                .results()
                .map(MatchResult::group)
                .collect(Collectors.toCollection(TreeSet::new));
        found.removeAll(NO_STATES);

        assertThat(found)
                .as("states of '%s' in %s", part, PAGE)
                .isEqualTo(Arrays.stream(states).map(Enum::name).collect(Collectors.toSet()));
    }

    /** The row of states below the part's heading. */
    private static String statesOf(String part) throws IOException {
        String page = Files.readString(PAGE);
        int heading = page.indexOf("\n**" + part + "**");
        assertThat(heading).as("the part '%s' of %s", part, PAGE).isPositive();
        int table = page.indexOf("\n\n", heading) + 1;
        int from = page.indexOf("\n| states |", table);
        int end = page.indexOf("\n\n", table);
        assertThat(from).as("the states of '%s' in %s", part, PAGE).isBetween(table, end);
        return page.substring(from + 1, page.indexOf('\n', from + 1));
    }

    private static Set<String> keys(JsonNode schema) {
        Set<String> keys = new TreeSet<>();
        schema.path("properties").fieldNames().forEachRemaining(keys::add);
        schema.forEach(inner -> keys.addAll(keys(inner)));
        return keys;
    }
}
