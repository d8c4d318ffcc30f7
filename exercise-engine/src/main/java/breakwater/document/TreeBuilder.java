package breakwater.document;

import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Mapping;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.DocumentNode.Sequence;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingEndEvent;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.events.SequenceEndEvent;
import org.snakeyaml.engine.v2.events.StreamEndEvent;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Builds the tree from parser events with a stack of its own, so that deep nesting cannot overflow the thread's. */
final class TreeBuilder {

    private final String file;
    private final Problems problems;
    private final Deque<Open> open = new ArrayDeque<>();
    private @Nullable DocumentNode root;
    private int documents;

    TreeBuilder(String file, Problems problems) {
        this.file = file;
        this.problems = problems;
    }

    /** A collection whose end has not come yet. A mapping has {@code entries}, a sequence {@code items}. */
    private static final class Open {
        final Location location;
        final boolean isMapping;
        final Map<String, Entry> entries = new LinkedHashMap<>();
        final List<DocumentNode> items = new ArrayList<>();

        @Nullable Scalar key;

        Open(Location location, boolean isMapping) {
            this.location = location;
            this.isMapping = isMapping;
        }

        DocumentNode close() {
            return isMapping ? new Mapping(location, entries) : new Sequence(location, items);
        }
    }

    /** Takes the next event. False when reading on makes no sense; the problem is then reported. */
    boolean accept(Event event) {
        if (event instanceof DocumentStartEvent && ++documents > 1) {
            return refuse(
                    "several-documents",
                    event,
                    "Expected one document in the file, but found a second after '---'.",
                    "Maybe make it a file of its own.");
        }
        if (event instanceof NodeEvent node && isNamed(node)) {
            return refuse(
                    "alias",
                    event,
                    "Expected plain values, but found the %s '%s'."
                            .formatted(
                                    event instanceof AliasEvent ? "alias" : "anchor",
                                    node.getAnchor().map(Object::toString).orElse("")),
                    "Maybe write the value out; text that begins with & or * needs quotes.");
        }
        checkUntagged(event);
        if (event instanceof ScalarEvent scalar) {
            add(new Scalar(locationOf(event), scalar.getValue(), !scalar.isPlain()));
        } else if (event instanceof CollectionStartEvent) {
            return begin(event);
        } else if (event instanceof MappingEndEvent || event instanceof SequenceEndEvent) {
            add(open.pop().close());
        } else if (event instanceof StreamEndEvent && documents == 0) {
            return refuse(
                    "empty-file",
                    event,
                    "Expected a document, but the file holds nothing but space and comments.",
                    "");
        }
        return true;
    }

    Optional<DocumentNode> root() {
        return Optional.ofNullable(root);
    }

    private boolean begin(Event event) {
        if (open.size() >= YamlReader.DEPTH_MAX) {
            return refuse(
                    "too-deep",
                    event,
                    "Expected at most %s levels of nesting, but found more."
                            .formatted(YamlReader.DEPTH_MAX),
                    "Maybe a bracket [ or { is not closed.");
        }
        Open parent = open.peek();
        if (parent != null && parent.isMapping && parent.key == null) {
            return refuse(
                    "key-not-text",
                    event,
                    "Expected a text key, but found a list or mapping in its place.",
                    "Maybe quotes are missing around a text that begins with [ or {.");
        }
        open.push(new Open(locationOf(event), event instanceof MappingStartEvent));
        return true;
    }

    private void add(DocumentNode node) {
        Open parent = open.peek();
        if (parent == null) {
            root = node;
        } else if (!parent.isMapping) {
            parent.items.add(node);
        } else if (parent.key == null) {
            parent.key = (Scalar) node;
        } else {
            put(parent, parent.key, node);
            parent.key = null;
        }
    }

    /** The first of two equal keys wins, so that later problems speak of one value only. */
    private void put(Open mapping, Scalar key, DocumentNode value) {
        Entry earlier = mapping.entries.putIfAbsent(key.text(), new Entry(key, value));
        if (earlier != null) {
            problems.add(Problem.error(
                    "duplicate-key",
                    key.location(),
                    "Expected each key once, but found '%s' again; it stands first at line %s."
                            .formatted(
                                    ScalarKind.cut(key.text()),
                                    earlier.key().location().line()),
                    ""));
        }
    }

    private static boolean isNamed(NodeEvent event) {
        return event instanceof AliasEvent || event.getAnchor().isPresent();
    }

    private void checkUntagged(Event event) {
        boolean tagged = event instanceof ScalarEvent scalar
                ? scalar.getTag().isPresent()
                : event instanceof CollectionStartEvent start && start.getTag().isPresent();
        if (tagged) {
            problems.add(Problem.error(
                    "tag",
                    locationOf(event),
                    "Expected a plain value, but found one with a tag.",
                    "Maybe remove the tag; text that begins with ! needs quotes."));
        }
    }

    private boolean refuse(String rule, Event event, String message, String advice) {
        Location location = rule.equals("empty-file") ? Location.startOf(file) : locationOf(event);
        problems.add(Problem.error(rule, location, message, advice));
        return false;
    }

    private Location locationOf(Event event) {
        return event.getStartMark()
                .map(mark -> YamlReader.locationOf(file, mark))
                .orElse(Location.startOf(file));
    }
}
