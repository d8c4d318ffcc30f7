package breakwater.engine;

import breakwater.engine.AidBook.Wait;
import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.AidIntent;
import breakwater.exercise.AidResource;
import breakwater.exercise.AidState;
import breakwater.exercise.Envelope;
import breakwater.exercise.SimTime;
import breakwater.network.DomainId;

import java.util.List;
import java.util.Optional;

/**
 * Mutual aid as the one who gets it plays it. Aid released while it is still coming is sent home when it arrives; an
 * offer that comes after the request expired is void, for the donor is told of the end at the same time.
 */
final class AidRequester {

    /** How often it is tried to pay lent key back. */
    static final long PAY_BACK_EVERY_MICROS = 600 * SimTime.MICROS_PER_SECOND;

    private final DomainPlan plan;
    private final Moment moment;
    private final AidBook book;
    private final Lending lending;

    AidRequester(DomainPlan plan, Moment moment, AidBook book, Lending lending) {
        this.plan = plan;
        this.moment = moment;
        this.book = book;
        this.lending = lending;
    }

    Optional<String> request(AidIntent.RequestAid wanted) {
        Optional<String> objection = objectionTo(wanted);
        if (objection.isPresent()) {
            return objection;
        }
        for (DomainId donor : donorsOf(wanted)) {
            plan.aid().findBorrowed(donor, wanted.resource()).ifPresent(term -> {
                AidLeg leg = book.open(
                        wanted.aid(), plan.id(), term, wanted.untilMicros(), wanted.amount());
                book.ask(leg, wanted.about());
                book.set(leg, Wait.OFFERS, wanted.offersUntilMicros());
            });
        }
        return Optional.empty();
    }

    private List<DomainId> donorsOf(AidIntent.RequestAid wanted) {
        return wanted.donors().isEmpty()
                ? plan.aid().lendersOf(wanted.resource())
                : wanted.donors();
    }

    private Optional<String> objectionTo(AidIntent.RequestAid wanted) {
        if (!wanted.aid().startsWith(plan.id() + "/")) {
            return Optional.of("Expected a request whose name begins with '%s/', but found '%s'."
                    .formatted(plan.id(), wanted.aid()));
        }
        if (!book.of(wanted.aid()).isEmpty()) {
            return Optional.of("Expected a request of a new name, but '%s' was made already."
                    .formatted(wanted.aid()));
        }
        if (wanted.amount() < 1
                || wanted.offersUntilMicros() <= moment.now
                || wanted.untilMicros() <= wanted.offersUntilMicros()) {
            return Optional.of(
                    "Expected at least 1 %s, offers to end after now and the need after that, but found %s, %s and %s."
                            .formatted(
                                    wanted.resource().unit(),
                                    wanted.amount(),
                                    SimTime.format(wanted.offersUntilMicros()),
                                    SimTime.format(wanted.untilMicros())));
        }
        List<DomainId> willing = donorsOf(wanted).stream()
                .filter(donor ->
                        plan.aid().findBorrowed(donor, wanted.resource()).isPresent())
                .toList();
        return willing.isEmpty()
                ? Optional.of(
                        "Expected to ask somebody who agreed to lend %s, but %s did. Maybe see the agreements."
                                .formatted(
                                        wanted.resource().label(),
                                        wanted.donors().isEmpty()
                                                ? "nobody"
                                                : "none of " + wanted.donors()))
                : Optional.empty();
    }

    Optional<String> accept(AidIntent.AcceptOffer accepted) {
        Optional<AidLeg> offer = book.find(accepted.aid(), accepted.donor(), AidState.OFFERED);
        if (offer.isEmpty()) {
            return noOffer(accepted.aid(), accepted.donor());
        }
        AidLeg leg = offer.get();
        if (accepted.amount() < 1 || accepted.amount() > leg.amount) {
            return Optional.of("Expected to accept 1 to %s %s, but found %s."
                    .formatted(leg.amount, leg.term.aid().resource().unit(), accepted.amount()));
        }
        book.cancel(leg, Wait.OFFERS);
        book.step(leg, AidState.AGREED, accepted.amount(), 0, "");
        return Optional.empty();
    }

    Optional<String> reject(AidIntent.RejectOffer rejected) {
        Optional<AidLeg> offer = book.find(rejected.aid(), rejected.donor(), AidState.OFFERED);
        if (offer.isEmpty()) {
            return noOffer(rejected.aid(), rejected.donor());
        }
        release(offer.get(), "not wanted");
        return Optional.empty();
    }

    private static Optional<String> noOffer(String aid, DomainId donor) {
        return Optional.of("Expected an open offer of '%s' for '%s', but there is none."
                .formatted(donor, aid));
    }

    Optional<String> release(AidIntent.ReleaseAid released) {
        boolean any = false;
        for (AidLeg leg : book.of(released.aid())) {
            any |= leg.requester.equals(plan.id()) && release(leg, "not needed any more");
        }
        return any
                ? Optional.empty()
                : Optional.of("Expected aid to give back, but there is none of '%s'."
                        .formatted(released.aid()));
    }

    private boolean release(AidLeg leg, String reason) {
        switch (leg.state) {
            case REQUESTED -> book.step(leg, AidState.EXPIRED, leg.amount, 0, reason);
            case OFFERED -> book.step(leg, AidState.REJECTED, leg.amount, 0, reason);
            case AGREED, MOBILISING, DEPLOYED, DEGRADED -> {
                book.step(leg, AidState.RELEASE_REQUESTED, leg.here, 0, reason);
                end(leg);
            }
            default -> {
                return false;
            }
        }
        book.cancel(leg, Wait.OFFERS);
        return true;
    }

    /** The donor tells something. */
    void arrived(AidLeg leg, Envelope.Content.Aid told) {
        switch (told.state()) {
            case DEPLOYED -> deployed(leg, told);
            case RELEASE_REQUESTED -> recalled(leg, told);
            case DECLINED, WITHDRAWN -> {
                noteIfPossible(leg, told);
                book.cancel(leg, Wait.OFFERS);
            }
            default -> noteIfPossible(leg, told);
        }
    }

    /** What crossed something of one's own on the way is void. */
    private void noteIfPossible(AidLeg leg, Envelope.Content.Aid told) {
        if (told.state().mayFollow(leg.state)) {
            book.note(leg, told.state(), told.amount(), told.untilMicros(), told.reason());
        }
    }

    private void deployed(AidLeg leg, Envelope.Content.Aid told) {
        if (leg.state == AidState.DEGRADED) {
            noteIfPossible(leg, told);
        } else if (!leg.arrived) {
            leg.arrived = true;
            long there = lending.arrive(leg, told.amount());
            if (leg.state == AidState.MOBILISING) {
                book.step(leg, AidState.DEPLOYED, there, leg.untilMicros, "");
                book.set(leg, Wait.UNTIL, leg.untilMicros);
                if (lending.sees(leg)) {
                    book.watch(leg);
                }
            } else {
                end(leg);
            }
        }
    }

    private void recalled(AidLeg leg, Envelope.Content.Aid told) {
        if (told.state().mayFollow(leg.state)) {
            long by = moment.now + SimTime.ofSeconds(leg.term.aid().noticeSeconds());
            book.note(leg, AidState.RELEASE_REQUESTED, leg.amount, by, told.reason());
            book.cancel(leg, Wait.UNTIL);
            // Until the notice is over it is used, so there is nothing to give back yet.
            book.forget(leg);
            book.set(leg, Wait.NOTICE, by);
        }
    }

    /** A time has come. */
    void due(Wait wait, AidLeg leg) {
        switch (wait) {
            case OFFERS -> {
                if (leg.state == AidState.REQUESTED || leg.untilMicros <= moment.now) {
                    book.step(leg, AidState.EXPIRED, leg.amount, 0, "no answer in time");
                } else {
                    book.set(leg, Wait.OFFERS, leg.untilMicros);
                }
            }
            case UNTIL -> release(leg, "as agreed");
            case NOTICE -> end(leg);
            case PAY_BACK -> giveBack(leg);
            case ARRIVAL, HOME ->
                throw new IllegalStateException("(%s) is the donor's.".formatted(wait));
        }
    }

    /** Gives back all that is here, as soon as that can be; what has not come yet, when it comes. */
    private void end(AidLeg leg) {
        book.cancel(leg, Wait.UNTIL);
        book.forget(leg);
        if (leg.arrived) {
            giveBack(leg);
        }
    }

    private void giveBack(AidLeg leg) {
        if (lending.giveBack(leg)) {
            book.forget(leg);
            book.step(leg, AidState.DEMOBILISED, leg.amount, 0, "");
        } else if (leg.term.aid().resource() == AidResource.KEY_LOAN) {
            book.set(leg, Wait.PAY_BACK, moment.now + PAY_BACK_EVERY_MICROS);
        } else {
            book.watch(leg);
        }
    }

    /** Something changed: gives back what became free, and says whether aid still works. */
    void look(AidLeg leg) {
        if (leg.state == AidState.RELEASE_REQUESTED) {
            giveBack(leg);
        } else {
            lending.judge(leg, book);
        }
    }
}
