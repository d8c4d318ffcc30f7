package breakwater.log;

import breakwater.exercise.ExerciseEvent.AttributionStated;
import breakwater.exercise.ExerciseEvent.DrillOpened;
import breakwater.exercise.ExerciseEvent.LinkDeclared;
import breakwater.exercise.ExerciseEvent.MaintenanceDeclared;
import breakwater.exercise.ExerciseEvent.NodeDeclared;
import breakwater.exercise.ExerciseEvent.ObjectiveDeclared;
import breakwater.exercise.ExerciseEvent.OperatorDeclared;
import breakwater.exercise.ExerciseEvent.PathDeclared;
import breakwater.exercise.ExerciseEvent.ServiceDeclared;
import breakwater.exercise.InjectId;
import breakwater.network.DomainId;
import breakwater.network.LinkId;
import breakwater.network.NodeId;
import breakwater.network.ServiceId;

import java.util.List;

/** The first part of the table: what a drill consists of, stated once. */
final class DeclarationKinds {

    static final List<EventKind<?>> ALL = List.of(
            EventKind.named("drill-opened", DrillOpened.class)
                    .int32("schemaVersion", Bounds.COUNT, DrillOpened::schemaVersion)
                    .text("engineVersion", DrillOpened::engineVersion)
                    .text("exercise", DrillOpened::exercise)
                    .text("exerciseHash", DrillOpened::exerciseHash)
                    .integer("seed", Bounds.NOT_NEGATIVE, DrillOpened::seed)
                    .text("title", DrillOpened::title)
                    .integer("horizonMicros", Bounds.HORIZON_MICROS, DrillOpened::horizonMicros)
                    .integer(
                            "signallingLatencyMicros",
                            Bounds.LATENCY_MICROS,
                            DrillOpened::signallingLatencyMicros)
                    .madeBy(v -> new DrillOpened(
                            v.int32(0),
                            v.text(1),
                            v.text(2),
                            v.text(3),
                            v.integer(4),
                            v.text(5),
                            v.integer(6),
                            v.integer(7))),
            EventKind.named("attribution-stated", AttributionStated.class)
                    .text("text", AttributionStated::text)
                    .madeBy(v -> new AttributionStated(v.text(0))),
            EventKind.named("operator-declared", OperatorDeclared.class)
                    .text("name", OperatorDeclared::name)
                    .int32("crews", Bounds.CREWS, OperatorDeclared::crews)
                    .madeBy(v -> new OperatorDeclared(v.text(0), v.int32(1))),
            EventKind.named("node-declared", NodeDeclared.class)
                    .name("node", NodeDeclared::node)
                    .text("name", NodeDeclared::name)
                    .text("role", NodeDeclared::role)
                    .decimal("latitude", Bounds.LATITUDE, NodeDeclared::latitude)
                    .decimal("longitude", Bounds.LONGITUDE, NodeDeclared::longitude)
                    .integer("autonomySeconds", Bounds.SECONDS, NodeDeclared::autonomySeconds)
                    .madeBy(v -> new NodeDeclared(
                            new NodeId(v.text(0)),
                            v.text(1),
                            v.text(2),
                            v.decimal(3),
                            v.decimal(4),
                            v.integer(5))),
            EventKind.named("link-declared", LinkDeclared.class)
                    .name("link", LinkDeclared::link)
                    .name("a", LinkDeclared::a)
                    .name("b", LinkDeclared::b)
                    .decimal("lengthKm", Bounds.LENGTH_KM, LinkDeclared::lengthKm)
                    .integer("rateBitPerSecond", Bounds.LINK_RATE, LinkDeclared::rateBitPerSecond)
                    .integer("capacityBit", Bounds.STORE_MARK, LinkDeclared::capacityBit)
                    .integer("initialBit", Bounds.STORE, LinkDeclared::initialBit)
                    .integer("lowWaterBit", Bounds.STORE, LinkDeclared::lowWaterBit)
                    .integer("restartBit", Bounds.STORE_MARK, LinkDeclared::restartBit)
                    .madeBy(v -> new LinkDeclared(
                            new LinkId(v.text(0)),
                            new NodeId(v.text(1)),
                            new NodeId(v.text(2)),
                            v.decimal(3),
                            v.integer(4),
                            v.integer(5),
                            v.integer(6),
                            v.integer(7),
                            v.integer(8))),
            EventKind.named("service-declared", ServiceDeclared.class)
                    .name("service", ServiceDeclared::service)
                    .name("from", ServiceDeclared::from)
                    .name("to", ServiceDeclared::to)
                    .name("toDomain", ServiceDeclared::toDomain)
                    .text("suite", ServiceDeclared::suite)
                    .int32("priorityClass", Bounds.PRIORITY_CLASS, ServiceDeclared::priorityClass)
                    .integer(
                            "demandBitPerSecond",
                            Bounds.DEMAND,
                            ServiceDeclared::demandBitPerSecond)
                    .integer("graceSeconds", Bounds.SECONDS, ServiceDeclared::graceSeconds)
                    .int32("usersServed", Bounds.USERS, ServiceDeclared::usersServed)
                    .madeBy(v -> new ServiceDeclared(
                            new ServiceId(v.text(0)),
                            new NodeId(v.text(1)),
                            new NodeId(v.text(2)),
                            new DomainId(v.text(3)),
                            v.text(4),
                            v.int32(5),
                            v.integer(6),
                            v.integer(7),
                            v.int32(8))),
            EventKind.named("objective-declared", ObjectiveDeclared.class)
                    .text("objective", ObjectiveDeclared::objective)
                    .text("text", ObjectiveDeclared::text)
                    .names("injects", ObjectiveDeclared::injects)
                    .madeBy(v ->
                            new ObjectiveDeclared(v.text(0), v.text(1), v.names(2, InjectId::new))),
            EventKind.named("maintenance-declared", MaintenanceDeclared.class)
                    .name("inject", MaintenanceDeclared::inject)
                    .text("title", MaintenanceDeclared::title)
                    .integer("fromMicros", Bounds.MOMENT_MICROS, MaintenanceDeclared::fromMicros)
                    .integer("untilMicros", Bounds.MOMENT_MICROS, MaintenanceDeclared::untilMicros)
                    .madeBy(v -> new MaintenanceDeclared(
                            new InjectId(v.text(0)), v.text(1), v.integer(2), v.integer(3))),
            EventKind.named("path-declared", PathDeclared.class)
                    .name("service", PathDeclared::service)
                    .int32("route", Bounds.COUNT, PathDeclared::route)
                    .int32("path", Bounds.COUNT, PathDeclared::path)
                    .names("links", PathDeclared::links)
                    .madeBy(v -> new PathDeclared(
                            new ServiceId(v.text(0)),
                            v.int32(1),
                            v.int32(2),
                            v.names(3, LinkId::new))));

    private DeclarationKinds() {}
}
