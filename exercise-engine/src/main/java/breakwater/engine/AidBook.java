package breakwater.engine;

import breakwater.engine.plan.AidTerms.Term;
import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.AidState;
import breakwater.exercise.DomainState;
import breakwater.exercise.DomainState.AidId;
import breakwater.exercise.Envelope;
import breakwater.exercise.MutualAid;
import breakwater.network.DomainId;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The account of a domain's aid, given and got: where each leg stands, and what it waits for. */
final class AidBook {

    private static final int REASON_CHARACTERS_MAX = 400;

    private final DomainPlan plan;
    private final Moment moment;
    private final Agenda agenda;

    /** All there ever were; a drill ends, so this does too. */
    private final Map<AidId, AidLeg> legs = new LinkedHashMap<>();

    /** Those that are looked at whenever something changes, so that a quiet domain has none to look at. */
    private final Set<AidLeg> watched = new LinkedHashSet<>();

    /** What a leg waits for. */
    enum Wait {
        /** Of the requester: who has not offered is asked no longer; later, offers not taken are void. */
        OFFERS,
        /** Of the requester: it is not needed any more. */
        UNTIL,
        /** Of the requester: the donor's notice is over. */
        NOTICE,
        /** Of the requester: lent key can perhaps be paid back. */
        PAY_BACK,
        /** Of the donor: the units are there. */
        ARRIVAL,
        /** Of the donor: the units are home. */
        HOME
    }

    /** A leg whose time has come. */
    record Due(Wait kind, AidLeg leg) {}

    AidBook(DomainPlan plan, Moment moment, Timers timers) {
        this.plan = plan;
        this.moment = moment;
        agenda = new Agenda(moment, timers, Timers.Kind.AID);
    }

    AidLeg open(String aid, DomainId requester, Term term, long untilMicros, long amount) {
        AidLeg leg = new AidLeg(aid, requester, term, untilMicros, amount);
        legs.put(leg.id(), leg);
        return leg;
    }

    Optional<AidLeg> find(String aid, DomainId donor) {
        return Optional.ofNullable(legs.get(new AidId(aid, donor)));
    }

    Optional<AidLeg> find(String aid, DomainId donor, AidState state) {
        return find(aid, donor).filter(leg -> leg.state == state);
    }

    /** All legs of a request, or none when it was never made. */
    List<AidLeg> of(String aid) {
        return legs.values().stream().filter(leg -> leg.aid.equals(aid)).toList();
    }

    /** What is promised of a package, or out. */
    long committedOf(Term term) {
        return legs.values().stream()
                .filter(leg -> leg.term.equals(term))
                .mapToLong(leg -> leg.committed)
                .sum();
    }

    /** Takes a step that the other side told of. */
    void note(AidLeg leg, AidState next, long amount, long untilMicros, String reason) {
        moment.record(leg.move(next, amount, untilMicros, reason));
    }

    /** Takes a step and tells the other side. */
    void step(AidLeg leg, AidState next, long amount, long untilMicros, String reason) {
        String told = reason.length() > REASON_CHARACTERS_MAX
                ? reason.substring(0, REASON_CHARACTERS_MAX)
                : reason;
        note(leg, next, amount, untilMicros, told);
        send(leg, next, amount, untilMicros, told);
    }

    /** Tells the other side of a leg something. */
    void send(AidLeg leg, AidState state, long amount, long untilMicros, String reason) {
        DomainId other = leg.requester.equals(plan.id()) ? leg.donor() : leg.requester;
        moment.send(
                other,
                new Envelope.Content.Aid(
                        leg.aid, state, leg.term.aid().resource(), amount, untilMicros, reason));
    }

    /** Records that the own request was made, and asks. */
    void ask(AidLeg leg, String about) {
        moment.record(new MutualAid.AidMoved(
                leg.aid,
                leg.requester,
                leg.donor(),
                AidState.REQUESTED,
                leg.term.aid().resource(),
                leg.amount,
                leg.untilMicros,
                about));
        send(leg, AidState.REQUESTED, leg.amount, leg.untilMicros, about);
    }

    void set(AidLeg leg, Wait wait, long atMicros) {
        agenda.set(nameOf(leg, wait), Math.max(moment.now, atMicros));
    }

    void cancel(AidLeg leg, Wait wait) {
        agenda.cancel(nameOf(leg, wait));
    }

    /** Kind, donor and aid; a domain's name has no blank in it. */
    private static String nameOf(AidLeg leg, Wait wait) {
        return wait + " " + leg.donor() + " " + leg.aid;
    }

    /** Takes the first whose time has come. */
    Due take() {
        String[] name = agenda.take().split(" ", 3);
        AidLeg leg = find(name[2], new DomainId(name[1])).orElseThrow();
        return new Due(Wait.valueOf(name[0]), leg);
    }

    void watch(AidLeg leg) {
        watched.add(leg);
    }

    void forget(AidLeg leg) {
        watched.remove(leg);
    }

    /** Those to look at now. */
    List<AidLeg> watched() {
        return watched.isEmpty() ? List.of() : new ArrayList<>(watched);
    }

    Map<AidId, DomainState.OfAid> look() {
        Map<AidId, DomainState.OfAid> now = new HashMap<>();
        legs.forEach((id, leg) -> {
            if (!leg.state.isOver()) {
                now.put(id, new DomainState.OfAid(leg.state, leg.amount));
            }
        });
        return now;
    }
}
