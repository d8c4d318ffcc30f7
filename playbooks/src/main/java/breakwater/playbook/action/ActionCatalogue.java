package breakwater.playbook.action;

import breakwater.playbook.action.Action.Risk;
import breakwater.playbook.expression.Type;
import breakwater.playbook.expression.Type.Simple;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** All actions the engine offers. */
public final class ActionCatalogue {

    private static final Risk NONE = new Risk.None();
    private static final Risk FOR_GOOD = new Risk.ForGood();

    private static final Action.Input LINK =
            new Action.Input("link", Type.Id.LINK, true, List.of(), "an own link");
    private static final Action.Input NODE =
            new Action.Input("node", Type.Id.NODE, true, List.of(), "an own node");
    private static final Action.Input SERVICE =
            new Action.Input("service", Type.Id.SERVICE, true, List.of(), "a service at home here");
    private static final Action.Input GATEWAY = new Action.Input(
            "gateway", Type.Id.GATEWAY, true, List.of(), "an own side of a border");
    private static final Action.Input JOB = new Action.Input(
            "job", Simple.STRING, true, List.of(), "a repair, as event.job names it");
    private static final Action.Input AID = new Action.Input(
            "aid", Simple.STRING, true, List.of(), "a request, as event.aid names it");
    private static final Action.Input REASON =
            new Action.Input("reason", Simple.STRING, true, List.of(), "why");
    private static final Action.Input CLASSES = new Action.Input(
            "class",
            Simple.STRING,
            true,
            List.of("bulk", "non-critical"),
            "bulk: the lowest own class; non-critical: all but class 0");

    private static final Map<String, Action> ACTIONS = byName(List.of(
            new Action(
                    "qkd.link.probe",
                    "Measures whether a link generates and its error rate.",
                    List.of(
                            LINK,
                            new Action.Input(
                                    "samples", Simple.INTEGER, false, List.of(), "1 to 100")),
                    results(
                            "up",
                            Simple.BOOL,
                            "qber",
                            Simple.FLOAT,
                            "generation_bps",
                            Simple.INTEGER),
                    10,
                    NONE),
            new Action(
                    "qkd.reroute",
                    "Has the controller allocate all services anew, most important first.",
                    List.of(
                            new Action.Input(
                                    "avoid",
                                    Type.Id.LINK,
                                    false,
                                    List.of(),
                                    "a link to keep all services off"),
                            new Action.Input(
                                    "nodes",
                                    Simple.STRING,
                                    false,
                                    List.of("approved"),
                                    "key is relayed over approved nodes only, always")),
                    results(
                            "granted_bps",
                            Simple.INTEGER,
                            "demand_bps",
                            Simple.INTEGER,
                            "key_buffer_runtime",
                            Simple.DURATION),
                    5,
                    NONE),
            new Action(
                    "kms.consumption.limit",
                    "Keeps the services of a class off a link, to spare its store for the others.",
                    List.of(LINK, CLASSES),
                    Map.of(),
                    5,
                    new Risk.UntilUndone("kms.consumption.restore")),
            new Action(
                    "kms.consumption.restore",
                    "Lets all services on a link again.",
                    List.of(LINK),
                    Map.of(),
                    5,
                    NONE),
            new Action(
                    "kms.key.void",
                    "Makes all key in the store of a link unusable, at both ends.",
                    List.of(LINK),
                    Map.of(),
                    30,
                    FOR_GOOD),
            new Action(
                    "service.suite.change",
                    "Changes how a service uses key: HYBRID goes on with ML-KEM alone when key runs out.",
                    List.of(
                            SERVICE,
                            new Action.Input(
                                    "suite",
                                    Simple.STRING,
                                    true,
                                    List.of("AES-256", "HYBRID"),
                                    "the suite")),
                    results("demand_bps", Simple.INTEGER),
                    30,
                    new Risk.UntilUndone("service.suite.restore")),
            new Action(
                    "service.suite.restore",
                    "Gives a service back the suite and the rekey interval it agreed on.",
                    List.of(SERVICE),
                    results("demand_bps", Simple.INTEGER),
                    30,
                    NONE),
            new Action(
                    "service.rekey.change",
                    "Has a service take a fresh key less often.",
                    List.of(
                            SERVICE,
                            new Action.Input(
                                    "interval", Simple.DURATION, true, List.of(), "whole seconds")),
                    results("demand_bps", Simple.INTEGER),
                    30,
                    new Risk.UntilUndone("service.suite.restore")),
            new Action(
                    "service.rekey.lengthen",
                    "Has the own services of a class that can be led over a link take a fresh key no more often than this.",
                    List.of(
                            LINK,
                            CLASSES,
                            new Action.Input(
                                    "interval", Simple.DURATION, true, List.of(), "whole seconds")),
                    results("services", Simple.INTEGER, "saved_bps", Simple.INTEGER),
                    30,
                    new Risk.UntilUndone("service.rekey.restore")),
            new Action(
                    "service.rekey.restore",
                    "Gives them back the rekey interval they agreed on, unless another link needs it.",
                    List.of(LINK),
                    results("services", Simple.INTEGER),
                    30,
                    NONE),
            new Action(
                    "node.isolate",
                    "Relays no key over a node's links any more.",
                    List.of(NODE),
                    Map.of(),
                    10,
                    new Risk.UntilUndone("node.readmit")),
            new Action(
                    "node.readmit",
                    "Relays key over an isolated node again.",
                    List.of(NODE),
                    Map.of(),
                    10,
                    NONE),
            new Action(
                    "gateway.close",
                    "Closes the own side of a border.",
                    List.of(GATEWAY),
                    Map.of(),
                    10,
                    new Risk.UntilUndone("gateway.reopen")),
            new Action(
                    "gateway.throttle",
                    "Limits what all services together may relay over a border.",
                    List.of(
                            GATEWAY,
                            new Action.Input(
                                    "rate_bps",
                                    Simple.INTEGER,
                                    true,
                                    List.of(),
                                    "bit/s of key, at least 1")),
                    Map.of(),
                    10,
                    new Risk.UntilUndone("gateway.reopen")),
            new Action(
                    "gateway.reopen",
                    "Takes the own limit off a border.",
                    List.of(GATEWAY),
                    Map.of(),
                    10,
                    NONE),
            new Action(
                    "crew.dispatch",
                    "Sends the nearest idle crew to a repair.",
                    List.of(JOB),
                    results("crew", Simple.STRING, "arrives_in", Simple.DURATION),
                    5,
                    NONE),
            new Action(
                    "crew.recall",
                    "Calls a crew back that is still on its way.",
                    List.of(JOB),
                    Map.of(),
                    5,
                    NONE),
            new Action(
                    "node.power",
                    "Sends the nearest idle crew with a mobile generator to a node without grid.",
                    List.of(NODE),
                    results("crew", Simple.STRING, "arrives_in", Simple.DURATION),
                    5,
                    NONE),
            new Action(
                    "notice.publish",
                    "Publishes an outage notice to all other operators.",
                    List.of(
                            new Action.Input("notice", Simple.STRING, true, List.of(), "its name"),
                            new Action.Input(
                                    "text", Simple.STRING, true, List.of(), "what it says")),
                    Map.of(),
                    5,
                    NONE),
            new Action(
                    "aid.offer",
                    "Offers another operator some or all of what it asked for.",
                    List.of(
                            AID,
                            new Action.Input(
                                    "amount",
                                    Simple.INTEGER,
                                    true,
                                    List.of(),
                                    "in the unit of the resource; event.committable is the most")),
                    Map.of(),
                    5,
                    NONE),
            new Action(
                    "aid.decline",
                    "Tells another operator that it gets no aid.",
                    List.of(AID, REASON),
                    Map.of(),
                    5,
                    NONE),
            new Action(
                    "aid.withdraw",
                    "Takes an offer back that is not agreed yet.",
                    List.of(AID, REASON),
                    Map.of(),
                    5,
                    NONE),
            new Action(
                    "aid.recall",
                    "Asks for aid back that was lent; it comes after the agreed notice.",
                    List.of(AID, REASON),
                    Map.of(),
                    5,
                    NONE),
            new Action(
                    "maintenance.freeze",
                    "Lets no planned maintenance begin.",
                    List.of(),
                    Map.of(),
                    5,
                    new Risk.UntilUndone("maintenance.unfreeze")),
            new Action("maintenance.unfreeze", "Ends a freeze.", List.of(), Map.of(), 5, NONE)));

    private ActionCatalogue() {}

    /** The action written so. */
    public static Optional<Action> find(String name) {
        return Optional.ofNullable(ACTIONS.get(name));
    }

    /** All actions by name, in the order of the docs. */
    public static Map<String, Action> all() {
        return ACTIONS;
    }

    private static Map<String, Action> byName(List<Action> actions) {
        Map<String, Action> byName = new LinkedHashMap<>();
        actions.forEach(action -> byName.put(action.name(), action));
        return Collections.unmodifiableMap(byName);
    }

    private static Map<String, Type> results(Object... namesAndTypes) {
        Map<String, Type> results = new LinkedHashMap<>();
        for (int i = 0; i < namesAndTypes.length; i += 2) {
            results.put((String) namesAndTypes[i], (Type) namesAndTypes[i + 1]);
        }
        return results;
    }
}
