package breakwater.log;

import breakwater.exercise.CrewId;
import breakwater.exercise.ExerciseEvent.ControllerChanged;
import breakwater.exercise.ExerciseEvent.CrewChanged;
import breakwater.exercise.ExerciseEvent.DrillClosed;
import breakwater.exercise.ExerciseEvent.ExpectationJudged;
import breakwater.exercise.ExerciseEvent.FaultBegan;
import breakwater.exercise.ExerciseEvent.FaultEnded;
import breakwater.exercise.ExerciseEvent.GatewayChanged;
import breakwater.exercise.ExerciseEvent.InjectReleased;
import breakwater.exercise.ExerciseEvent.InjectSkipped;
import breakwater.exercise.ExerciseEvent.IntentAccepted;
import breakwater.exercise.ExerciseEvent.IntentRefused;
import breakwater.exercise.ExerciseEvent.KmsChanged;
import breakwater.exercise.ExerciseEvent.LinkChanged;
import breakwater.exercise.ExerciseEvent.MessageSent;
import breakwater.exercise.ExerciseEvent.NodeChanged;
import breakwater.exercise.ExerciseEvent.PlanSolved;
import breakwater.exercise.ExerciseEvent.RelayChanged;
import breakwater.exercise.ExerciseEvent.RepairClosed;
import breakwater.exercise.ExerciseEvent.RepairOpened;
import breakwater.exercise.ExerciseEvent.RouteChosen;
import breakwater.exercise.ExerciseEvent.SegmentChanged;
import breakwater.exercise.ExerciseEvent.ServiceChanged;
import breakwater.exercise.ExerciseEvent.ShedChanged;
import breakwater.exercise.ExerciseEvent.StoreChanged;
import breakwater.exercise.ExerciseEvent.StoreClosed;
import breakwater.exercise.ExerciseEvent.StoreVoided;
import breakwater.exercise.InjectId;
import breakwater.exercise.RootCause;
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

/** The second part of the table: what happens in a drill. */
final class HappeningKinds {

    static final List<EventKind<?>> ALL = List.of(
            EventKind.named("inject-released", InjectReleased.class)
                    .name("inject", InjectReleased::inject)
                    .text("kind", InjectReleased::kind)
                    .text("title", InjectReleased::title)
                    .constant("rootCause", RootCause.class, InjectReleased::rootCause)
                    .bool("thirdParty", InjectReleased::thirdParty)
                    .madeBy(v -> new InjectReleased(
                            new InjectId(v.text(0)),
                            v.text(1),
                            v.text(2),
                            v.constant(3, RootCause.class),
                            v.bool(4))),
            EventKind.named("inject-skipped", InjectSkipped.class)
                    .name("inject", InjectSkipped::inject)
                    .text("title", InjectSkipped::title)
                    .text("reason", InjectSkipped::reason)
                    .madeBy(v -> new InjectSkipped(new InjectId(v.text(0)), v.text(1), v.text(2))),
            EventKind.named("message-sent", MessageSent.class)
                    .name("inject", MessageSent::inject)
                    .text("from", MessageSent::from)
                    .text("to", MessageSent::to)
                    .text("text", MessageSent::text)
                    .madeBy(v -> new MessageSent(
                            new InjectId(v.text(0)), v.text(1), v.text(2), v.text(3))),
            EventKind.named("expectation-judged", ExpectationJudged.class)
                    .name("inject", ExpectationJudged::inject)
                    .bool("met", ExpectationJudged::met)
                    .text("evidence", ExpectationJudged::evidence)
                    .madeBy(v ->
                            new ExpectationJudged(new InjectId(v.text(0)), v.bool(1), v.text(2))),
            EventKind.named("fault-began", FaultBegan.class)
                    .name("inject", FaultBegan::inject)
                    .text("kind", FaultBegan::kind)
                    .text("asset", FaultBegan::asset)
                    .madeBy(v -> new FaultBegan(new InjectId(v.text(0)), v.text(1), v.text(2))),
            EventKind.named("fault-ended", FaultEnded.class)
                    .name("inject", FaultEnded::inject)
                    .text("kind", FaultEnded::kind)
                    .text("asset", FaultEnded::asset)
                    .madeBy(v -> new FaultEnded(new InjectId(v.text(0)), v.text(1), v.text(2))),
            EventKind.named("node-changed", NodeChanged.class)
                    .name("node", NodeChanged::node)
                    .constant("state", NodeState.class, NodeChanged::state)
                    .madeBy(v ->
                            new NodeChanged(new NodeId(v.text(0)), v.constant(1, NodeState.class))),
            EventKind.named("kms-changed", KmsChanged.class)
                    .name("node", KmsChanged::node)
                    .constant("state", KmsState.class, KmsChanged::state)
                    .madeBy(v ->
                            new KmsChanged(new NodeId(v.text(0)), v.constant(1, KmsState.class))),
            EventKind.named("link-changed", LinkChanged.class)
                    .name("link", LinkChanged::link)
                    .constant("state", LinkState.class, LinkChanged::state)
                    .integer("rateBitPerSecond", Bounds.LINK_RATE, LinkChanged::rateBitPerSecond)
                    .madeBy(v -> new LinkChanged(
                            new LinkId(v.text(0)), v.constant(1, LinkState.class), v.integer(2))),
            EventKind.named("store-changed", StoreChanged.class)
                    .name("link", StoreChanged::link)
                    .constant("state", StoreState.class, StoreChanged::state)
                    .bits("level", Bounds.STORE, StoreChanged::level)
                    .madeBy(v -> new StoreChanged(
                            new LinkId(v.text(0)), v.constant(1, StoreState.class), v.bits(2))),
            EventKind.named("store-voided", StoreVoided.class)
                    .name("link", StoreVoided::link)
                    .bits("amount", Bounds.STORE, StoreVoided::amount)
                    .madeBy(v -> new StoreVoided(new LinkId(v.text(0)), v.bits(1))),
            EventKind.named("relay-changed", RelayChanged.class)
                    .name("link", RelayChanged::link)
                    .bool("usable", RelayChanged::usable)
                    .text("reason", RelayChanged::reason)
                    .madeBy(v -> new RelayChanged(new LinkId(v.text(0)), v.bool(1), v.text(2))),
            EventKind.named("gateway-changed", GatewayChanged.class)
                    .name("gateway", GatewayChanged::gateway)
                    .constant("state", GatewayState.class, GatewayChanged::state)
                    .integer(
                            "quotaBitPerSecond",
                            Bounds.LINK_RATE,
                            GatewayChanged::quotaBitPerSecond)
                    .madeBy(v -> new GatewayChanged(
                            new GatewayId(v.text(0)),
                            v.constant(1, GatewayState.class),
                            v.integer(2))),
            EventKind.named("controller-changed", ControllerChanged.class)
                    .constant("state", ControllerState.class, ControllerChanged::state)
                    .madeBy(v -> new ControllerChanged(v.constant(0, ControllerState.class))),
            EventKind.named("route-chosen", RouteChosen.class)
                    .name("service", RouteChosen::service)
                    .int32("route", Bounds.COUNT, RouteChosen::route)
                    .names("domains", RouteChosen::domains)
                    .madeBy(v -> new RouteChosen(
                            new ServiceId(v.text(0)), v.int32(1), v.names(2, DomainId::new))),
            EventKind.named("segment-changed", SegmentChanged.class)
                    .name("service", SegmentChanged::service)
                    .int32("route", Bounds.COUNT, SegmentChanged::route)
                    .integer(
                            "rateBitPerSecond",
                            Bounds.SERVICE_RATE,
                            SegmentChanged::rateBitPerSecond)
                    .flows("flows", Bounds.SERVICE_RATE, SegmentChanged::flows)
                    .madeBy(v -> new SegmentChanged(
                            new ServiceId(v.text(0)), v.int32(1), v.integer(2), v.flows(3))),
            EventKind.named("service-changed", ServiceChanged.class)
                    .name("service", ServiceChanged::service)
                    .constant("state", ServiceState.class, ServiceChanged::state)
                    .integer(
                            "rateBitPerSecond",
                            Bounds.SERVICE_RATE,
                            ServiceChanged::rateBitPerSecond)
                    .madeBy(v -> new ServiceChanged(
                            new ServiceId(v.text(0)),
                            v.constant(1, ServiceState.class),
                            v.integer(2))),
            EventKind.named("plan-solved", PlanSolved.class)
                    .int32("services", Bounds.COUNT, PlanSolved::services)
                    .integer(
                            "demandBitPerSecond", Bounds.TOTAL_RATE, PlanSolved::demandBitPerSecond)
                    .integer(
                            "grantedBitPerSecond",
                            Bounds.TOTAL_RATE,
                            PlanSolved::grantedBitPerSecond)
                    .madeBy(v -> new PlanSolved(v.int32(0), v.integer(1), v.integer(2))),
            EventKind.named("shed-changed", ShedChanged.class)
                    .name("link", ShedChanged::link)
                    .int32("fromClass", Bounds.SHED_CLASS, ShedChanged::fromClass)
                    .madeBy(v -> new ShedChanged(new LinkId(v.text(0)), v.int32(1))),
            EventKind.named("repair-opened", RepairOpened.class)
                    .text("job", RepairOpened::job)
                    .text("asset", RepairOpened::asset)
                    .madeBy(v -> new RepairOpened(v.text(0), v.text(1))),
            EventKind.named("repair-closed", RepairClosed.class)
                    .text("job", RepairClosed::job)
                    .madeBy(v -> new RepairClosed(v.text(0))),
            EventKind.named("crew-changed", CrewChanged.class)
                    .name("crew", CrewChanged::crew)
                    .constant("state", CrewState.class, CrewChanged::state)
                    .text("job", CrewChanged::job)
                    .integer("untilMicros", Bounds.NOT_NEGATIVE, CrewChanged::untilMicros)
                    .madeBy(v -> new CrewChanged(
                            new CrewId(v.text(0)),
                            v.constant(1, CrewState.class),
                            v.text(2),
                            v.integer(3))),
            EventKind.named("intent-accepted", IntentAccepted.class)
                    .text("by", IntentAccepted::by)
                    .text("intent", IntentAccepted::intent)
                    .text("subject", IntentAccepted::subject)
                    .madeBy(v -> new IntentAccepted(v.text(0), v.text(1), v.text(2))),
            EventKind.named("intent-refused", IntentRefused.class)
                    .text("by", IntentRefused::by)
                    .text("intent", IntentRefused::intent)
                    .text("subject", IntentRefused::subject)
                    .text("message", IntentRefused::message)
                    .madeBy(v -> new IntentRefused(v.text(0), v.text(1), v.text(2), v.text(3))),
            EventKind.named("store-closed", StoreClosed.class)
                    .name("link", StoreClosed::link)
                    .bits("initial", Bounds.STORE, StoreClosed::initial)
                    .bits("generated", Bounds.STORE_TOTAL, StoreClosed::generated)
                    .bits("consumed", Bounds.STORE_TOTAL, StoreClosed::consumed)
                    .bits("wasted", Bounds.STORE_TOTAL, StoreClosed::wasted)
                    .bits("voided", Bounds.STORE_TOTAL, StoreClosed::voided)
                    .bits("stored", Bounds.STORE, StoreClosed::stored)
                    .madeBy(v -> new StoreClosed(
                            new LinkId(v.text(0)),
                            v.bits(1),
                            v.bits(2),
                            v.bits(3),
                            v.bits(4),
                            v.bits(5),
                            v.bits(6))),
            EventKind.named("drill-closed", DrillClosed.class)
                    .integer("events", Bounds.NOT_NEGATIVE, DrillClosed::events)
                    .madeBy(v -> new DrillClosed(v.integer(0))));

    private HappeningKinds() {}
}
