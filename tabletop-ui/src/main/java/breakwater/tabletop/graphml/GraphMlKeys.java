package breakwater.tabletop.graphml;

import static breakwater.problem.Problem.warning;

import breakwater.problem.Location;
import breakwater.problem.Problems;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** The {@code key} elements of one file: which attribute a {@code data} element means, and defaults. */
final class GraphMlKeys {

    private static final String ALL = "all";

    private final Map<String, Key> byId = new HashMap<>();
    private final Set<String> unknown = new HashSet<>();
    private final Problems problems;

    GraphMlKeys(Problems problems) {
        this.problems = problems;
    }

    /** @param domain {@code node}, {@code edge}, {@code graph} or {@code all} */
    private record Key(String domain, String name, Optional<String> byDefault) {
        boolean isFor(String owner) {
            return domain.equals(ALL) || domain.equals(owner);
        }
    }

    /** Reads a {@code key} element to its end. */
    void read(XMLStreamReader xml, Location at) throws XMLStreamException {
        String id = String.valueOf(xml.getAttributeValue(null, "id"));
        String name = xml.getAttributeValue(null, "attr.name");
        String domain = xml.getAttributeValue(null, "for");
        Optional<String> byDefault = Optional.empty();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.getEventType() == XMLStreamConstants.START_ELEMENT) {
                boolean isDefault = xml.getLocalName().equals("default");
                String text = GraphMlReader.text(xml);
                byDefault = isDefault ? Optional.of(text) : byDefault;
            }
        }
        Key key = new Key(
                domain == null ? ALL : domain,
                (name == null ? id : name).toLowerCase(Locale.ROOT),
                byDefault);
        if (byId.putIfAbsent(id, key) != null) {
            problems.add(warning(
                    "duplicate-key",
                    at,
                    "Expected each key once, found '%s' again: the first holds.".formatted(id),
                    ""));
        }
    }

    /** The attribute that {@code key} stands for; an unknown key is reported once. */
    Optional<String> findName(String owner, String key, Location at) {
        Key known = byId.get(key);
        if (known != null && known.isFor(owner)) {
            return Optional.of(known.name());
        }
        if (unknown.add(owner + " " + key)) {
            problems.add(warning(
                    "unknown-key",
                    at,
                    "Expected the key of a %s attribute, found '%s', which the file does not declare: ignored."
                            .formatted(owner, key),
                    ""));
        }
        return Optional.empty();
    }

    /** {@code data}, and the defaults for what it lacks. */
    Map<String, String> withDefaults(String owner, Map<String, String> data) {
        Map<String, String> all = new HashMap<>(data);
        for (Key key : byId.values()) {
            if (key.isFor(owner) && key.byDefault().isPresent()) {
                all.putIfAbsent(key.name(), key.byDefault().get());
            }
        }
        return all;
    }
}
