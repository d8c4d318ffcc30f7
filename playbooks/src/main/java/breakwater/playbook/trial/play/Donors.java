package breakwater.playbook.trial.play;

import breakwater.exercise.AidIntent;
import breakwater.exercise.AidResource;
import breakwater.exercise.AidState;
import breakwater.exercise.MutualAid;
import breakwater.network.DomainId;
import breakwater.playbook.trial.Change;
import breakwater.playbook.trial.Reply;
import breakwater.playbook.trial.Trial;
import breakwater.playbook.trial.play.Agenda.Rank;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** Other operators who are asked for aid, as the trial says. Each step is one that {@link AidState} allows. */
final class Donors {

    private final Trial trial;
    private final RunsSeen steps;
    private final Bench bench;
    private final Map<String, Integer> used = new HashMap<>();

    /** By request, then by donor. */
    private final Map<String, Map<String, Leg>> requests = new LinkedHashMap<>();

    /** Aid of one donor. */
    private static final class Leg {
        final AidIntent.RequestAid request;
        final String donor;
        final Reply.ToRequest reply;
        AidState state = AidState.REQUESTED;
        long amount;

        Leg(AidIntent.RequestAid request, String donor, Reply.ToRequest reply) {
            this.request = request;
            this.donor = donor;
            this.reply = reply;
            amount = request.amount();
        }

        OptionalLong deployedMicros() {
            return reply instanceof Reply.ToRequest.Offer offer
                    ? offer.deployedMicros()
                    : OptionalLong.empty();
        }

        OptionalLong returnedMicros() {
            return reply instanceof Reply.ToRequest.Offer offer
                    ? offer.returnedMicros()
                    : OptionalLong.empty();
        }
    }

    Donors(Trial trial, RunsSeen steps, Bench bench) {
        this.trial = trial;
        this.steps = steps;
        this.bench = bench;
    }

    /** Does what a requester asks for. Returns whether there was something to do. */
    boolean carryOut(AidIntent intent) {
        if (intent instanceof AidIntent.RequestAid request) {
            List<String> asked = request.donors().isEmpty()
                    ? trial.donors().keySet().stream().sorted().toList()
                    : request.donors().stream().map(DomainId::value).toList();
            asked.forEach(donor -> ask(request, donor));
            return !asked.isEmpty();
        }
        boolean done = false;
        for (Leg leg : requests.getOrDefault(intent.aid(), Map.of()).values()) {
            if (intent instanceof AidIntent.AcceptOffer accepted) {
                done |= leg.donor.equals(accepted.donor().value())
                        && accept(leg, accepted.amount());
            } else if (intent instanceof AidIntent.RejectOffer rejected) {
                done |= leg.donor.equals(rejected.donor().value())
                        && move(leg, AidState.REJECTED, leg.amount, "not wanted");
            } else {
                done |= release(leg, "not needed any more");
            }
        }
        return done;
    }

    private void ask(AidIntent.RequestAid request, String donor) {
        List<Reply.ToRequest> replies =
                trial.donors().getOrDefault(donor, List.of(new Reply.ToRequest.Silence()));
        int number = used.merge(donor, 1, Integer::sum) - 1;
        Leg leg = new Leg(request, donor, replies.get(Math.min(number, replies.size() - 1)));
        requests.computeIfAbsent(request.aid(), unused -> new LinkedHashMap<>()).put(donor, leg);
        record(leg, AidState.REQUESTED, request.amount(), request.about());
        bench.agenda().add(request.offersUntilMicros(), Rank.TIME_IS_UP, () -> {
            if (leg.state == AidState.REQUESTED) {
                move(leg, AidState.EXPIRED, leg.amount, "no answer in time");
            }
        });
        bench.agenda().add(request.untilMicros(), Rank.TIME_IS_UP, () -> release(leg, "as agreed"));
        if (leg.reply instanceof Reply.ToRequest.Offer offer) {
            later(offer.afterMicros(), () -> offer(leg, offer));
        } else if (leg.reply instanceof Reply.ToRequest.Declined declined) {
            later(declined.afterMicros(), () -> move(leg, AidState.DECLINED, 0, declined.reason()));
        }
    }

    private void later(long micros, Runnable what) {
        bench.agenda().add(bench.nowMicros() + micros, Rank.ANSWER, what);
    }

    private void offer(Leg leg, Reply.ToRequest.Offer offer) {
        boolean offered = move(leg, AidState.OFFERED, offer.amount(), "");
        if (offered && offer.withdrawnMicros().isPresent()) {
            later(
                    offer.withdrawnMicros().getAsLong(),
                    () -> move(leg, AidState.WITHDRAWN, 0, "needed elsewhere"));
        }
    }

    private boolean accept(Leg leg, long amount) {
        if (!move(leg, AidState.AGREED, amount, "")) {
            return false;
        }
        move(leg, AidState.MOBILISING, amount, "");
        leg.deployedMicros()
                .ifPresent(micros ->
                        later(micros, () -> move(leg, AidState.DEPLOYED, leg.amount, "")));
        return true;
    }

    private boolean release(Leg leg, String reason) {
        if (leg.state == AidState.REQUESTED) {
            return move(leg, AidState.EXPIRED, leg.amount, reason);
        }
        if (leg.state == AidState.OFFERED) {
            return move(leg, AidState.REJECTED, leg.amount, reason);
        }
        if (!move(leg, AidState.RELEASE_REQUESTED, leg.amount, reason)) {
            return false;
        }
        goHome(leg);
        return true;
    }

    private void goHome(Leg leg) {
        leg.returnedMicros()
                .ifPresent(micros -> later(micros, () -> {
                    move(leg, AidState.DEMOBILISED, leg.amount, "");
                    move(leg, AidState.SETTLED, leg.amount, "");
                }));
    }

    /** Something happens to aid that is there; nothing when there is none. */
    void happen(Change.OfAid change) {
        for (Map.Entry<String, Map<String, Leg>> request : requests.entrySet()) {
            String activity = request.getKey().substring(bench.domain().value().length() + 1);
            Leg leg = request.getValue().get(change.from());
            if (leg == null || !steps.stepOf(activity).equals(change.step())) {
                continue;
            }
            switch (change.fate()) {
                case DEGRADED -> move(leg, AidState.DEGRADED, leg.amount, change.reason());
                case DEPLOYED -> move(leg, AidState.DEPLOYED, leg.amount, change.reason());
                case RECALLED -> {
                    if (move(leg, AidState.RELEASE_REQUESTED, leg.amount, change.reason())) {
                        goHome(leg);
                    }
                }
            }
        }
    }

    /** Takes a step, unless it may not follow the last one. Returns whether it did. */
    private boolean move(Leg leg, AidState next, long amount, String reason) {
        if (!next.mayFollow(leg.state)) {
            return false;
        }
        leg.state = next;
        leg.amount = amount;
        record(leg, next, amount, reason);
        return true;
    }

    private void record(Leg leg, AidState state, long amount, String reason) {
        AidResource resource = leg.request.resource();
        bench.record(new MutualAid.AidMoved(
                leg.request.aid(),
                bench.domain(),
                new DomainId(leg.donor),
                state,
                resource,
                amount,
                leg.request.untilMicros(),
                reason));
    }
}
