package breakwater.scenario;

import breakwater.exercise.InjectId;
import breakwater.network.DomainId;
import breakwater.network.LinkId;
import breakwater.network.LinkState;
import breakwater.network.NodeId;
import breakwater.network.NodeState;

import java.util.List;

/** What a conditional inject waits for, judged on the recorded events of all domains. Once true, it stays true. */
public sealed interface Condition {

    /** A node is in this state. */
    record NodeIs(NodeId node, NodeState state) implements Condition {}

    /** A link is in this state. */
    record LinkIs(LinkId link, LinkState state) implements Condition {}

    /** At least this many services of a home domain are starved at once. */
    record StarvedServices(DomainId domain, int atLeast) implements Condition {}

    /** A responder of the domain had this intent accepted (label as in {@code Intent.label()}). */
    record IntentTaken(DomainId domain, String intent) implements Condition {}

    /** Another inject was released. */
    record Released(InjectId inject) implements Condition {}

    /** All of these, each at some time. */
    record AllOf(List<Condition> conditions) implements Condition {
        public AllOf {
            conditions = List.copyOf(conditions);
        }
    }

    /** One of these. */
    record AnyOf(List<Condition> conditions) implements Condition {
        public AnyOf {
            conditions = List.copyOf(conditions);
        }
    }
}
