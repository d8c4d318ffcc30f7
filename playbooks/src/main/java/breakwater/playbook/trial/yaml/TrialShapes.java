package breakwater.playbook.trial.yaml;

import breakwater.document.Shape;
import breakwater.exercise.AidResource;
import breakwater.exercise.AidState;
import breakwater.exercise.StepState;
import breakwater.network.ControllerState;
import breakwater.network.GatewayState;
import breakwater.network.KmsState;
import breakwater.network.LinkState;
import breakwater.network.NodeState;
import breakwater.network.ServiceState;
import breakwater.network.StoreState;
import breakwater.playbook.trial.Change;
import breakwater.playbook.trial.Expectation;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** The keys of a test file and the words they take. */
public final class TrialShapes {

    public static final Shape FILE =
            Shape.of("test file").requiring("test", "trials").allowing("common");
    public static final Shape COMMON =
            Shape.of("common section").allowing("given", "mock", "answers", "donors");
    public static final Shape TRIAL = Shape.of("trial")
            .requiring("trial", "expect")
            .allowing("given", "happens", "mock", "answers", "donors", "until");
    public static final Shape GIVEN =
            Shape.of("given section").allowing("operator", "inputs", "links", "nodes", "services");
    public static final Shape LINK = Shape.of("link")
            .allowing(
                    "ends",
                    "cross_border",
                    "capacity_bit",
                    "state",
                    "rate_bps",
                    "relays",
                    "store",
                    "level_bit",
                    "consumption_bps");
    public static final Shape NODE = Shape.of("node").allowing("state", "kms");
    public static final Shape SERVICE = Shape.of("service").allowing("class", "state", "rate_bps");

    /** By its first key after {@code at}, what may happen. */
    public static final Map<String, Shape> CHANGES = changes();

    public static final Shape ACTION_REPLY =
            Shape.of("reply to an action").allowing("result", "refused", "after");
    public static final Shape CALL_REPLY =
            Shape.of("reply to a call").requiring("outcome").allowing("result", "after");
    public static final Shape ANSWER =
            Shape.of("answer").requiring("option").allowing("after", "by");
    public static final Shape OFFER = Shape.of("answer of a donor")
            .allowing(
                    "offers",
                    "declines",
                    "after",
                    "deployed_after",
                    "returned_after",
                    "withdrawn_after");
    public static final Shape EXPECT = Shape.of("expect section")
            .allowing(
                    "outcome",
                    "within",
                    "runs",
                    "path",
                    "never",
                    "vars",
                    "did",
                    "notified",
                    "escalated",
                    "decided",
                    "clocks",
                    "aid");
    public static final Shape NOTICE =
            Shape.of("notification").requiring("notice").allowing("to", "contains");
    public static final Shape DECISION =
            Shape.of("decision").requiring("option").allowing("by");
    public static final Shape LEG = Shape.of("aid").requiring("state").allowing("amount");

    public static final Map<String, LinkState> LINK_STATES = words(LinkState.values());
    public static final Map<String, StoreState> STORE_STATES = words(StoreState.values());
    public static final Map<String, NodeState> NODE_STATES = words(NodeState.values());
    public static final Map<String, KmsState> KMS_STATES = words(KmsState.values());
    public static final Map<String, ServiceState> SERVICE_STATES = words(ServiceState.values());
    public static final Map<String, GatewayState> GATEWAY_STATES = words(GatewayState.values());
    public static final Map<String, ControllerState> CONTROLLER_STATES =
            words(ControllerState.values());
    public static final Map<String, AidState> AID_STATES = words(AidState.values());
    public static final Map<String, StepState> STEP_STATES = words(StepState.values());
    public static final Map<String, AidResource> RESOURCES = words(AidResource.values());
    public static final Map<String, Change.OfAid.Fate> FATES = words(Change.OfAid.Fate.values());
    public static final Map<String, Boolean> REPAIRS = Map.of("opened", true, "closed", false);

    public static final Map<String, Expectation.Clock.State> CLOCKS =
            words(Expectation.Clock.State.values());

    /** What stands for nobody's answer. */
    public static final String SILENT = "silent";

    /** What stands for something that does not come. */
    public static final String NEVER = "never";

    private TrialShapes() {}

    private static Map<String, Shape> changes() {
        Map<String, Shape> changes = new LinkedHashMap<>();
        changes.put(
                "link",
                Shape.of("change of a link")
                        .requiring("at", "link")
                        .allowing(
                                "state",
                                "rate_bps",
                                "relays",
                                "store",
                                "level_bit",
                                "consumption_bps"));
        changes.put(
                "node",
                Shape.of("change of a node").requiring("at", "node").allowing("state", "kms"));
        changes.put(
                "service",
                Shape.of("change of a service")
                        .requiring("at", "service")
                        .allowing("state", "rate_bps"));
        changes.put(
                "gateway",
                Shape.of("change of a gateway")
                        .requiring("at", "gateway", "state")
                        .allowing("quota_bps"));
        changes.put(
                "controller", Shape.of("change of the controller").requiring("at", "controller"));
        changes.put(
                "repair",
                Shape.of("change of a repair")
                        .requiring("at", "repair", "state")
                        .allowing("asset"));
        changes.put(
                "notice",
                Shape.of("notice of another operator")
                        .requiring("at", "notice", "from")
                        .allowing("text"));
        changes.put(
                "request",
                Shape.of("request for aid")
                        .requiring("at", "request", "from", "resource", "amount")
                        .allowing("committable"));
        changes.put(
                "aid",
                Shape.of("change of aid")
                        .requiring("at", "aid", "from", "state")
                        .allowing("reason"));
        return Collections.unmodifiableMap(changes);
    }

    private static <T extends Enum<T>> Map<String, T> words(T[] values) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T value : values) {
            words.put(value.name().toLowerCase(Locale.ROOT).replace('_', '-'), value);
        }
        return Collections.unmodifiableMap(words);
    }
}
