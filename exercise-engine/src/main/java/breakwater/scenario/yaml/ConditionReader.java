package breakwater.scenario.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.Fields;
import breakwater.document.NameTable;
import breakwater.exercise.InjectId;
import breakwater.network.DomainId;
import breakwater.network.LinkId;
import breakwater.network.LinkState;
import breakwater.network.NodeId;
import breakwater.network.NodeState;
import breakwater.network.yaml.NetworkNames;
import breakwater.problem.Problems;
import breakwater.scenario.Condition;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Reads what an inject waits for. Nesting is bounded by the document's. */
final class ConditionReader {

    private static final int SERVICES_MAX = 1_000_000;

    private final NetworkNames names;
    private final NameTable injects;
    private final Problems problems;

    ConditionReader(NetworkNames names, NameTable injects, Problems problems) {
        this.names = names;
        this.injects = injects;
        this.problems = problems;
    }

    /** The condition under {@code key}, or empty when it is missing or wrong, which is then reported. */
    Optional<Condition> condition(Fields holder, String key) {
        return holder.find(key).flatMap(this::condition);
    }

    private Optional<Condition> condition(DocumentNode node) {
        return Fields.read(ScenarioShapes.CONDITION, node, problems)
                .flatMap(fields -> fields.onlyOne(ScenarioShapes.CONDITION.optional())
                        .flatMap(kind -> ofKind(fields, kind)));
    }

    private Optional<Condition> ofKind(Fields fields, String kind) {
        return switch (kind) {
            case "node" -> fields.mapping(kind, ScenarioShapes.STATE).flatMap(this::node);
            case "link" -> fields.mapping(kind, ScenarioShapes.STATE).flatMap(this::link);
            case "starved" -> fields.mapping(kind, ScenarioShapes.STARVED).flatMap(this::starved);
            case "intent" -> fields.mapping(kind, ScenarioShapes.INTENT).flatMap(this::intent);
            case "released" ->
                injects.knows(fields, kind)
                        ? Optional.of(new Condition.Released(new InjectId(fields.text(kind))))
                        : Optional.empty();
            default -> several(fields, kind);
        };
    }

    private Optional<Condition> node(Fields fields) {
        names.nodes().knows(fields, "id");
        NodeState state = fields.choice("is", ScenarioShapes.NODE_STATES, NodeState.UP);
        return fields.isSound()
                ? Optional.of(new Condition.NodeIs(new NodeId(fields.text("id")), state))
                : Optional.empty();
    }

    private Optional<Condition> link(Fields fields) {
        names.links().knows(fields, "id");
        LinkState state = fields.choice("is", ScenarioShapes.LINK_STATES, LinkState.UP);
        return fields.isSound()
                ? Optional.of(new Condition.LinkIs(new LinkId(fields.text("id")), state))
                : Optional.empty();
    }

    private Optional<Condition> starved(Fields fields) {
        names.domains().knows(fields, "domain");
        int atLeast = (int) fields.whole("atLeast", 1, SERVICES_MAX);
        return fields.isSound()
                ? Optional.of(
                        new Condition.StarvedServices(new DomainId(fields.text("domain")), atLeast))
                : Optional.empty();
    }

    private Optional<Condition> intent(Fields fields) {
        names.domains().knows(fields, "domain");
        String taken = fields.choice("taken", ScenarioShapes.INTENTS, "");
        return fields.isSound()
                ? Optional.of(new Condition.IntentTaken(new DomainId(fields.text("domain")), taken))
                : Optional.empty();
    }

    private Optional<Condition> several(Fields fields, String kind) {
        List<Condition> conditions = new ArrayList<>();
        List<DocumentNode> items = fields.items(kind);
        items.forEach(item -> condition(item).ifPresent(conditions::add));
        if (items.isEmpty() && fields.isSound()) {
            fields.report(
                    kind,
                    "empty-list",
                    "Expected at least one condition in '%s', but found none.".formatted(kind),
                    "");
        }
        if (!fields.isSound()) {
            return Optional.empty();
        }
        return Optional.of(
                kind.equals("allOf")
                        ? new Condition.AllOf(conditions)
                        : new Condition.AnyOf(conditions));
    }
}
