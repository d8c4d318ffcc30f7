package breakwater.scenario.yaml;

import breakwater.document.Shape;
import breakwater.exercise.RootCause;
import breakwater.network.LinkState;
import breakwater.network.NodeState;
import breakwater.network.yaml.NetworkShapes;

import java.util.List;
import java.util.Map;

/** The keys of {@code exercise.yaml} and {@code scenario.yaml} and the words they take. */
public final class ScenarioShapes {

    public static final Shape EXERCISE = Shape.of("exercise file")
            .requiring("title", "synopsis", "clock", "seed")
            .allowing("operators", "network", "playbooks", "people");
    public static final Shape PLAYBOOK_USE =
            Shape.of("use of a playbook").requiring("use").allowing("operators");
    public static final Shape ROLE_PLAYED =
            Shape.of("role").requiring("role", "median", "p95").allowing("absent", "prefers");
    public static final Shape AGREEMENTS = Shape.of("agreements file").requiring("agreements");
    public static final Shape AGREEMENT =
            Shape.of("agreement").requiring("id", "title", "parties", "packages");
    public static final Shape PACKAGE = Shape.of("package")
            .requiring("id", "donor", "mobilisation")
            .allowing(
                    "crews",
                    "generators",
                    "relayBitPerSecond",
                    "keyBit",
                    "gateway",
                    "reserve",
                    "notice");
    public static final Shape CLOCK = Shape.of("clock").requiring("horizon", "signallingLatency");

    public static final Shape SCENARIO =
            Shape.of("scenario file").requiring("objectives", "injects").allowing("hazards");
    public static final Shape OBJECTIVE = Shape.of("objective").requiring("id", "text");
    public static final Shape HAZARDS = Shape.of("hazards section").requiring("linkUpMean", "down");
    public static final Shape INJECT = Shape.of("inject")
            .requiring("id", "title", "objectives")
            .allowing(
                    "at",
                    "when",
                    "deadline",
                    "else",
                    "fault",
                    "message",
                    "expect",
                    "rootCause",
                    "thirdParty");
    public static final Shape MESSAGE = Shape.of("message")
            .requiring("from", "to", "text")
            .allowing("reaches", "topic", "about");
    public static final Shape EXPECT =
            Shape.of("expected action").requiring("operator", "action", "evidence", "within");

    public static final Shape CONDITION = Shape.of("condition")
            .allowing("node", "link", "starved", "intent", "released", "allOf", "anyOf");
    public static final Shape STATE = Shape.of("state condition").requiring("id", "is");
    public static final Shape STARVED =
            Shape.of("starvation condition").requiring("domain", "atLeast");
    public static final Shape INTENT = Shape.of("intent condition").requiring("domain", "taken");

    public static final Shape SPELL =
            Shape.of("drawn duration").allowing("uniform", "exponential", "logNormal");
    public static final Shape LOG_NORMAL =
            Shape.of("log-normal duration").requiring("median", "p95");
    public static final Shape AREA = Shape.of("area").allowing("nodes", "domains", "disc");
    public static final Shape DISC = Shape.of("disc").requiring("centre", "radiusKm");

    public static final Shape FAULT = Shape.of("fault")
            .allowing(
                    "fibre-cut",
                    "power-loss",
                    "kms-crash",
                    "qber-alarm",
                    "control-partition",
                    "regional-disaster",
                    "faulty-software",
                    "gateway-limit",
                    "planned-maintenance");
    public static final Shape FIBRE_CUT =
            Shape.of("fibre cut").requiring("work").allowing("srlgs", "links", "kmLinks");
    public static final Shape POWER_LOSS = Shape.of("power loss").requiring("area", "outage");
    public static final Shape KMS_CRASH =
            Shape.of("KMS crash").requiring("nodes", "storesLost", "outage");
    public static final Shape QBER_ALARM =
            Shape.of("QBER alarm").requiring("links", "investigation");
    public static final Shape CONTROL_PARTITION =
            Shape.of("control partition").requiring("domains", "outage");
    public static final Shape REGIONAL_DISASTER =
            Shape.of("regional disaster").requiring("area", "work");
    public static final Shape FAULTY_SOFTWARE =
            Shape.of("faulty software").requiring("softwareVersion", "rollback");
    public static final Shape GATEWAY_LIMIT =
            Shape.of("gateway limit").requiring("gateways", "by", "quotaBitPerSecond", "outage");
    public static final Shape PLANNED_MAINTENANCE =
            Shape.of("planned maintenance").requiring("links", "window");

    /** The keys of an inject that say what it does. */
    public static final List<String> BODIES = List.of("fault", "message", "expect");

    public static final Map<String, NodeState> NODE_STATES =
            NetworkShapes.words(NodeState.values());
    public static final Map<String, LinkState> LINK_STATES =
            NetworkShapes.words(LinkState.values());
    public static final Map<String, RootCause> ROOT_CAUSES =
            NetworkShapes.words(RootCause.values());

    /** Labels of the intents a responder may have accepted. */
    public static final Map<String, String> INTENTS = Map.of(
            "reoptimise", "reoptimise",
            "shed", "shed",
            "restore", "restore",
            "dispatch-crew", "dispatch-crew",
            "power-node", "power-node",
            "publish-notice", "publish-notice",
            "request-aid", "request-aid",
            "offer-aid", "offer-aid",
            "release-aid", "release-aid");

    private ScenarioShapes() {}
}
