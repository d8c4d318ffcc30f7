package breakwater.engine;

import breakwater.engine.plan.AidTerms.Term;
import breakwater.exercise.AidState;
import breakwater.exercise.DomainState.AidId;
import breakwater.exercise.MutualAid;
import breakwater.network.DomainId;

import java.util.List;

/** Aid of one donor for one requester, as one of the two sees it. */
final class AidLeg {

    final String aid;
    final DomainId requester;
    final Term term;

    /** When the requester will not need it any more. */
    final long untilMicros;

    AidState state = AidState.REQUESTED;

    /** Asked, offered, agreed or there, as the state says. */
    long amount;

    /** Of the donor: what it cannot lend to others. */
    long committed;

    /** Of the requester: whether it came. */
    boolean arrived;

    /** Of the requester: what is here and not given back yet; of the donor: lent key that is not paid back yet. */
    long here;

    /** Numbers of the crews: the donor's own, or those at the requester's. */
    List<Integer> crews = List.of();

    AidLeg(String aid, DomainId requester, Term term, long untilMicros, long amount) {
        this.aid = aid;
        this.requester = requester;
        this.term = term;
        this.untilMicros = untilMicros;
        this.amount = amount;
    }

    DomainId donor() {
        return term.aid().donor();
    }

    AidId id() {
        return new AidId(aid, donor());
    }

    /** Takes a step; one that cannot be is a bug. */
    MutualAid.AidMoved move(AidState next, long newAmount, long until, String reason) {
        if (!next.mayFollow(state)) {
            throw new IllegalStateException("Aid (%s) of (%s) cannot go from (%s) to (%s)."
                    .formatted(aid, donor(), state, next));
        }
        state = next;
        amount = newAmount;
        return new MutualAid.AidMoved(
                aid, requester, donor(), next, term.aid().resource(), newAmount, until, reason);
    }
}
