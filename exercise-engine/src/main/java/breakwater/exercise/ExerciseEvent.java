package breakwater.exercise;

import breakwater.network.ControllerState;
import breakwater.network.CrewState;
import breakwater.network.DomainId;
import breakwater.network.GatewayId;
import breakwater.network.GatewayState;
import breakwater.network.KmsState;
import breakwater.network.LinkId;
import breakwater.network.LinkState;
import breakwater.network.NodeId;
import breakwater.network.NodeState;
import breakwater.network.ServiceId;
import breakwater.network.ServiceState;
import breakwater.network.StoreState;

import java.util.List;

/**
 * What can happen in a drill, in the past tense. Together with {@link LogEntry} enough to rebuild every state and every
 * score. The set is closed: adding one breaks the compile of every {@link Visitor}, so that none is forgotten.
 */
public sealed interface ExerciseEvent {

    /** Calls the visitor's method for this kind of event. */
    <R> R accept(Visitor<R> visitor);

    /** First line: what fixes the drill. */
    record DrillOpened(
            int schemaVersion,
            String engineVersion,
            String exercise,
            String exerciseHash,
            long seed,
            String title,
            long horizonMicros,
            long signallingLatencyMicros)
            implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onDrillOpened(this);
        }
    }

    /** A line that must be shown wherever the network is shown. */
    record AttributionStated(String text) implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onAttributionStated(this);
        }
    }

    /** A domain takes part. */
    record OperatorDeclared(String name, int crews) implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onOperatorDeclared(this);
        }
    }

    /** A node of the origin's domain. */
    record NodeDeclared(
            NodeId node,
            String name,
            String role,
            double latitude,
            double longitude,
            long autonomySeconds)
            implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onNodeDeclared(this);
        }
    }

    /** A link the origin owns, its rate when all is well and its store. */
    record LinkDeclared(
            LinkId link,
            NodeId a,
            NodeId b,
            double lengthKm,
            long rateBitPerSecond,
            long capacityBit,
            long initialBit,
            long lowWaterBit,
            long restartBit)
            implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onLinkDeclared(this);
        }
    }

    /** A service whose home is the origin. */
    record ServiceDeclared(
            ServiceId service,
            NodeId from,
            NodeId to,
            DomainId toDomain,
            String suite,
            int priorityClass,
            long demandBitPerSecond,
            long graceSeconds,
            int usersServed)
            implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onServiceDeclared(this);
        }
    }

    /** An objective of the exercise and the injects that serve it. */
    record ObjectiveDeclared(String objective, String text, List<InjectId> injects)
            implements ExerciseEvent {
        public ObjectiveDeclared {
            injects = List.copyOf(injects);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onObjectiveDeclared(this);
        }
    }

    /** A window of planned work, declared before StartEx. */
    record MaintenanceDeclared(InjectId inject, String title, long fromMicros, long untilMicros)
            implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onMaintenanceDeclared(this);
        }
    }

    /** Control released a row of the MSEL. */
    record InjectReleased(
            InjectId inject, String kind, String title, RootCause rootCause, boolean thirdParty)
            implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onInjectReleased(this);
        }
    }

    /** A row was not released: its condition was not met by its deadline, or it was the else of one whose was. */
    record InjectSkipped(InjectId inject, String title, String reason) implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onInjectSkipped(this);
        }
    }

    /** An exercise message reached its audience. */
    record MessageSent(InjectId inject, String from, String to, String text)
            implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onMessageSent(this);
        }
    }

    /** An expected action was met, or its deadline passed. */
    record ExpectationJudged(InjectId inject, boolean met, String evidence)
            implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onExpectationJudged(this);
        }
    }

    /** A fault struck assets of the origin. */
    record FaultBegan(InjectId inject, String kind, String asset) implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onFaultBegan(this);
        }
    }

    /** A fault on an asset of the origin is over. */
    record FaultEnded(InjectId inject, String kind, String asset) implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onFaultEnded(this);
        }
    }

    /** A node changed state. */
    record NodeChanged(NodeId node, NodeState state) implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onNodeChanged(this);
        }
    }

    /** A node's key management agent changed state. */
    record KmsChanged(NodeId node, KmsState state) implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onKmsChanged(this);
        }
    }

    /** A link changed state; it generates this much from now on. */
    record LinkChanged(LinkId link, LinkState state, long rateBitPerSecond)
            implements ExerciseEvent {
        /** Whether key comes out of it: an aligned link whose agents are down gives none. */
        public boolean generates() {
            return state == LinkState.UP && rateBitPerSecond > 0;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onLinkChanged(this);
        }
    }

    /** A store crossed a mark; its exact level. */
    record StoreChanged(LinkId link, StoreState state, BitCount level) implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onStoreChanged(this);
        }
    }

    /** Key in a store became unusable at once. */
    record StoreVoided(LinkId link, BitCount amount) implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onStoreVoided(this);
        }
    }

    /** A link can or cannot be relayed over, whatever its store holds. */
    record RelayChanged(LinkId link, boolean usable, String reason) implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onRelayChanged(this);
        }
    }

    /** A gateway changed state. */
    record GatewayChanged(GatewayId gateway, GatewayState state, long quotaBitPerSecond)
            implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onGatewayChanged(this);
        }
    }

    /** The control plane of the origin changed state. */
    record ControllerChanged(ControllerState state) implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onControllerChanged(this);
        }
    }

    /** A path a service may use inside the origin's domain, named once before first use. Links from the home side. */
    record PathDeclared(ServiceId service, int route, int path, List<LinkId> links)
            implements ExerciseEvent {
        public PathDeclared {
            links = List.copyOf(links);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onPathDeclared(this);
        }
    }

    /** The home domain chose the domains a service crosses, home first. */
    record RouteChosen(ServiceId service, int route, List<DomainId> domains)
            implements ExerciseEvent {
        public RouteChosen {
            domains = List.copyOf(domains);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onRouteChosen(this);
        }
    }

    /** What the origin's segment of a service carries from now on, in all and by path. */
    record SegmentChanged(ServiceId service, int route, long rateBitPerSecond, List<PathFlow> flows)
            implements ExerciseEvent {
        public SegmentChanged {
            flows = List.copyOf(flows);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onSegmentChanged(this);
        }
    }

    /** A service changed state as its home domain knows it; with the end-to-end rate known there. */
    record ServiceChanged(ServiceId service, ServiceState state, long rateBitPerSecond)
            implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onServiceChanged(this);
        }
    }

    /** The controller allocated anew. */
    record PlanSolved(int services, long demandBitPerSecond, long grantedBitPerSecond)
            implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onPlanSolved(this);
        }
    }

    /** From this class on services are kept off a link; -1 ends it. */
    record ShedChanged(LinkId link, int fromClass) implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onShedChanged(this);
        }
    }

    /** A repair needs hands. The job is named inject/asset. */
    record RepairOpened(String job, String asset) implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onRepairOpened(this);
        }
    }

    /** Nothing is left to repair there. */
    record RepairClosed(String job) implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onRepairClosed(this);
        }
    }

    /** A crew changed what it does; until when, as far as known. */
    record CrewChanged(CrewId crew, CrewState state, String job, long untilMicros)
            implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onCrewChanged(this);
        }
    }

    /** A responder's intent was carried out. */
    record IntentAccepted(String by, String intent, String subject) implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onIntentAccepted(this);
        }
    }

    /** A responder's intent was refused; the message says what was expected and found. */
    record IntentRefused(String by, String intent, String subject, String message)
            implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onIntentRefused(this);
        }
    }

    /** EndEx accounts of a store: initial + generated = stored + consumed + wasted + voided. */
    record StoreClosed(
            LinkId link,
            BitCount initial,
            BitCount generated,
            BitCount consumed,
            BitCount wasted,
            BitCount voided,
            BitCount stored)
            implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onStoreClosed(this);
        }
    }

    /** What belongs to the response: the groups have files of their own. */
    sealed interface Response extends ExerciseEvent
            permits Dialogue, Responding, Countermeasure, MutualAid {}

    /** EndEx. */
    record DrillClosed(long events) implements ExerciseEvent {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onDrillClosed(this);
        }
    }

    /** One method per kind of event, or per group of kinds: exhaustive at compile time. */
    interface Visitor<R> {

        R onDrillOpened(DrillOpened event);

        R onAttributionStated(AttributionStated event);

        R onOperatorDeclared(OperatorDeclared event);

        R onNodeDeclared(NodeDeclared event);

        R onLinkDeclared(LinkDeclared event);

        R onServiceDeclared(ServiceDeclared event);

        R onObjectiveDeclared(ObjectiveDeclared event);

        R onMaintenanceDeclared(MaintenanceDeclared event);

        R onInjectReleased(InjectReleased event);

        R onInjectSkipped(InjectSkipped event);

        R onMessageSent(MessageSent event);

        R onExpectationJudged(ExpectationJudged event);

        R onFaultBegan(FaultBegan event);

        R onFaultEnded(FaultEnded event);

        R onNodeChanged(NodeChanged event);

        R onKmsChanged(KmsChanged event);

        R onLinkChanged(LinkChanged event);

        R onStoreChanged(StoreChanged event);

        R onStoreVoided(StoreVoided event);

        R onRelayChanged(RelayChanged event);

        R onGatewayChanged(GatewayChanged event);

        R onControllerChanged(ControllerChanged event);

        R onPathDeclared(PathDeclared event);

        R onRouteChosen(RouteChosen event);

        R onSegmentChanged(SegmentChanged event);

        R onServiceChanged(ServiceChanged event);

        R onPlanSolved(PlanSolved event);

        R onShedChanged(ShedChanged event);

        R onRepairOpened(RepairOpened event);

        R onRepairClosed(RepairClosed event);

        R onCrewChanged(CrewChanged event);

        R onIntentAccepted(IntentAccepted event);

        R onIntentRefused(IntentRefused event);

        R onStoreClosed(StoreClosed event);

        R onDialogue(Dialogue event);

        R onResponding(Responding event);

        R onCountermeasure(Countermeasure event);

        R onMutualAid(MutualAid event);

        R onDrillClosed(DrillClosed event);
    }
}
