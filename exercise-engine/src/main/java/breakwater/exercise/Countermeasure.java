package breakwater.exercise;

import breakwater.network.DomainId;
import breakwater.network.LinkId;
import breakwater.network.NodeId;
import breakwater.network.ServiceId;

/** What actions of the response changed, beyond what {@link ExerciseEvent} says anyway. */
public sealed interface Countermeasure extends ExerciseEvent.Response {

    @Override
    default <R> R accept(ExerciseEvent.Visitor<R> visitor) {
        return visitor.onCountermeasure(this);
    }

    /**
     * A link was measured.
     *
     * @param qber error rate, 0 to 0.5
     */
    record LinkProbed(LinkId link, boolean up, double qber) implements Countermeasure {}

    /** A service uses another suite, or asks for another rate of key, from now on. */
    record ServiceAdapted(ServiceId service, String suite, long demandBitPerSecond)
            implements Countermeasure {}

    /** A node takes no key in and relays none, by order; or does again. */
    record NodeIsolated(NodeId node, boolean isolated) implements Countermeasure {}

    /**
     * A mobile generator feeds a node, or was taken away again.
     *
     * @param free how many the domain has that are neither running nor on their way
     */
    record GeneratorChanged(NodeId node, boolean running, int free) implements Countermeasure {}

    /** The origin told all others of an outage. */
    record NoticePublished(String notice, String text) implements Countermeasure {}

    /** Another operator told of an outage. */
    record NoticeReceived(String notice, DomainId from, String text) implements Countermeasure {}

    /**
     * Somebody outside told this operator something: a message of the MSEL that reaches it.
     *
     * @param topic what it is about, one word; empty for none
     * @param about the thing in the network it is about; empty for none
     */
    record MessageReceived(InjectId inject, String from, String topic, String about, String text)
            implements Countermeasure {}

    /** No planned work begins, or may again. */
    record FreezeChanged(boolean frozen) implements Countermeasure {}

    /** Planned work did not begin because of a freeze. */
    record MaintenanceDeferred(InjectId inject, String asset) implements Countermeasure {}
}
