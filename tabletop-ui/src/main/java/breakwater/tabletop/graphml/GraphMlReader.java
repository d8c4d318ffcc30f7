package breakwater.tabletop.graphml;

import static breakwater.problem.Problem.error;
import static breakwater.problem.Problem.warning;

import breakwater.problem.Location;
import breakwater.problem.Problems;
import breakwater.tabletop.graphml.GraphMl.Attributes;
import breakwater.tabletop.graphml.GraphMl.Edge;
import breakwater.tabletop.graphml.GraphMl.Vertex;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads GraphML with the JDK's streaming parser. A document type declaration is refused and nothing outside the file is
 * ever opened, so neither entities that grow without bound nor references to other files can do harm. Time and memory
 * are linear in the size of the file.
 */
public final class GraphMlReader {

    /** 16 MiB: fifty times the largest file of the Internet Topology Zoo. */
    public static final int SIZE_MAX_BYTES = 16 * 1024 * 1024;

    private final String file;
    private final Problems problems;
    private final GraphMlKeys keys;
    private final Map<String, String> graphData = new HashMap<>();
    private final List<Vertex> vertices = new ArrayList<>();
    private final List<Edge> edges = new ArrayList<>();
    private boolean rootSeen;
    private int graphs;

    private GraphMlReader(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
        this.keys = new GraphMlKeys(problems);
    }

    /**
     * The first graph in {@code bytes}, or empty when the file is malformed; {@code problems} then says where. What is
     * odd but can be read is a warning.
     *
     * @param file the name to report, never opened
     */
    public static Optional<GraphMl> read(String file, byte[] bytes, Problems problems) {
        return new GraphMlReader(file, problems).read(bytes);
    }

    private Optional<GraphMl> read(byte[] bytes) {
        Location start = Location.startOf(file);
        if (bytes.length > SIZE_MAX_BYTES) {
            problems.add(error(
                    "file-too-large",
                    start,
                    "Expected a file of at most %s MiB, found a larger one."
                            .formatted(SIZE_MAX_BYTES >> 20),
                    ""));
            return Optional.empty();
        }
        int errorsBefore = problems.countErrors();
        try {
            readDocument(openXml(bytes));
        } catch (XMLStreamException e) {
            problems.add(error(
                    "xml-syntax",
                    placeOf(e),
                    "Expected well-formed XML, but found something else: %s.".formatted(reason(e)),
                    bytes.length == 0 ? "Maybe the file was never written." : ""));
        }
        if (problems.countErrors() == errorsBefore && vertices.isEmpty()) {
            problems.add(error(
                    "no-nodes", start, "Expected a graph with at least one node, found none.", ""));
        }
        return problems.countErrors() > errorsBefore
                ? Optional.empty()
                : Optional.of(new GraphMl(
                        file,
                        new Attributes(keys.withDefaults("graph", graphData)),
                        vertices,
                        edges));
    }

    private static XMLStreamReader openXml(byte[] bytes) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        return factory.createXMLStreamReader(new ByteArrayInputStream(bytes));
    }

    private Location placeOf(XMLStreamException e) {
        var at = e.getLocation();
        return at == null
                ? Location.startOf(file)
                : new Location(
                        file, Math.max(1, at.getLineNumber()), Math.max(1, at.getColumnNumber()));
    }

    /** The parser's own words without the place, which is told apart. */
    private static String reason(XMLStreamException e) {
        String text = String.valueOf(e.getMessage());
        int at = text.lastIndexOf("Message: ");
        String words = at < 0 ? text : text.substring(at + "Message: ".length());
        String line = words.lines().findFirst().orElse("");
        return line.endsWith(".") ? line.substring(0, line.length() - 1) : line;
    }

    private void readDocument(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            Location at = placeBefore(xml);
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                problems.add(error(
                        "document-type",
                        at,
                        "Expected GraphML without a document type declaration, found one.",
                        "Maybe delete the line: GraphML names its schema in the root element."));
                return;
            }
            if (event == XMLStreamConstants.START_ELEMENT && !readElement(xml, at)) {
                return;
            }
        }
    }

    /** The parser stands just behind the {@code <} of what comes next. */
    private Location placeBefore(XMLStreamReader xml) {
        var at = xml.getLocation();
        return new Location(
                file, Math.max(1, at.getLineNumber()), Math.max(1, at.getColumnNumber() - 1));
    }

    /** Whether to read on. */
    private boolean readElement(XMLStreamReader xml, Location at) throws XMLStreamException {
        String name = xml.getLocalName();
        if (!rootSeen) {
            rootSeen = true;
            if (!name.equals("graphml")) {
                problems.add(error(
                        "not-graphml",
                        at,
                        "Expected the root element 'graphml', found '%s'.".formatted(name),
                        "Maybe the file has another format, such as GML or GEXF."));
                return false;
            }
            return true;
        }
        switch (name) {
            case "key" -> keys.read(xml, at);
            case "graph" -> readGraph(xml, at);
            case "data" -> readData(xml, "graph", graphData, at);
            case "node" -> readNode(xml, at);
            case "edge" -> readEdge(xml, at);
            case "desc", "port", "default" -> skip(xml);
            default -> {
                problems.add(warning(
                        "unknown-element",
                        at,
                        "Expected a node or an edge, found '%s', which is left out."
                                .formatted(name),
                        ""));
                skip(xml);
            }
        }
        return true;
    }

    private void readGraph(XMLStreamReader xml, Location at) throws XMLStreamException {
        if (++graphs > 1) {
            problems.add(warning(
                    "several-graphs",
                    at,
                    "Expected one graph, found a further one, which is left out.",
                    ""));
            skip(xml);
        } else if ("directed".equals(xml.getAttributeValue(null, "edgedefault"))) {
            problems.add(warning(
                    "directed",
                    at,
                    "Expected an undirected graph; the directions of its edges are ignored.",
                    ""));
        }
    }

    private void readNode(XMLStreamReader xml, Location at) throws XMLStreamException {
        String id = xml.getAttributeValue(null, "id");
        Map<String, String> data = readInner(xml, "node", at);
        if (id == null || id.isBlank()) {
            problems.add(warning(
                    "node-without-id",
                    at,
                    "Expected an id, found a node without one: left out.",
                    ""));
            return;
        }
        vertices.add(new Vertex(id, new Attributes(keys.withDefaults("node", data)), at));
    }

    private void readEdge(XMLStreamReader xml, Location at) throws XMLStreamException {
        String source = xml.getAttributeValue(null, "source");
        String target = xml.getAttributeValue(null, "target");
        String id = xml.getAttributeValue(null, "id");
        Map<String, String> data = readInner(xml, "edge", at);
        if (source == null || target == null) {
            problems.add(warning(
                    "edge-without-end",
                    at,
                    "Expected source and target, found an edge without: left out.",
                    ""));
            return;
        }
        if (id != null) {
            data.put("@id", id);
        }
        edges.add(new Edge(source, target, new Attributes(keys.withDefaults("edge", data)), at));
    }

    /** The data of a node or edge, up to its end; a graph inside it is left out. */
    private Map<String, String> readInner(XMLStreamReader xml, String owner, Location ownerAt)
            throws XMLStreamException {
        Map<String, String> data = new HashMap<>();
        while (true) {
            Location at = placeBefore(xml);
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                return data;
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (xml.getLocalName().equals("data")) {
                readData(xml, owner, data, at);
            } else {
                if (xml.getLocalName().equals("graph")) {
                    problems.add(warning(
                            "nested-graph",
                            ownerAt,
                            "Expected a plain %s, found one with a graph inside, which is left out."
                                    .formatted(owner),
                            ""));
                }
                skip(xml);
            }
        }
    }

    private void readData(XMLStreamReader xml, String owner, Map<String, String> into, Location at)
            throws XMLStreamException {
        String key = String.valueOf(xml.getAttributeValue(null, "key"));
        String value = text(xml);
        keys.findName(owner, key, at).ifPresent(name -> into.put(name, value));
    }

    /** The text up to the end of the element; that of elements inside it is left out. */
    static String text(XMLStreamReader xml) throws XMLStreamException {
        StringBuilder text = new StringBuilder();
        int depth = 1;
        while (depth > 0) {
            switch (xml.next()) {
                case XMLStreamConstants.START_ELEMENT -> depth++;
                case XMLStreamConstants.END_ELEMENT -> depth--;
                case XMLStreamConstants.CHARACTERS -> {
                    if (depth == 1) {
                        text.append(xml.getText());
                    }
                }
                default -> {}
            }
        }
        return text.toString().strip();
    }

    private static void skip(XMLStreamReader xml) throws XMLStreamException {
        text(xml);
    }
}
