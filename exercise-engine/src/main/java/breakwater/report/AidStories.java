package breakwater.report;

import breakwater.exercise.AidResource;
import breakwater.exercise.AidState;
import breakwater.exercise.SimTime;
import breakwater.network.DomainId;
import breakwater.report.ReportDocument.AidStory;
import breakwater.report.ReportDocument.Step;
import breakwater.scoring.AidCase;
import breakwater.scoring.AidScores;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Tells each case of mutual aid in sentences, each with its entry in the log. */
final class AidStories {

    private AidStories() {}

    static List<AidStory> of(AidScores aid) {
        return aid.cases().stream().map(AidStories::story).toList();
    }

    private static AidStory story(AidCase aid) {
        List<Step> steps = new ArrayList<>();
        boolean arrived = false;
        for (AidCase.Step step : aid.steps()) {
            if (!arrived && step.timeMicros() > aid.askedMicros()) {
                arrived = true;
                aid.arrival().map(told -> arrival(aid, told)).ifPresent(steps::add);
            }
            boolean again = steps.stream().anyMatch(told -> told.text().contains(" was there"));
            steps.add(new Step(step.timeMicros(), step.entry(), sentence(aid, step, again)));
        }
        if (!arrived) {
            aid.arrival().map(told -> arrival(aid, told)).ifPresent(steps::add);
        }
        return new AidStory(aid, outcome(aid), steps);
    }

    private static Step arrival(AidCase aid, AidCase.Arrival told) {
        return new Step(
                told.timeMicros(),
                told.entry(),
                told.committable() == 0
                        ? "%s got the request and had nothing to spare.".formatted(aid.donor())
                        : "%s got the request and could spare %s."
                                .formatted(
                                        aid.donor(), amount(aid.resource(), told.committable())));
    }

    private static String sentence(AidCase aid, AidCase.Step step, boolean again) {
        DomainId donor = aid.donor();
        String what = amount(aid.resource(), step.amount());
        String why = step.reason().isEmpty() ? "" : ": " + step.reason();
        return switch (step.state()) {
            case REQUESTED -> asked(aid.requester(), donor, what, step.untilMicros(), why);
            case OFFERED -> "%s offered %s.".formatted(donor, what);
            case DECLINED -> "%s declined%s.".formatted(donor, why);
            case EXPIRED -> "%s stopped waiting for %s%s.".formatted(aid.requester(), donor, why);
            case REJECTED ->
                "%s did not take the offer of %s%s.".formatted(aid.requester(), donor, why);
            case WITHDRAWN -> "%s took it back%s.".formatted(donor, why);
            case AGREED -> "%s took %s.".formatted(aid.requester(), what);
            case MOBILISING ->
                "%s set out%s."
                        .formatted(
                                what,
                                step.untilMicros() > 0
                                        ? ", to be there at " + SimTime.format(step.untilMicros())
                                        : "");
            case DEPLOYED ->
                again
                        ? "It worked again as agreed."
                        : "%s was there, %s after the request."
                                .formatted(
                                        what,
                                        Wording.duration(step.timeMicros() - aid.askedMicros()));
            case DEGRADED -> "It did not work any more as agreed%s.".formatted(why);
            case RELEASE_REQUESTED -> release(aid, step, why);
            case DEMOBILISED -> "%s gave it back.".formatted(aid.requester());
            case SETTLED -> "It was home at %s again; nothing is owed.".formatted(donor);
        };
    }

    static String asked(
            DomainId requester, DomainId donor, String what, long untilMicros, String why) {
        return "%s asked %s for %s until %s%s."
                .formatted(requester, donor, what, SimTime.format(untilMicros), why);
    }

    private static String release(AidCase aid, AidCase.Step step, String why) {
        return step.isRecall()
                ? "%s wanted it back%s. It could be kept until %s."
                        .formatted(aid.donor(), why, SimTime.format(step.untilMicros()))
                : "%s let go of it%s.".formatted(aid.requester(), why);
    }

    /** What became of it, in a few words. */
    private static String outcome(AidCase aid) {
        Optional<AidCase.Step> agreed = aid.find(AidState.AGREED);
        if (agreed.isEmpty()) {
            return switch (aid.last().state()) {
                case DECLINED -> "declined";
                case REJECTED -> "offer not taken";
                case WITHDRAWN -> "offer withdrawn";
                case EXPIRED ->
                    aid.find(AidState.OFFERED).isPresent() ? "offer ran out" : "no answer";
                default -> "open at EndEx";
            };
        }
        if (aid.find(AidState.DEPLOYED).isEmpty()) {
            return aid.isBroken()
                    ? "broken off by %s".formatted(aid.donor())
                    : aid.find(AidState.RELEASE_REQUESTED).isPresent()
                            ? "let go before it came"
                            : "under way at EndEx";
        }
        String there = aid.isBroken() ? "less came than agreed" : "deployed";
        String end = aid.findRecall().isPresent() ? ", recalled" : "";
        return there
                + end
                + (aid.find(AidState.DEMOBILISED).isPresent()
                        ? ", given back"
                        : ", still there at EndEx");
    }

    /** {@code 2 crews}, {@code 1,000 bit/s of relay quota}. */
    static String amount(AidResource resource, long amount) {
        return switch (resource) {
            case CREW -> Wording.count(amount, "crew");
            case SPARE -> Wording.count(amount, "generator");
            case KEY_RELAY -> Wording.number(amount) + " bit/s of relay quota";
            case KEY_LOAN -> Wording.number(amount) + " bit of stored key";
        };
    }
}
