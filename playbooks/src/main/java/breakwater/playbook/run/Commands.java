package breakwater.playbook.run;

import breakwater.exercise.AidIntent;
import breakwater.exercise.Intent;
import breakwater.network.GatewayId;
import breakwater.network.LinkId;
import breakwater.network.NodeId;
import breakwater.network.ServiceId;
import breakwater.playbook.action.Action;
import breakwater.playbook.expression.Type;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What an action of the catalogue means to the engine, and what its answers mean to the playbook. */
final class Commands {

    private Commands() {}

    /** The intents of an action with these inputs, in order; at least one. */
    static List<Intent> of(String action, Map<String, Object> with, int lowestClass) {
        return switch (action) {
            case "qkd.link.probe" ->
                List.of(new Intent.Probe(link(with), (int) whole(with, "samples", 1)));
            case "qkd.reroute" ->
                with.containsKey("avoid")
                        ? List.of(
                                new Intent.ShedOnLink(new LinkId(text(with, "avoid")), 0),
                                new Intent.Reoptimise())
                        : List.of(new Intent.Reoptimise());
            case "kms.consumption.limit" ->
                List.of(new Intent.ShedOnLink(link(with), classFrom(with, lowestClass)));
            case "kms.consumption.restore" -> List.of(new Intent.RestoreOnLink(link(with)));
            case "kms.key.void" -> List.of(new Intent.VoidKey(link(with)));
            case "service.suite.change" ->
                List.of(new Intent.ChangeSuite(service(with), text(with, "suite")));
            case "service.suite.restore" ->
                List.of(new Intent.ChangeSuite(service(with), "agreed"));
            case "service.rekey.change" ->
                List.of(new Intent.ChangeRekey(service(with), seconds(with, "interval")));
            case "service.rekey.lengthen" ->
                List.of(new Intent.LongerRekey(
                        link(with), classFrom(with, lowestClass), seconds(with, "interval")));
            case "service.rekey.restore" -> List.of(new Intent.AgreedRekey(link(with)));
            case "node.isolate" -> List.of(new Intent.IsolateNode(node(with)));
            case "node.readmit" -> List.of(new Intent.ReadmitNode(node(with)));
            case "gateway.close" -> List.of(new Intent.LimitGateway(gateway(with), 0));
            case "gateway.throttle" ->
                List.of(new Intent.LimitGateway(gateway(with), whole(with, "rate_bps", 1)));
            case "gateway.reopen" -> List.of(new Intent.ReopenGateway(gateway(with)));
            case "crew.dispatch" -> List.of(new Intent.DispatchCrew(text(with, "job")));
            case "crew.recall" -> List.of(new Intent.RecallCrew(text(with, "job")));
            case "node.power" -> List.of(new Intent.PowerNode(node(with)));
            case "notice.publish" ->
                List.of(new Intent.PublishNotice(text(with, "notice"), text(with, "text")));
            case "aid.offer" ->
                List.of(new AidIntent.OfferAid(text(with, "aid"), whole(with, "amount", 1)));
            case "aid.decline" ->
                List.of(new AidIntent.DeclineAid(text(with, "aid"), text(with, "reason")));
            case "aid.withdraw" ->
                List.of(new AidIntent.WithdrawOffer(text(with, "aid"), text(with, "reason")));
            case "aid.recall" ->
                List.of(new AidIntent.RecallAid(text(with, "aid"), text(with, "reason")));
            case "maintenance.freeze" -> List.of(new Intent.DeclareFreeze());
            case "maintenance.unfreeze" -> List.of(new Intent.LiftFreeze());
            default ->
                throw new IllegalArgumentException(
                        "The action (%s) has no intent.".formatted(action));
        };
    }

    /** Takes over what the engine answered, each value in the type the catalogue gives it. */
    static void takeResults(Action action, List<String> answered, Map<String, Object> into) {
        Map<String, String> said = new HashMap<>();
        for (String pair : answered) {
            int sign = pair.indexOf('=');
            said.put(pair.substring(0, sign), pair.substring(sign + 1));
        }
        action.results().forEach((name, type) -> {
            String value = said.getOrDefault(name, said.get(name + "_s"));
            if (value != null) {
                into.put("result." + name, typed(type, value));
            }
        });
    }

    private static Object typed(Type type, String value) {
        if (type == Type.Simple.BOOL) {
            return Boolean.valueOf(value);
        }
        if (type == Type.Simple.INTEGER) {
            return Long.valueOf(value);
        }
        if (type == Type.Simple.FLOAT) {
            return Double.valueOf(value);
        }
        return type == Type.Simple.DURATION ? Duration.ofSeconds(Long.parseLong(value)) : value;
    }

    private static int classFrom(Map<String, Object> with, int lowestClass) {
        return text(with, "class").equals("bulk") ? Math.max(1, lowestClass) : 1;
    }

    private static String text(Map<String, Object> with, String name) {
        Object value = with.get(name);
        if (value == null) {
            throw new IllegalArgumentException("The input (%s) is missing.".formatted(name));
        }
        return value.toString();
    }

    private static long whole(Map<String, Object> with, String name, long least) {
        Object value = with.getOrDefault(name, least);
        return Math.max(least, (Long) value);
    }

    private static long seconds(Map<String, Object> with, String name) {
        return with.get(name) instanceof Duration duration ? duration.toSeconds() : 0;
    }

    private static LinkId link(Map<String, Object> with) {
        return new LinkId(text(with, "link"));
    }

    private static NodeId node(Map<String, Object> with) {
        return new NodeId(text(with, "node"));
    }

    private static ServiceId service(Map<String, Object> with) {
        return new ServiceId(text(with, "service"));
    }

    private static GatewayId gateway(Map<String, Object> with) {
        return new GatewayId(text(with, "gateway"));
    }
}
