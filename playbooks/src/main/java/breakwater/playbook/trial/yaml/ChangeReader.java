package breakwater.playbook.trial.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Mapping;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.Fields;
import breakwater.exercise.AidResource;
import breakwater.network.ControllerState;
import breakwater.network.GatewayState;
import breakwater.playbook.Verb;
import breakwater.playbook.trial.Change;
import breakwater.playbook.trial.StepName;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads what happens in the world of a trial. */
final class ChangeReader {

    /** A thousand times the largest store we know. */
    static final long BITS_MAX = 1_000_000_000_000_000L;

    private final Names names;
    private final Problems problems;

    ChangeReader(Names names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    /** One item of {@code happens}; empty when it is none, which is reported. */
    Optional<Change> read(DocumentNode node) {
        Optional<String> subject = subjectOf(node);
        if (subject.isEmpty()) {
            return Optional.empty();
        }
        var shape = TrialShapes.CHANGES.get(subject.get());
        if (shape == null) {
            throw new IllegalStateException(
                    "The change (%s) has no shape.".formatted(subject.get()));
        }
        return Fields.read(shape, node, problems).flatMap(fields -> change(subject.get(), fields));
    }

    /** What it happens to: the only such key. */
    private Optional<String> subjectOf(DocumentNode node) {
        List<String> found = new ArrayList<>();
        String nearest = "";
        if (node instanceof Mapping mapping) {
            for (String key : mapping.entries().keySet()) {
                if (TrialShapes.CHANGES.containsKey(key)) {
                    found.add(key);
                } else if (!key.equals("at") && nearest.isEmpty()) {
                    nearest = Nearest.adviceAmong(TrialShapes.CHANGES.keySet(), key);
                }
            }
        }
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        String all = String.join(", ", TrialShapes.CHANGES.keySet());
        problems.add(Problem.error(
                "one-of",
                node.location(),
                "Expected exactly one of %s in what happens, but found %s."
                        .formatted(
                                all,
                                !(node instanceof Mapping)
                                        ? node.kind()
                                        : found.isEmpty() ? "none" : String.join(" and ", found)),
                nearest.isEmpty() ? "Maybe write {at: 5m, link: A~B, state: cut}." : nearest));
        return Optional.empty();
    }

    private Optional<Change> change(String subject, Fields fields) {
        long at = names.values().duration(fields, "at");
        return switch (subject) {
            case "link" -> something(fields, ofLink(at, names.thing(fields, "link"), fields));
            case "node" -> something(fields, ofNode(at, names.thing(fields, "node"), fields));
            case "service" ->
                something(fields, ofService(at, names.thing(fields, "service"), fields));
            case "gateway" ->
                Optional.of(new Change.OfGateway(
                        at,
                        names.thing(fields, "gateway"),
                        fields.choice("state", TrialShapes.GATEWAY_STATES, GatewayState.OPEN),
                        whole(fields, "quota_bps").orElse(0)));
            case "controller" ->
                Optional.of(new Change.OfController(
                        at,
                        fields.choice(
                                "controller",
                                TrialShapes.CONTROLLER_STATES,
                                ControllerState.LEADER)));
            case "repair" ->
                Optional.of(new Change.OfRepair(
                        at,
                        fields.text("repair"),
                        fields.has("asset") ? fields.text("asset") : "",
                        fields.choice("state", TrialShapes.REPAIRS, false)));
            case "notice" ->
                Optional.of(new Change.Notice(
                        at,
                        fields.text("notice"),
                        names.thing(fields, "from"),
                        fields.has("text") ? fields.text("text") : ""));
            case "request" -> {
                long amount = fields.whole("amount", 1, BITS_MAX);
                yield Optional.of(new Change.Request(
                        at,
                        names.thing(fields, "request"),
                        names.thing(fields, "from"),
                        fields.choice("resource", TrialShapes.RESOURCES, AidResource.CREW),
                        amount,
                        whole(fields, "committable").orElse(amount)));
            }
            case "aid" -> ofAid(at, fields).map(change -> change);
            default -> throw new IllegalStateException("Nobody reads (%s).".formatted(subject));
        };
    }

    private Optional<Change.OfAid> ofAid(long at, Fields fields) {
        Optional<StepName> step = fields.find("aid")
                .filter(node -> node instanceof Scalar)
                .flatMap(node -> names.step((Scalar) node))
                .filter(found -> isAid(fields, found))
                .map(Names.Found::name);
        Change.OfAid.Fate fate =
                fields.choice("state", TrialShapes.FATES, Change.OfAid.Fate.DEGRADED);
        String reason = fields.has("reason") ? fields.text("reason") : "";
        return step.map(
                name -> new Change.OfAid(at, name, names.thing(fields, "from"), fate, reason));
    }

    private static boolean isAid(Fields fields, Names.Found found) {
        boolean aid = found.step().verb() instanceof Verb.Aid;
        if (!aid) {
            fields.report(
                    "aid",
                    "wrong-step",
                    "Expected a step that asks for aid, but '%s' is a '%s'."
                            .formatted(found.name().path(), found.step().verb().keyword()),
                    "");
        }
        return aid;
    }

    /** A change must change something. */
    private Optional<Change> something(Fields fields, Optional<? extends Change> change) {
        if (change.isEmpty()) {
            problems.add(Problem.error(
                    "no-change",
                    fields.location(),
                    "Expected to read what becomes of it, but found nothing.",
                    "Maybe add 'state'."));
        }
        return change.map(one -> one);
    }

    /** What the fields say of a link; empty when they say nothing. */
    Optional<Change> ofLink(long at, String link, Fields fields) {
        boolean begin = fields.takes("ends");
        Change.OfLink change = new Change.OfLink(
                at,
                link,
                word(fields, "state", TrialShapes.LINK_STATES),
                // Without a state, what it makes at the begin is what it makes when all is well.
                begin && !fields.has("state") ? OptionalLong.empty() : whole(fields, "rate_bps"),
                fields.has("relays") ? Optional.of(fields.flag("relays")) : Optional.empty(),
                word(fields, "store", TrialShapes.STORE_STATES),
                begin && !fields.has("store") ? OptionalLong.empty() : whole(fields, "level_bit"),
                whole(fields, "consumption_bps"));
        boolean nothing = change.state().isEmpty()
                && change.rateBitPerSecond().isEmpty()
                && change.relays().isEmpty()
                && change.store().isEmpty()
                && change.levelBit().isEmpty()
                && change.consumptionBitPerSecond().isEmpty();
        return nothing ? Optional.empty() : Optional.of(change);
    }

    /** What the fields say of a node; empty when they say nothing. */
    Optional<Change> ofNode(long at, String node, Fields fields) {
        Change.OfNode change = new Change.OfNode(
                at,
                node,
                word(fields, "state", TrialShapes.NODE_STATES),
                word(fields, "kms", TrialShapes.KMS_STATES));
        return change.state().isEmpty() && change.kms().isEmpty()
                ? Optional.empty()
                : Optional.of(change);
    }

    /** What the fields say of a service; empty when they say nothing. */
    Optional<Change> ofService(long at, String service, Fields fields) {
        boolean begin = fields.takes("class");
        Change.OfService change = new Change.OfService(
                at,
                service,
                word(fields, "state", TrialShapes.SERVICE_STATES),
                begin ? OptionalLong.empty() : whole(fields, "rate_bps"));
        return change.state().isEmpty() && change.rateBitPerSecond().isEmpty()
                ? Optional.empty()
                : Optional.of(change);
    }

    private static <T> Optional<T> word(Fields fields, String key, Map<String, T> words) {
        if (!fields.has(key)) {
            return Optional.empty();
        }
        T first = words.values().iterator().next();
        return Optional.of(fields.choice(key, words, first));
    }

    private static OptionalLong whole(Fields fields, String key) {
        return fields.has(key)
                ? OptionalLong.of(fields.whole(key, 0, BITS_MAX))
                : OptionalLong.empty();
    }
}
