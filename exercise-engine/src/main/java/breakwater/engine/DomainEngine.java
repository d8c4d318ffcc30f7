package breakwater.engine;

import breakwater.draw.KeyedDraws;
import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.BitCount;
import breakwater.exercise.Countermeasure;
import breakwater.exercise.DomainState;
import breakwater.exercise.Envelope;
import breakwater.exercise.LogEntry;
import breakwater.network.DomainId;
import breakwater.network.LinkId;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One domain being played. {@link #open} it, {@link #advance} it window by window, {@link #close} it.
 *
 * <p>Deterministic: the same plan, seed and inputs give the same events and envelopes, whatever the windows. Not
 * thread-safe; engines of different domains share only immutable plans.
 */
public final class DomainEngine {

    /**
     * Rounds of "flows change, services react" within one instant. Two happen; a route is held for a minute once
     * changed, so more than a few would be a bug.
     */
    private static final int SETTLE_ROUNDS_MAX = 16;

    private final DomainPlan plan;
    private final Moment moment;
    private final Timers timers;
    private final KeyStores stores;
    private final Segments segments;
    private final Relaying relaying;
    private final LinkStates links;
    private final NodeStates nodes;
    private final KmGraph kmGraph;
    private final Border border;
    private final Crews crews;
    private final Generators generators;
    private final ControlPlane controlPlane;
    private final HomeServices services;
    private final Faults faults;
    private final Hazards hazards;
    private final Desk desk;
    private final AidDesk aid;
    private final Answers answers;

    /** What a window brought. */
    public record Outcome(List<LogEntry> events, List<Envelope> outbound) {}

    /** A domain at StartEx with this seed. */
    public DomainEngine(DomainPlan plan, long seed) {
        this.plan = plan;
        KeyedDraws draws = new KeyedDraws(seed);
        moment = new Moment(plan.id(), plan.signallingLatencyMicros());
        timers = new Timers(plan, moment);
        stores = new KeyStores(plan, moment, timers);
        segments = new Segments(plan, moment, stores);
        relaying = new Relaying(plan, moment, stores, segments);
        links = new LinkStates(plan, moment, timers, stores, draws);
        nodes = new NodeStates(plan, moment, timers, links, relaying, segments);
        kmGraph = new KmGraph(plan, relaying);
        border = new Border(plan, moment, new Border.Sides(links, relaying, segments, stores));
        crews = new Crews(plan, moment, timers);
        generators = new Generators(plan, moment, nodes, crews);
        controlPlane = new ControlPlane(plan, moment, stores, links, segments);
        services = new HomeServices(plan, moment, timers, segments);
        desk = new Desk(moment, timers);
        aid = new AidDesk(plan, moment, timers, new Lending(crews, generators, border));
        answers = new Answers(
                plan,
                moment,
                new Answers.Parts(
                        stores,
                        links,
                        nodes,
                        relaying,
                        border,
                        crews,
                        generators,
                        controlPlane,
                        services,
                        desk,
                        aid));
        hazards = new Hazards(plan, moment, timers, links, draws);
        faults = new Faults(
                plan,
                moment,
                timers,
                draws,
                new Faults.Assets(
                        links,
                        nodes,
                        generators,
                        kmGraph,
                        relaying,
                        stores,
                        crews,
                        controlPlane,
                        border,
                        answers::isFrozen));
    }

    public DomainId id() {
        return plan.id();
    }

    /** States who and what takes part; time 0, before {@link #open}. */
    public Outcome declare() {
        new Roster(plan, moment).declare();
        return take();
    }

    /** StartEx: names the routes and puts every service on its first path. Time 0. */
    public Outcome open() {
        // Of each segment the route, the path and what it carries.
        moment.expect(3 * plan.segments().size());
        services.announce();
        settle();
        hazards.begin();
        return take();
    }

    /** When something happens next without input; {@code Long.MAX_VALUE} for never. */
    public long nextEventAt() {
        return timers.earliestMicros();
    }

    /**
     * All that is so in the domain.
     *
     * @param timeMicros not before the end of the last window and not after {@link #nextEventAt}
     */
    public DomainState stateAt(long timeMicros) {
        Set<DomainState.OfFault> running = faults.look();
        running.addAll(hazards.look());
        return new DomainState(
                plan.id(),
                timeMicros,
                controlPlane.state(),
                nodes.look(),
                linksAt(timeMicros),
                border.look(),
                crews.look(),
                crews.openJobs(),
                running,
                services.look(),
                segments.look(),
                answers.look());
    }

    private Map<LinkId, DomainState.OnLink> linksAt(long timeMicros) {
        Map<LinkId, DomainState.OnLink> now = new HashMap<>();
        for (int link = 0; link < plan.links().size(); link++) {
            int shed = relaying.shedFromClassOf(link);
            now.put(
                    plan.links().get(link).link().id(),
                    new DomainState.OnLink(
                            links.stateOf(link),
                            links.generationBitPerSecond(link),
                            stores.consumptionBitPerSecond(link),
                            !relaying.isBlocked(link),
                            shed == Relaying.NOBODY ? -1 : shed,
                            stores.stateOf(link),
                            BitCount.ofMicroBits(stores.levelAt(link, timeMicros))));
        }
        return now;
    }

    /**
     * Plays everything before {@code untilMicros}.
     *
     * @param inputs in {@link DomainInput#ORDER}, all before {@code untilMicros} and none before the last window's end
     * @throws IllegalArgumentException when an input lies outside the window
     */
    public Outcome advance(long untilMicros, List<DomainInput> inputs) {
        int next = 0;
        while (true) {
            long timerAt = timers.earliestMicros();
            long inputAt = next < inputs.size() ? inputs.get(next).timeMicros() : Long.MAX_VALUE;
            if (inputAt < Long.MAX_VALUE && (inputAt < moment.now || inputAt >= untilMicros)) {
                throw new IllegalArgumentException(
                        "The input at %d must lie in the window from %d to %d of domain %s."
                                .formatted(inputAt, moment.now, untilMicros, plan.id()));
            }
            if (inputAt <= timerAt && inputAt < Long.MAX_VALUE) {
                moment.now = inputAt;
                take(inputs.get(next++));
            } else if (timerAt < untilMicros) {
                moment.now = timerAt;
                fire();
            } else {
                return take();
            }
            settle();
        }
    }

    /** EndEx: closes the books of every store. Nothing may be played afterwards. */
    public Outcome close(long atMicros) {
        moment.now = atMicros;
        moment.cause = LogEntry.NO_CAUSE;
        stores.close();
        return take();
    }

    private Outcome take() {
        return new Outcome(moment.takeRecorded(), moment.takeSent());
    }

    private void take(DomainInput input) {
        if (input instanceof DomainInput.FaultRelease release) {
            moment.cause = release.inject().value();
            faults.strike(release.inject());
        } else if (input instanceof DomainInput.MessageRelease release) {
            moment.cause = release.inject().value();
            DomainInput.MessageRelease.Told told = release.told();
            moment.record(new Countermeasure.MessageReceived(
                    release.inject(), told.from(), told.topic(), told.about(), told.text()));
        } else if (input instanceof DomainInput.Arrival arrival) {
            moment.cause = arrival.envelope().cause();
            receive(arrival.envelope());
        } else if (input instanceof DomainInput.Ask ask) {
            moment.cause = ask.addressed().cause();
            answers.carryOut(ask.addressed());
        }
    }

    private void receive(Envelope envelope) {
        Envelope.Content content = envelope.content();
        if (content instanceof Envelope.Content.GatewayNode far) {
            border.farNode(far);
        } else if (content instanceof Envelope.Content.GatewayStoresLost lost) {
            border.farStoresLost(lost.node());
        } else if (content instanceof Envelope.Content.GatewayChanged change) {
            border.limitFarSide(change);
        } else if (content instanceof Envelope.Content.SegmentOffer offer) {
            services.offerArrived(envelope.from(), offer);
        } else if (content instanceof Envelope.Content.SegmentUse use) {
            segments.useArrived(use);
        } else if (content instanceof Envelope.Content.Aid told) {
            aid.arrived(envelope.from(), told);
        } else if (content instanceof Envelope.Content.OutageNotice notice) {
            moment.record(new Countermeasure.NoticeReceived(
                    notice.notice(), envelope.from(), notice.text()));
        }
    }

    private void fire() {
        int slot = timers.take();
        Timers.Kind kind = timers.kindOf(slot);
        int index = timers.indexOf(slot, kind);
        switch (kind) {
            case FAULT_END -> faults.end(index);
            case CREW -> {
                Crews.Done done = crews.due(index);
                if (done.fault() >= 0) {
                    faults.end(done.fault());
                }
                if (done.node() >= 0) {
                    generators.setUp(done.node());
                }
            }
            case KMS_RESYNC -> nodes.resyncDue(index);
            case LINK_RECOVERY -> links.recoveryDue(index);
            case HAZARD -> hazards.due(index);
            case BATTERY -> nodes.batteryDue(index);
            case STORE -> {
                moment.cause = stores.causeOf(index);
                if (stores.judge(index)) {
                    relaying.storeJudged(index);
                }
            }
            case SERVICE_GRACE -> services.graceOver(index);
            case ROUTE_HOLD -> services.holdOver(index);
            case DESK -> desk.due();
            case AID -> aid.due();
        }
    }

    /** Lets flows, services and stores follow from what just happened. */
    private void settle() {
        kmGraph.settle();
        int rounds = 0;
        int changed = segments.settle();
        while (changed > 0) {
            if (++rounds > SETTLE_ROUNDS_MAX) {
                throw new IllegalStateException("Services and flows of %s do not settle at %d us."
                        .formatted(plan.id(), moment.now));
            }
            for (int i = 0; i < changed; i++) {
                int segment = segments.changedHomeOffer(i);
                moment.cause = segments.causeOf(segment);
                services.ownOfferChanged(segment);
            }
            changed = segments.settle();
        }
        aid.settle();
        stores.settle();
    }
}
