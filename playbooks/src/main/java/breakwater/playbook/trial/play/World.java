package breakwater.playbook.trial.play;

import breakwater.exercise.BitCount;
import breakwater.exercise.Countermeasure;
import breakwater.exercise.DomainState;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid;
import breakwater.exercise.PathFlow;
import breakwater.network.DomainId;
import breakwater.network.GatewayId;
import breakwater.network.LinkId;
import breakwater.network.LinkState;
import breakwater.network.NodeId;
import breakwater.network.ServiceId;
import breakwater.network.StoreState;
import breakwater.playbook.trial.Change;
import breakwater.playbook.trial.Given;
import breakwater.replay.ReplayedDomain;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The domain of a trial: what it declares, and the events that its changes are. */
final class World {

    /** What a measured link shows; beyond 11 % BB84 gives no key. */
    private static final double QBER = 0.02;

    private static final double QBER_IN_ALARM = 0.12;

    private final Given given;
    private final DomainId id;
    private final ReplayedDomain replayed;

    World(Given given) {
        this.given = given;
        id = new DomainId(given.operator());
        replayed = new ReplayedDomain(id);
    }

    /** Takes in what was recorded. */
    void apply(LogEntry entry) {
        replayed.apply(entry);
    }

    /** What takes part, in the order in which a drill declares it. */
    List<ExerciseEvent> declared() {
        List<ExerciseEvent> events = new ArrayList<>();
        events.add(new ExerciseEvent.OperatorDeclared(id.value(), 0));
        Map<String, Given.OfLink> links = new TreeMap<>(given.links());
        Set<String> nodes = new LinkedHashSet<>(given.nodes());
        links.values().forEach(link -> {
            nodes.add(link.a());
            if (!link.crossBorder()) {
                nodes.add(link.b());
            }
        });
        nodes.forEach(node -> events.add(
                new ExerciseEvent.NodeDeclared(new NodeId(node), node, "trusted", 0, 0, 0)));
        links.forEach((name, link) -> events.add(new ExerciseEvent.LinkDeclared(
                new LinkId(name),
                new NodeId(link.a()),
                new NodeId(link.b()),
                50,
                link.rateBitPerSecond(),
                link.capacityBit(),
                link.levelBit(),
                Math.min(link.levelBit(), link.capacityBit() / 10),
                link.capacityBit() / 4)));
        new TreeMap<>(given.services()).forEach((name, service) -> declare(events, name, service));
        links.keySet().forEach(link -> declareLoad(events, link));
        return events;
    }

    private void declare(List<ExerciseEvent> events, String name, Given.OfService service) {
        ServiceId own = new ServiceId(name);
        NodeId home = new NodeId(name);
        events.add(new ExerciseEvent.ServiceDeclared(
                own,
                home,
                home,
                id,
                "AES-256",
                service.priorityClass(),
                service.rateBitPerSecond(),
                0,
                1));
        events.add(new ExerciseEvent.RouteChosen(own, 0, List.of(id)));
        events.add(new ExerciseEvent.SegmentChanged(own, 0, service.rateBitPerSecond(), List.of()));
    }

    /** What is taken from a link is taken by a service of class 0, which nothing sheds. */
    private void declareLoad(List<ExerciseEvent> events, String link) {
        ServiceId load = loadOf(link);
        NodeId home = new NodeId(link);
        events.add(new ExerciseEvent.ServiceDeclared(load, home, home, id, "AES-256", 0, 0, 0, 1));
        events.add(new ExerciseEvent.RouteChosen(load, 0, List.of(id)));
        events.add(new ExerciseEvent.PathDeclared(load, 0, 0, List.of(new LinkId(link))));
    }

    private static ServiceId loadOf(String link) {
        return new ServiceId("load:" + link);
    }

    /** The events that a change is; its aid is not the world's. */
    List<ExerciseEvent> eventsOf(Change change) {
        if (change instanceof Change.OfLink link) {
            return ofLink(link);
        }
        if (change instanceof Change.OfNode node) {
            List<ExerciseEvent> events = new ArrayList<>();
            NodeId name = new NodeId(node.node());
            node.state().ifPresent(state -> events.add(new ExerciseEvent.NodeChanged(name, state)));
            node.kms().ifPresent(state -> events.add(new ExerciseEvent.KmsChanged(name, state)));
            return events;
        }
        if (change instanceof Change.OfService service) {
            return ofService(service);
        }
        if (change instanceof Change.OfGateway gateway) {
            return List.of(new ExerciseEvent.GatewayChanged(
                    new GatewayId(gateway.gateway()),
                    gateway.state(),
                    gateway.quotaBitPerSecond()));
        }
        if (change instanceof Change.OfController controller) {
            return List.of(new ExerciseEvent.ControllerChanged(controller.state()));
        }
        if (change instanceof Change.OfRepair repair) {
            return List.of(
                    repair.open()
                            ? new ExerciseEvent.RepairOpened(repair.job(), repair.asset())
                            : new ExerciseEvent.RepairClosed(repair.job()));
        }
        if (change instanceof Change.Notice notice) {
            return List.of(new Countermeasure.NoticeReceived(
                    notice.notice(), new DomainId(notice.from()), notice.text()));
        }
        if (change instanceof Change.Request request) {
            return List.of(new MutualAid.AidAsked(
                    request.aid(),
                    new DomainId(request.from()),
                    request.resource(),
                    "",
                    request.amount(),
                    0,
                    request.committable()));
        }
        throw new IllegalArgumentException("The world does not know (%s).".formatted(change));
    }

    private List<ExerciseEvent> ofLink(Change.OfLink change) {
        LinkId link = new LinkId(change.link());
        List<ExerciseEvent> events = new ArrayList<>();
        if (change.state().isPresent() || change.rateBitPerSecond().isPresent()) {
            LinkState state = change.state()
                    .orElseGet(() -> linkNow(link, change.atMicros()).state());
            long rate = state == LinkState.UP ? usualRate(change.link()) : 0;
            events.add(new ExerciseEvent.LinkChanged(
                    link, state, change.rateBitPerSecond().orElse(rate)));
        }
        change.relays()
                .ifPresent(usable -> events.add(new ExerciseEvent.RelayChanged(link, usable, "")));
        change.consumptionBitPerSecond()
                .ifPresent(rate -> events.add(new ExerciseEvent.SegmentChanged(
                        loadOf(change.link()), 0, rate, List.of(new PathFlow(0, rate)))));
        if (change.store().isPresent() || change.levelBit().isPresent()) {
            ofStore(events, link, change);
        }
        return events;
    }

    /** Key appears or goes as if it had been lent or paid back, which is what moves a level at once. */
    private void ofStore(List<ExerciseEvent> events, LinkId link, Change.OfLink change) {
        DomainState.OnLink now = linkNow(link, change.atMicros());
        long capacity = linkGiven(change.link()).capacityBit();
        long level = change.levelBit().orElseGet(() -> levelOf(change.store(), now, capacity));
        long more = Math.min(level, capacity) - now.level().bits();
        if (more != 0) {
            events.add(
                    more > 0
                            ? new MutualAid.KeyLent(link, more)
                            : new MutualAid.KeyPaidBack(link, -more));
        }
        change.store()
                .ifPresent(state -> events.add(new ExerciseEvent.StoreChanged(
                        link, state, new BitCount(Math.min(level, capacity), 0))));
    }

    private static long levelOf(
            Optional<StoreState> state, DomainState.OnLink now, long capacityBit) {
        if (state.isEmpty()) {
            return now.level().bits();
        }
        return switch (state.get()) {
            case NORMAL -> capacityBit / 2;
            case LOW -> capacityBit / 20;
            case EXHAUSTED -> 0;
        };
    }

    private List<ExerciseEvent> ofService(Change.OfService change) {
        ServiceId service = new ServiceId(change.service());
        List<ExerciseEvent> events = new ArrayList<>();
        change.rateBitPerSecond()
                .ifPresent(rate ->
                        events.add(new ExerciseEvent.SegmentChanged(service, 0, rate, List.of())));
        change.state()
                .ifPresent(state -> events.add(new ExerciseEvent.ServiceChanged(
                        service,
                        state,
                        change.rateBitPerSecond()
                                .orElseGet(() -> replayed.findService(service)
                                        .orElseThrow()
                                        .rateBitPerSecond()))));
        return events;
    }

    private long usualRate(String link) {
        return linkGiven(link).rateBitPerSecond();
    }

    private Given.OfLink linkGiven(String link) {
        Given.OfLink there = given.links().get(link);
        return there == null ? Given.OfLink.named(link) : there;
    }

    private DomainState.OnLink linkNow(LinkId link, long atMicros) {
        return replayed.linkAt(link, atMicros).orElseThrow();
    }

    /** What a measurement of a link shows, by the names of the results; nothing when there is no such link. */
    Map<String, Object> probe(String link, long atMicros) {
        return replayed.linkAt(new LinkId(link), atMicros)
                .map(now -> Map.<String, Object>of(
                        "up",
                        now.state() == LinkState.UP,
                        "qber",
                        now.state() == LinkState.QBER_HIGH ? QBER_IN_ALARM : QBER,
                        "generation_bps",
                        now.generationBitPerSecond()))
                .orElse(Map.of());
    }
}
