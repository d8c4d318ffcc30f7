package breakwater.playbook.trial;

import breakwater.exercise.AidResource;
import breakwater.network.ControllerState;
import breakwater.network.GatewayState;
import breakwater.network.KmsState;
import breakwater.network.LinkState;
import breakwater.network.NodeState;
import breakwater.network.ServiceState;
import breakwater.network.StoreState;

import java.util.Optional;
import java.util.OptionalLong;

/**
 * Something that happens in the world of a trial. What playbooks see and which events they get follows from it, as in a
 * drill. What is empty stays as it is.
 */
public sealed interface Change {

    /** When, from the begin of the trial. */
    long atMicros();

    /** To a link or its store. */
    record OfLink(
            long atMicros,
            String link,
            Optional<LinkState> state,
            OptionalLong rateBitPerSecond,
            Optional<Boolean> relays,
            Optional<StoreState> store,
            OptionalLong levelBit,
            OptionalLong consumptionBitPerSecond)
            implements Change {}

    /** To a node or its key management agent. */
    record OfNode(long atMicros, String node, Optional<NodeState> state, Optional<KmsState> kms)
            implements Change {}

    /** To a service. */
    record OfService(
            long atMicros,
            String service,
            Optional<ServiceState> state,
            OptionalLong rateBitPerSecond)
            implements Change {}

    /** To an own side of a border. */
    record OfGateway(long atMicros, String gateway, GatewayState state, long quotaBitPerSecond)
            implements Change {}

    /** To the own controller. */
    record OfController(long atMicros, ControllerState state) implements Change {}

    /** A repair is needed, or done. */
    record OfRepair(long atMicros, String job, String asset, boolean open) implements Change {}

    /** Another operator publishes a notice. */
    record Notice(long atMicros, String notice, String from, String text) implements Change {}

    /** Another operator asks for aid. */
    record Request(
            long atMicros,
            String aid,
            String from,
            AidResource resource,
            long amount,
            long committable)
            implements Change {}

    /** Something happens to aid that the playbook got: it works badly, well again, or its donor wants it back. */
    record OfAid(long atMicros, StepName step, String from, Fate fate, String reason)
            implements Change {

        /** What becomes of aid. */
        public enum Fate {
            DEGRADED,
            DEPLOYED,
            RECALLED
        }
    }
}
