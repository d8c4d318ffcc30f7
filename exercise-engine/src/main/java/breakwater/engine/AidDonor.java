package breakwater.engine;

import breakwater.engine.AidBook.Wait;
import breakwater.engine.plan.AidTerms.Term;
import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.AidIntent;
import breakwater.exercise.AidState;
import breakwater.exercise.Envelope;
import breakwater.exercise.MutualAid;
import breakwater.exercise.SimTime;
import breakwater.network.DomainId;

import java.util.Optional;

/**
 * Mutual aid as the one who gives it plays it. What is offered is set aside at once, so that no two offers promise the
 * same unit; an offer taken back while the requester accepted it stays taken back.
 */
final class AidDonor {

    private final DomainPlan plan;
    private final Moment moment;
    private final AidBook book;
    private final Lending lending;

    AidDonor(DomainPlan plan, Moment moment, AidBook book, Lending lending) {
        this.plan = plan;
        this.moment = moment;
        this.book = book;
        this.lending = lending;
    }

    /** Another operator asks. */
    void asked(DomainId from, Envelope.Content.Aid told) {
        Optional<Term> term = plan.aid().findLent(from, told.resource());
        if (term.isEmpty()) {
            throw new IllegalStateException(
                    "The operator (%s) asked for (%s), which was never agreed."
                            .formatted(from, told.resource()));
        }
        book.open(told.aid(), from, term.get(), told.untilMicros(), told.amount());
        moment.record(new MutualAid.AidAsked(
                told.aid(),
                from,
                told.resource(),
                told.reason(),
                told.amount(),
                told.untilMicros(),
                committable(term.get())));
    }

    private long committable(Term term) {
        long left = term.aid().amount() - book.committedOf(term);
        return Math.max(0, Math.min(left, lending.available(term) - term.aid().reserve()));
    }

    Optional<String> offer(AidIntent.OfferAid offered) {
        Optional<AidLeg> request = book.find(offered.aid(), plan.id(), AidState.REQUESTED);
        if (request.isEmpty()) {
            return none("a request", offered.aid());
        }
        AidLeg leg = request.get();
        long most = committable(leg.term);
        if (offered.amount() < 1 || offered.amount() > most) {
            return Optional.of(
                    "Expected to offer no more than the %s %s that can be spared, but found %s. Maybe offer less, or decline."
                            .formatted(most, leg.term.aid().resource().unit(), offered.amount()));
        }
        lending.setAside(leg, offered.amount());
        book.step(leg, AidState.OFFERED, offered.amount(), leg.untilMicros, "");
        return Optional.empty();
    }

    Optional<String> decline(AidIntent.DeclineAid declined) {
        Optional<AidLeg> request = book.find(declined.aid(), plan.id(), AidState.REQUESTED);
        request.ifPresent(leg -> book.step(leg, AidState.DECLINED, 0, 0, declined.reason()));
        return request.isPresent() ? Optional.empty() : none("a request", declined.aid());
    }

    Optional<String> withdraw(AidIntent.WithdrawOffer withdrawn) {
        Optional<AidLeg> offer = book.find(withdrawn.aid(), plan.id(), AidState.OFFERED);
        offer.ifPresent(leg -> {
            lending.keepAside(leg, 0);
            book.step(leg, AidState.WITHDRAWN, 0, 0, withdrawn.reason());
        });
        return offer.isPresent()
                ? Optional.empty()
                : none("an offer not agreed yet", withdrawn.aid());
    }

    Optional<String> recall(AidIntent.RecallAid recalled) {
        Optional<AidLeg> lent = book.find(recalled.aid(), plan.id(), AidState.DEPLOYED)
                .or(() -> book.find(recalled.aid(), plan.id(), AidState.DEGRADED));
        lent.ifPresent(leg -> {
            book.forget(leg);
            book.step(leg, AidState.RELEASE_REQUESTED, leg.amount, 0, recalled.reason());
        });
        return lent.isPresent() ? Optional.empty() : none("aid that is deployed", recalled.aid());
    }

    private static Optional<String> none(String what, String aid) {
        return Optional.of(
                "Expected %s under the name '%s', but there is none.".formatted(what, aid));
    }

    /** The requester tells something; what crossed something of one's own on the way is void. */
    void arrived(AidLeg leg, Envelope.Content.Aid told) {
        if (!told.state().mayFollow(leg.state)) {
            return;
        }
        book.note(leg, told.state(), told.amount(), told.untilMicros(), told.reason());
        switch (told.state()) {
            case AGREED -> {
                lending.keepAside(leg, told.amount());
                long there = moment.now + SimTime.ofSeconds(leg.term.aid().mobilisationSeconds());
                book.step(leg, AidState.MOBILISING, told.amount(), there, "");
                book.set(leg, Wait.ARRIVAL, there);
            }
            case REJECTED, EXPIRED -> lending.keepAside(leg, 0);
            case DEPLOYED -> {
                if (lending.sees(leg)) {
                    book.watch(leg);
                }
            }
            case RELEASE_REQUESTED -> book.forget(leg);
            case DEMOBILISED -> {
                lending.end(leg);
                // What travelled there travels home; the rest is home at once.
                boolean travels = leg.term.aid().gateway().isEmpty();
                book.set(
                        leg,
                        Wait.HOME,
                        moment.now
                                + (travels
                                        ? SimTime.ofSeconds(leg.term.aid().mobilisationSeconds())
                                        : 0));
            }
            default -> {}
        }
    }

    /** A time has come. */
    void due(Wait wait, AidLeg leg) {
        switch (wait) {
            case ARRIVAL ->
                book.send(leg, AidState.DEPLOYED, lending.handOver(leg), leg.untilMicros, "");
            case HOME -> {
                if (lending.payBack(leg)) {
                    long amount = leg.committed;
                    lending.keepAside(leg, 0);
                    book.step(leg, AidState.SETTLED, amount, 0, "");
                } else {
                    book.set(leg, Wait.HOME, moment.now + AidRequester.PAY_BACK_EVERY_MICROS);
                }
            }
            case OFFERS, UNTIL, NOTICE, PAY_BACK ->
                throw new IllegalStateException("(%s) is the requester's.".formatted(wait));
        }
    }

    /** Something changed: says whether aid still works. */
    void look(AidLeg leg) {
        lending.judge(leg, book);
    }
}
