package breakwater.engine.plan;

import breakwater.engine.plan.DomainPlan.OwnKmLink;
import breakwater.engine.plan.DomainPlan.OwnLink;
import breakwater.engine.plan.FaultTarget.Effect;
import breakwater.exercise.InjectId;
import breakwater.network.DomainId;
import breakwater.network.Gateway;
import breakwater.network.GeoPoint;
import breakwater.network.KmLink;
import breakwater.network.LinkId;
import breakwater.network.Node;
import breakwater.network.NodeId;
import breakwater.network.QkdLink;
import breakwater.network.SrlgId;
import breakwater.network.Topology;
import breakwater.scenario.Area;
import breakwater.scenario.Fault;
import breakwater.scenario.Inject;
import breakwater.scenario.Scenario;
import breakwater.scenario.Spell;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Finds out which assets of one domain each fault of a scenario strikes. */
final class FaultTargets implements Fault.Visitor<List<FaultTarget>> {

    private static final int NO_NODE = -1;

    private final Topology topology;
    private final DomainId domain;
    private final List<Node> nodes;
    private final List<OwnLink> links;
    private final List<OwnKmLink> kmLinks;

    FaultTargets(
            Topology topology,
            DomainId domain,
            List<Node> nodes,
            List<OwnLink> links,
            List<OwnKmLink> kmLinks) {
        this.topology = topology;
        this.domain = domain;
        this.nodes = nodes;
        this.links = links;
        this.kmLinks = kmLinks;
    }

    /** Only injects that strike something here. */
    Map<InjectId, List<FaultTarget>> ofScenario(Scenario scenario) {
        Map<InjectId, List<FaultTarget>> targets = new HashMap<>();
        for (Inject inject : scenario.injects()) {
            if (inject.body() instanceof Inject.Body.FaultStrikes strikes) {
                List<FaultTarget> struck = strikes.fault().accept(this);
                if (!struck.isEmpty()) {
                    targets.put(inject.id(), List.copyOf(struck));
                }
            }
        }
        return targets;
    }

    @Override
    public List<FaultTarget> onFibreCut(Fault.FibreCut fault) {
        List<FaultTarget> targets = new ArrayList<>();
        for (SrlgId srlg : fault.srlgs()) {
            List<Integer> cut = linksWhere(link -> link.link().srlgs().contains(srlg));
            List<Integer> kmCut = kmLinksWhere(link -> link.link().srlgs().contains(srlg));
            if (!cut.isEmpty() || !kmCut.isEmpty()) {
                targets.add(cut(srlg.value(), cut, kmCut, fault.work()));
            }
        }
        for (LinkId id : fault.links()) {
            for (int link : linksWhere(own -> own.link().id().equals(id))) {
                targets.add(cut(id.value(), List.of(link), List.of(), fault.work()));
            }
        }
        for (int km : kmLinksWhere(own -> fault.kmLinks().contains(own.link().id()))) {
            targets.add(
                    cut(kmLinks.get(km).link().id().value(), List.of(), List.of(km), fault.work()));
        }
        return targets;
    }

    private FaultTarget cut(String asset, List<Integer> cut, List<Integer> kmCut, Spell work) {
        GeoPoint place = cut.isEmpty()
                ? nodes.get(kmLinks.get(kmCut.get(0)).a()).position()
                : middleOf(links.get(cut.get(cut.size() / 2)));
        return new FaultTarget(Effect.CUT, asset, cut, kmCut, NO_NODE, 0, work, true, place);
    }

    @Override
    public List<FaultTarget> onPowerLoss(Fault.PowerLoss fault) {
        return atNodes(Effect.GRID_LOSS, nodesIn(fault.area()), fault.outage(), false);
    }

    @Override
    public List<FaultTarget> onKmsCrash(Fault.KmsCrash fault) {
        Effect effect = fault.storesLost() ? Effect.KMS_CRASH_STORES_LOST : Effect.KMS_CRASH;
        List<FaultTarget> targets = new ArrayList<>();
        for (int node : nodesWhere(own -> fault.nodes().contains(own.id()))) {
            targets.add(atNode(effect, node, fault.outage(), false));
        }
        return targets;
    }

    @Override
    public List<FaultTarget> onQberAlarm(Fault.QberAlarm fault) {
        return atLinks(Effect.QBER_ALARM, fault.links(), fault.investigation());
    }

    @Override
    public List<FaultTarget> onControlPartition(Fault.ControlPartition fault) {
        if (!fault.domains().contains(domain)) {
            return List.of();
        }
        return List.of(new FaultTarget(
                Effect.CONTROL_PARTITION,
                domain.value(),
                List.of(),
                List.of(),
                NO_NODE,
                0,
                fault.outage(),
                false,
                anyPlace()));
    }

    /** What lies in one duct is one job. */
    @Override
    public List<FaultTarget> onRegionalDisaster(Fault.RegionalDisaster fault) {
        List<FaultTarget> targets = new ArrayList<>(
                atNodes(Effect.NODE_DOWN, nodesIn(fault.area()), fault.work(), true));
        Map<String, List<Integer>> cut = new LinkedHashMap<>();
        for (int link : linksWhere(own -> isStruck(
                own.link().transmitter().node(), own.link().receiver().node(), fault.area()))) {
            QkdLink struck = links.get(link).link();
            cut.computeIfAbsent(
                            ductOf(struck.srlgs(), struck.id().value()), first -> new ArrayList<>())
                    .add(link);
        }
        Map<String, List<Integer>> kmCut = new LinkedHashMap<>();
        for (int km : kmLinksWhere(own -> isStruck(own.link().a(), own.link().b(), fault.area()))) {
            KmLink struck = kmLinks.get(km).link();
            kmCut.computeIfAbsent(
                            ductOf(struck.srlgs(), struck.id().value()), first -> new ArrayList<>())
                    .add(km);
        }
        Set<String> ducts = new LinkedHashSet<>(cut.keySet());
        ducts.addAll(kmCut.keySet());
        for (String duct : ducts) {
            targets.add(cut(
                    duct,
                    cut.getOrDefault(duct, List.of()),
                    kmCut.getOrDefault(duct, List.of()),
                    fault.work()));
        }
        return targets;
    }

    /** The first shared-risk group of a link, or the link itself. */
    private static String ductOf(List<SrlgId> srlgs, String link) {
        return srlgs.isEmpty() ? link : srlgs.get(0).value();
    }

    @Override
    public List<FaultTarget> onFaultySoftware(Fault.FaultySoftware fault) {
        List<Integer> struck =
                nodesWhere(node -> node.softwareVersion().equals(fault.softwareVersion()));
        return atNodes(Effect.NODE_DOWN, struck, fault.rollback(), false);
    }

    @Override
    public List<FaultTarget> onGatewayLimit(Fault.GatewayLimit fault) {
        List<FaultTarget> targets = new ArrayList<>();
        for (Gateway gateway : topology.network().gateways()) {
            if (fault.gateways().contains(gateway.id()) && fault.by().equals(domain)) {
                targets.add(new FaultTarget(
                        Effect.GATEWAY_LIMIT,
                        gateway.id().value(),
                        linksWhere(own -> own.link().id().equals(gateway.link())),
                        List.of(),
                        NO_NODE,
                        fault.quotaBitPerSecond(),
                        fault.outage(),
                        false,
                        anyPlace()));
            }
        }
        return targets;
    }

    @Override
    public List<FaultTarget> onPlannedMaintenance(Fault.PlannedMaintenance fault) {
        return atLinks(Effect.MAINTENANCE, fault.links(), fault.window());
    }

    private List<FaultTarget> atLinks(Effect effect, List<LinkId> ids, Spell spell) {
        List<FaultTarget> targets = new ArrayList<>();
        for (int link : linksWhere(own -> ids.contains(own.link().id()))) {
            targets.add(new FaultTarget(
                    effect,
                    links.get(link).link().id().value(),
                    List.of(link),
                    List.of(),
                    NO_NODE,
                    0,
                    spell,
                    false,
                    middleOf(links.get(link))));
        }
        return targets;
    }

    private List<FaultTarget> atNodes(
            Effect effect, List<Integer> struck, Spell spell, boolean needsCrew) {
        return struck.stream()
                .map(node -> atNode(effect, node, spell, needsCrew))
                .toList();
    }

    private FaultTarget atNode(Effect effect, int node, Spell spell, boolean needsCrew) {
        Node own = nodes.get(node);
        return new FaultTarget(
                effect,
                own.id().value(),
                List.of(),
                List.of(),
                node,
                0,
                spell,
                needsCrew,
                own.position());
    }

    private List<Integer> nodesIn(Area area) {
        return nodesWhere(node -> contains(area, node.id(), node.position()));
    }

    private boolean contains(Area area, NodeId node, GeoPoint position) {
        if (area instanceof Area.OfNodes of) {
            return of.nodes().contains(node);
        }
        if (area instanceof Area.OfDomains of) {
            return of.domains().contains(domain);
        }
        Area.Disc disc = (Area.Disc) area;
        return disc.centre().distanceKmTo(position) <= disc.radiusKm();
    }

    /** A disc cuts what passes through it, taken as straight; lists of nodes or domains what has both ends there. */
    private boolean isStruck(NodeId from, NodeId to, Area area) {
        Node a = topology.node(topology.getNodeIndex(from));
        Node b = topology.node(topology.getNodeIndex(to));
        if (area instanceof Area.Disc disc) {
            return disc.centre().distanceKmToLine(a.position(), b.position()) <= disc.radiusKm();
        }
        if (area instanceof Area.OfDomains of) {
            return of.domains().contains(a.domain()) && of.domains().contains(b.domain());
        }
        return ((Area.OfNodes) area).nodes().contains(from)
                && ((Area.OfNodes) area).nodes().contains(to);
    }

    private GeoPoint middleOf(OwnLink own) {
        GeoPoint a = nodes.get(own.a()).position();
        GeoPoint b = topology.node(topology.getNodeIndex(own.link().receiver().node()))
                .position();
        return new GeoPoint((a.latitude() + b.latitude()) / 2, (a.longitude() + b.longitude()) / 2);
    }

    private GeoPoint anyPlace() {
        return nodes.isEmpty() ? new GeoPoint(0, 0) : nodes.get(0).position();
    }

    private List<Integer> nodesWhere(Predicate<Node> holds) {
        return indicesWhere(nodes, holds);
    }

    private List<Integer> linksWhere(Predicate<OwnLink> holds) {
        return indicesWhere(links, holds);
    }

    private List<Integer> kmLinksWhere(Predicate<OwnKmLink> holds) {
        return indicesWhere(kmLinks, holds);
    }

    private static <T> List<Integer> indicesWhere(List<T> all, Predicate<T> holds) {
        List<Integer> found = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            if (holds.test(all.get(i))) {
                found.add(i);
            }
        }
        return found;
    }
}
