package breakwater.engine;

import breakwater.engine.plan.AidTerms.Term;
import breakwater.engine.plan.DomainPlan;
import breakwater.engine.plan.DomainPlan.HomeService;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.MutualAid;
import breakwater.network.GatewayId;
import breakwater.network.Node;
import breakwater.network.QkdLink;
import breakwater.network.Service;

import java.util.Locale;

/** States who and what takes part, so that a log can be read and scored without the exercise's files. */
final class Roster {

    private final DomainPlan plan;
    private final Moment moment;

    Roster(DomainPlan plan, Moment moment) {
        this.plan = plan;
        this.moment = moment;
    }

    void declare() {
        moment.record(new ExerciseEvent.OperatorDeclared(
                plan.domain().name(), plan.domain().crews().count()));
        plan.nodes().forEach(this::declare);
        plan.links().forEach(own -> declare(own.link()));
        plan.homeServices().forEach(this::declare);
        plan.aid().lent().forEach(this::declare);
    }

    private void declare(Node node) {
        moment.record(new ExerciseEvent.NodeDeclared(
                node.id(),
                node.name(),
                node.role().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                node.position().latitude(),
                node.position().longitude(),
                node.power().autonomySeconds()));
    }

    private void declare(QkdLink link) {
        moment.record(new ExerciseEvent.LinkDeclared(
                link.id(),
                link.transmitter().node(),
                link.receiver().node(),
                link.lengthKm(),
                link.rateBitPerSecond(),
                link.store().capacityBit(),
                link.store().initialBit(),
                link.store().lowWaterBit(),
                link.store().restartBit()));
    }

    private void declare(Term term) {
        moment.record(new MutualAid.PackageDeclared(
                term.aid().id(),
                term.agreement(),
                term.recipients(),
                term.aid().resource(),
                term.aid().amount(),
                term.aid().reserve(),
                term.aid().gateway().map(GatewayId::value).orElse(""),
                term.aid().mobilisationSeconds(),
                term.aid().noticeSeconds()));
    }

    private void declare(HomeService home) {
        Service service = plan.topology().service(home.service());
        moment.record(new ExerciseEvent.ServiceDeclared(
                service.id(),
                service.from(),
                service.to(),
                plan.topology().node(plan.topology().getNodeIndex(service.to())).domain(),
                service.suite().label(),
                service.priorityClass(),
                service.suite().demandBitPerSecond(),
                service.graceSeconds(),
                service.usersServed()));
    }
}
