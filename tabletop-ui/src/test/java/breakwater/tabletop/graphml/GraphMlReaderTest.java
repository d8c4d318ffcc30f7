package breakwater.tabletop.graphml;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

class GraphMlReaderTest {

    private static final String FILE = "map.graphml";

    private final Problems problems = new Problems();

    private Optional<GraphMl> read(String text) {
        return GraphMlReader.read(FILE, text.getBytes(StandardCharsets.UTF_8), problems);
    }

    private List<String> rules() {
        return problems.inFileOrder().stream().map(Problem::rule).toList();
    }

    @Test
    void findsAttributesByTheKeyTableOfTheFile() {
        GraphMl graph = read("""
                <?xml version="1.0" encoding="utf-8"?>
                <graphml xmlns="http://graphml.graphdrawing.org/xmlns">
                  <key attr.name="Latitude" for="node" id="d7"/>
                  <key attr.name="label" for="node" id="d1"><default>nowhere</default></key>
                  <key attr.name="label" for="graph" id="d2"/>
                  <graph edgedefault="undirected">
                    <data key="d2">Small</data>
                    <node id="0"><data key="d7"> 50.5 </data><data key="d1">New
                      York</data></node>
                    <node id="1"/>
                    <edge source="0" target="1"/>
                  </graph>
                </graphml>
                """).orElseThrow();

        assertThat(problems.inFileOrder()).isEmpty();
        assertThat(graph.attributes().find("label")).contains("Small");
        assertThat(graph.vertices().get(0).attributes().find("lat", "latitude")).contains("50.5");
        assertThat(graph.vertices().get(0).attributes().find("label")).contains("New York");
        assertThat(graph.vertices().get(1).attributes().find("label")).contains("nowhere");
        assertThat(graph.edges()).hasSize(1);
        assertThat(graph.edges().get(0).location()).hasToString(FILE + ":11:5");
    }

    @Test
    void reportsWhatItLeavesOutAndReadsOn() {
        GraphMl graph = read("""
                <graphml>
                <key id="d1" for="node" attr.name="label"/>
                <key id="d1" for="node" attr.name="again"/>
                <graph edgedefault="directed">
                <node id="a"><data key="d9">?</data><graph><node id="inner"/></graph></node>
                <node/>
                <edge source="a"/>
                <hyperedge><endpoint node="a"/></hyperedge>
                </graph>
                <graph><node id="b"/></graph>
                </graphml>
                """).orElseThrow();

        assertThat(rules())
                .containsExactly(
                        "duplicate-key",
                        "directed",
                        "nested-graph",
                        "unknown-key",
                        "node-without-id",
                        "edge-without-end",
                        "unknown-element",
                        "several-graphs");
        assertThat(problems.hasErrors()).isFalse();
        assertThat(graph.vertices()).extracting(GraphMl.Vertex::id).containsExactly("a");
        assertThat(graph.edges()).isEmpty();
    }

    /** @param at line and column of the problem; empty where the parser says */
    private record Malformed(String text, String rule, String at) {}

    static Stream<Malformed> malformed() {
        return Stream.of(
                new Malformed("", "xml-syntax", ""),
                new Malformed("not xml", "xml-syntax", ":1:"),
                new Malformed(
                        "<graphml>\n<graph>\n<node id='a'>\n</graph></graphml>",
                        "xml-syntax",
                        ":4:"),
                new Malformed("<graphml>\n<node id='a' id='b'/></graphml>", "xml-syntax", ":2:"),
                new Malformed(
                        "<graphml><node id='a'>&nobody;</node></graphml>", "xml-syntax", ":1:"),
                new Malformed(
                        "<graphml><graph><node id='\u0001'/></graph></graphml>",
                        "xml-syntax",
                        ":1:"),
                new Malformed("<gexf/>", "not-graphml", ":1:1"),
                new Malformed("<graphml><graph/></graphml>", "no-nodes", ":1:1"),
                new Malformed("<!DOCTYPE graphml>\n<graphml/>", "document-type", ":1:1"));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void refusesAMalformedFileAndSaysWhere(Malformed malformed) {
        assertThat(read(malformed.text())).isEmpty();
        assertThat(rules()).containsExactly(malformed.rule());
        assertThat(problems.inFileOrder().get(0).location().toString())
                .startsWith(FILE + malformed.at());
        assertThat(problems.inFileOrder().get(0).message()).doesNotContain("\n", "Exception");
    }

    @Test
    void expandsNoEntities() {
        StringBuilder bomb = new StringBuilder("<!DOCTYPE g [<!ENTITY a0 \"ha\">\n");
        for (int i = 1; i < 40; i++) {
            bomb.append("<!ENTITY a%d \"&a%d;&a%d;\">%n".formatted(i, i - 1, i - 1));
        }
        bomb.append("]>\n<graphml><graph><node id='a'>&a39;</node></graph></graphml>");

        assertThat(read(bomb.toString())).isEmpty();
        assertThat(rules()).containsExactly("document-type");
    }

    @Test
    void opensNoOtherFile(@TempDir Path folder) throws IOException {
        Path secret = folder.resolve("secret.txt");
        Files.writeString(secret, "the secret");

        Optional<GraphMl> read = read(
                "<!DOCTYPE g [<!ENTITY s SYSTEM \"%s\">]><graphml><graph><node id='&s;'/></graph></graphml>"
                        .formatted(secret.toUri()));

        assertThat(read).isEmpty();
        assertThat(problems.inFileOrder().toString()).doesNotContain("the secret");
    }

    @Test
    void refusesAFileThatIsTooLarge() {
        byte[] bytes = new byte[GraphMlReader.SIZE_MAX_BYTES + 1];

        assertThat(GraphMlReader.read(FILE, bytes, problems)).isEmpty();
        assertThat(rules()).containsExactly("file-too-large");
    }
}
