package breakwater.engine;

import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.AidIntent;
import breakwater.exercise.AidState;
import breakwater.exercise.DomainState;
import breakwater.exercise.DomainState.AidId;
import breakwater.exercise.Envelope;
import breakwater.exercise.Intent;
import breakwater.network.DomainId;

import java.util.Map;
import java.util.Optional;

/** Mutual aid of a domain: what it orders, what others tell it and what time brings, to the side it plays. */
final class AidDesk {

    private final DomainPlan plan;
    private final AidBook book;
    private final AidRequester requester;
    private final AidDonor donor;

    AidDesk(DomainPlan plan, Moment moment, Timers timers, Lending lending) {
        this.plan = plan;
        book = new AidBook(plan, moment, timers);
        requester = new AidRequester(plan, moment, book, lending);
        donor = new AidDonor(plan, moment, book, lending);
    }

    /** Carries out an intent: empty when it is none of aid; else why not, or empty when it was done. */
    Optional<Optional<String>> attempt(Intent intent) {
        if (intent instanceof AidIntent.RequestAid wanted) {
            return Optional.of(requester.request(wanted));
        }
        if (intent instanceof AidIntent.AcceptOffer accepted) {
            return Optional.of(requester.accept(accepted));
        }
        if (intent instanceof AidIntent.RejectOffer rejected) {
            return Optional.of(requester.reject(rejected));
        }
        if (intent instanceof AidIntent.ReleaseAid released) {
            return Optional.of(requester.release(released));
        }
        if (intent instanceof AidIntent.OfferAid offered) {
            return Optional.of(donor.offer(offered));
        }
        if (intent instanceof AidIntent.DeclineAid declined) {
            return Optional.of(donor.decline(declined));
        }
        if (intent instanceof AidIntent.WithdrawOffer withdrawn) {
            return Optional.of(donor.withdraw(withdrawn));
        }
        if (intent instanceof AidIntent.RecallAid recalled) {
            return Optional.of(donor.recall(recalled));
        }
        return Optional.empty();
    }

    /** Another operator tells of aid. */
    void arrived(DomainId from, Envelope.Content.Aid told) {
        Optional<AidLeg> got = book.find(told.aid(), from);
        Optional<AidLeg> given =
                book.find(told.aid(), plan.id()).filter(leg -> leg.requester.equals(from));
        if (got.isPresent()) {
            requester.arrived(got.get(), told);
        } else if (given.isPresent()) {
            donor.arrived(given.get(), told);
        } else if (told.state() == AidState.REQUESTED) {
            donor.asked(from, told);
        } else {
            throw new IllegalStateException("The operator (%s) told of aid (%s) that is not known."
                    .formatted(from, told.aid()));
        }
    }

    /** The first of what waits is due. */
    void due() {
        AidBook.Due due = book.take();
        if (due.leg().requester.equals(plan.id())) {
            requester.due(due.kind(), due.leg());
        } else {
            donor.due(due.kind(), due.leg());
        }
    }

    /** Lets aid follow from what just happened. */
    void settle() {
        for (AidLeg leg : book.watched()) {
            if (leg.requester.equals(plan.id())) {
                requester.look(leg);
            } else {
                donor.look(leg);
            }
        }
    }

    Map<AidId, DomainState.OfAid> look() {
        return book.look();
    }
}
