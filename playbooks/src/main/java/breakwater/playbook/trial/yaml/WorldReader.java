package breakwater.playbook.trial.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Mapping;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.DocumentNode.Sequence;
import breakwater.document.Fields;
import breakwater.document.Shape;
import breakwater.playbook.Playbook;
import breakwater.playbook.expression.Type;
import breakwater.playbook.trial.Change;
import breakwater.playbook.trial.Given;
import breakwater.problem.Problems;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/** Reads the world of a trial: what there is at its begin and what happens then. */
final class WorldReader {

    /** Where nothing is said. */
    static final Begin NOTHING = new Begin("own", Optional.empty(), Map.of(), Map.of(), Map.of());

    private final Names names;
    private final Problems problems;
    private final ChangeReader changes;

    /** What {@code given} sections say, the common one first. */
    record Begin(
            String operator,
            Optional<Given.Inputs> inputs,
            Map<String, There<Given.OfLink>> links,
            Map<String, There<String>> nodes,
            Map<String, There<Given.OfService>> services) {}

    /** A thing, and in what it is not sound or at rest. */
    record There<T>(T thing, Optional<Change> change) {}

    /** The world of one trial. */
    record World(Given given, List<Change> happens) {}

    WorldReader(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
        changes = new ChangeReader(names, problems);
    }

    /** What {@code given} says there, and where it says nothing, what was said before. */
    Begin given(Fields fields, Begin before) {
        Optional<Fields> section = fields.mapping("given", TrialShapes.GIVEN);
        if (section.isEmpty()) {
            return before;
        }
        Fields given = section.get();
        return new Begin(
                given.has("operator") ? names.thing(given, "operator") : before.operator(),
                given.find("inputs").isPresent() ? inputs(given) : before.inputs(),
                things(given, "links", TrialShapes.LINK, before.links(), this::link),
                things(given, "nodes", TrialShapes.NODE, before.nodes(), this::node),
                things(given, "services", TrialShapes.SERVICE, before.services(), this::service));
    }

    private Optional<Given.Inputs> inputs(Fields given) {
        Map<String, Object> values = new LinkedHashMap<>();
        Map<String, Type> types = new LinkedHashMap<>();
        for (Playbook.Input input : names.playbook().inputs()) {
            types.put(input.name(), input.type());
        }
        Set<String> named = new LinkedHashSet<>();
        for (Entry entry : names.values().entries(given, "inputs")) {
            String name = entry.key().text();
            Type type = types.get(name);
            named.add(name);
            if (type == null) {
                names.unknown("undefined-name", entry.key(), "an input", types.keySet());
            } else {
                names.typed(name, type, entry.value()).ifPresent(value -> values.put(name, value));
            }
        }
        types.keySet().stream()
                .filter(name -> !named.contains(name))
                .forEach(name -> given.report(
                        "inputs",
                        "missing-input",
                        "Expected the input '%s', but it is missing.".formatted(name),
                        ""));
        return Optional.of(new Given.Inputs(values, given.at("inputs")));
    }

    private <T> Map<String, There<T>> things(
            Fields given,
            String key,
            Shape shape,
            Map<String, There<T>> before,
            BiFunction<String, Fields, There<T>> read) {
        Map<String, There<T>> things = new LinkedHashMap<>(before);
        Optional<DocumentNode> node = given.find(key);
        if (node.isPresent() && node.get() instanceof Sequence) {
            // Names alone: there, sound and at rest.
            for (Scalar name : given.texts(key)) {
                names.thing(name);
                Mapping nothing = new Mapping(name.location(), Map.of());
                Fields.read(shape, nothing, problems)
                        .ifPresent(
                                inner -> things.put(name.text(), read.apply(name.text(), inner)));
            }
            return things;
        }
        for (Entry entry : names.values().entries(given, key)) {
            String name = names.thing(entry.key());
            Fields.read(shape, entry.value(), problems)
                    .ifPresent(inner -> things.put(name, read.apply(name, inner)));
        }
        return things;
    }

    /** The world that begins so, with what {@code happens} says there. */
    World happens(Fields fields, Begin begin) {
        List<Change> first = new ArrayList<>();
        Map<String, Given.OfLink> links = new LinkedHashMap<>();
        begin.links().forEach((id, there) -> {
            links.put(id, there.thing());
            there.change().ifPresent(first::add);
        });
        begin.nodes().values().forEach(there -> there.change().ifPresent(first::add));
        Map<String, Given.OfService> services = new LinkedHashMap<>();
        begin.services().forEach((id, there) -> {
            services.put(id, there.thing());
            there.change().ifPresent(first::add);
        });
        List<Change> happens = new ArrayList<>();
        for (DocumentNode item : fields.items("happens")) {
            changes.read(item).ifPresent(happens::add);
        }
        happens.sort(Comparator.comparingLong(Change::atMicros));
        Set<String> nodes = new LinkedHashSet<>(begin.nodes().keySet());
        spokenOf(happens, links, nodes, services);
        begin.inputs().ifPresent(inputs -> inputThings(inputs, links, nodes, services));
        Given given = new Given(
                begin.operator(), begin.inputs(), links, List.copyOf(nodes), services, first);
        return new World(given, happens);
    }

    private There<String> node(String id, Fields fields) {
        return new There<>(id, changes.ofNode(0, id, fields));
    }

    private There<Given.OfLink> link(String id, Fields fields) {
        Given.OfLink usual = Given.OfLink.named(id);
        List<Scalar> ends = fields.has("ends") ? fields.texts("ends") : List.of();
        if (fields.has("ends") && ends.size() != 2) {
            fields.report(
                    "ends",
                    "link-ends",
                    "Expected the two nodes at the ends of the link, but found %s."
                            .formatted(ends.size()),
                    "Maybe write ends: [A, B].");
        }
        ends.forEach(names::thing);
        boolean both = ends.size() == 2;
        long capacity = fields.has("capacity_bit")
                ? fields.whole("capacity_bit", 1, ChangeReader.BITS_MAX)
                : usual.capacityBit();
        long level = fields.has("level_bit")
                ? fields.whole("level_bit", 0, capacity)
                : Math.min(capacity, usual.levelBit());
        Given.OfLink link = new Given.OfLink(
                both ? ends.get(0).text() : usual.a(),
                both ? ends.get(1).text() : usual.b(),
                fields.has("cross_border") && fields.flag("cross_border"),
                fields.has("rate_bps") && !fields.has("state")
                        ? fields.whole("rate_bps", 0, ChangeReader.BITS_MAX)
                        : usual.rateBitPerSecond(),
                capacity,
                level);
        return new There<>(link, changes.ofLink(0, id, fields));
    }

    private There<Given.OfService> service(String id, Fields fields) {
        Given.OfService service = new Given.OfService(
                fields.has("class")
                        ? (int) fields.whole("class", 0, 100)
                        : Given.OfService.USUAL.priorityClass(),
                fields.has("rate_bps")
                        ? fields.whole("rate_bps", 0, ChangeReader.BITS_MAX)
                        : Given.OfService.USUAL.rateBitPerSecond());
        return new There<>(service, changes.ofService(0, id, fields));
    }

    private static void spokenOf(
            List<Change> happens,
            Map<String, Given.OfLink> links,
            Set<String> nodes,
            Map<String, Given.OfService> services) {
        for (Change change : happens) {
            if (change instanceof Change.OfLink link) {
                links.putIfAbsent(link.link(), Given.OfLink.named(link.link()));
            } else if (change instanceof Change.OfNode node) {
                nodes.add(node.node());
            } else if (change instanceof Change.OfService service) {
                services.putIfAbsent(service.service(), Given.OfService.USUAL);
            }
        }
    }

    private void inputThings(
            Given.Inputs inputs,
            Map<String, Given.OfLink> links,
            Set<String> nodes,
            Map<String, Given.OfService> services) {
        for (Playbook.Input input : names.playbook().inputs()) {
            Object value = inputs.values().get(input.name());
            Type type = input.type() instanceof Type.ListOf list ? list.element() : input.type();
            if (value == null || !(type instanceof Type.Id kind)) {
                continue;
            }
            Collection<?> ids = value instanceof List<?> list ? list : List.of(value);
            for (Object id : ids) {
                String name = id.toString();
                switch (kind) {
                    case LINK -> links.putIfAbsent(name, Given.OfLink.named(name));
                    case NODE -> nodes.add(name);
                    case SERVICE -> services.putIfAbsent(name, Given.OfService.USUAL);
                    case GATEWAY, ORGANISATION -> {
                        // Nothing asks what state they are in.
                    }
                }
            }
        }
    }
}
