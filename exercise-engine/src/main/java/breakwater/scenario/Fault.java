package breakwater.scenario;

import breakwater.network.DomainId;
import breakwater.network.GatewayId;
import breakwater.network.KmLinkId;
import breakwater.network.LinkId;
import breakwater.network.NodeId;
import breakwater.network.SrlgId;

import java.util.List;

/**
 * What breaks. Cascades (reroutes, drained stores, expired batteries, starvation) are never part of a fault: they
 * follow from it. Durations are drawn per asset, keyed by inject and asset.
 */
public sealed interface Fault {

    /** Short name in files and logs, kebab-case. */
    String label();

    /** Calls the visitor's method for this kind of fault. */
    <R> R accept(Visitor<R> visitor);

    /**
     * Fibre cut: every QKD and KM link of the shared-risk groups and the links named. {@code work} is a crew's work on
     * site, per cut link group.
     */
    record FibreCut(List<SrlgId> srlgs, List<LinkId> links, List<KmLinkId> kmLinks, Spell work)
            implements Fault {
        public FibreCut {
            srlgs = List.copyOf(srlgs);
            links = List.copyOf(links);
            kmLinks = List.copyOf(kmLinks);
        }

        @Override
        public String label() {
            return "fibre-cut";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onFibreCut(this);
        }
    }

    /**
     * The grid fails at nodes; batteries carry each for its autonomy. {@code outage} until the grid is back, per node.
     */
    record PowerLoss(Area area, Spell outage) implements Fault {
        @Override
        public String label() {
            return "power-loss";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onPowerLoss(this);
        }
    }

    /** A key management agent crashes; {@code outage} until it restarts, then it resynchronises. */
    record KmsCrash(List<NodeId> nodes, boolean storesLost, Spell outage) implements Fault {
        public KmsCrash {
            nodes = List.copyOf(nodes);
        }

        @Override
        public String label() {
            return "kms-crash";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onKmsCrash(this);
        }
    }

    /** QBER above its alarm on links: no key until cleared. {@code investigation} until two persons cleared it. */
    record QberAlarm(List<LinkId> links, Spell investigation) implements Fault {
        public QberAlarm {
            links = List.copyOf(links);
        }

        @Override
        public String label() {
            return "qber-alarm";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onQberAlarm(this);
        }
    }

    /** The control plane of a domain is cut off: no re-optimisation, local repair goes on. */
    record ControlPartition(List<DomainId> domains, Spell outage) implements Fault {
        public ControlPartition {
            domains = List.copyOf(domains);
        }

        @Override
        public String label() {
            return "control-partition";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onControlPartition(this);
        }
    }

    /**
     * Flood, quake, storm: nodes of the area are down; links are cut that pass through a disc, or have both ends in a
     * list of nodes or domains. Each until a crew has worked on it, what lies in one duct together.
     */
    record RegionalDisaster(Area area, Spell work) implements Fault {
        @Override
        public String label() {
            return "regional-disaster";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onRegionalDisaster(this);
        }
    }

    /** Every node that runs this software version goes down until rolled back; {@code rollback} per node, no crew. */
    record FaultySoftware(String softwareVersion, Spell rollback) implements Fault {
        @Override
        public String label() {
            return "faulty-software";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onFaultySoftware(this);
        }
    }

    /** One side closes a border ({@code quotaBitPerSecond} 0) or throttles it to a quota. */
    record GatewayLimit(List<GatewayId> gateways, DomainId by, long quotaBitPerSecond, Spell outage)
            implements Fault {
        public GatewayLimit {
            gateways = List.copyOf(gateways);
        }

        @Override
        public String label() {
            return quotaBitPerSecond == 0 ? "gateway-closed" : "gateway-throttled";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onGatewayLimit(this);
        }
    }

    /** Planned work: links disabled for a window that was declared before StartEx. */
    record PlannedMaintenance(List<LinkId> links, Spell window) implements Fault {
        public PlannedMaintenance {
            links = List.copyOf(links);
        }

        @Override
        public String label() {
            return "planned-maintenance";
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.onPlannedMaintenance(this);
        }
    }

    /** One method per kind of fault: exhaustive at compile time. */
    interface Visitor<R> {

        R onFibreCut(FibreCut fault);

        R onPowerLoss(PowerLoss fault);

        R onKmsCrash(KmsCrash fault);

        R onQberAlarm(QberAlarm fault);

        R onControlPartition(ControlPartition fault);

        R onRegionalDisaster(RegionalDisaster fault);

        R onFaultySoftware(FaultySoftware fault);

        R onGatewayLimit(GatewayLimit fault);

        R onPlannedMaintenance(PlannedMaintenance fault);
    }
}
