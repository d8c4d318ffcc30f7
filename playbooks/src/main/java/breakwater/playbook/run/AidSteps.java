package breakwater.playbook.run;

import breakwater.exercise.AidIntent;
import breakwater.exercise.AidResource;
import breakwater.exercise.Dialogue;
import breakwater.exercise.Intent;
import breakwater.exercise.QuestionKind;
import breakwater.exercise.Responding;
import breakwater.network.DomainId;
import breakwater.playbook.Verb;
import breakwater.playbook.run.Activity.Waiting;
import breakwater.playbook.run.AidCase.Phase;

import java.util.ArrayList;
import java.util.List;

/**
 * Steps that get aid from other operators and give it back. All who were asked answer, or their time is up, before one
 * offer is taken: whoever is fastest is not whoever helps most.
 */
final class AidSteps {

    private static final String BEST = "best";
    private static final String NONE = "none";

    private final Run run;
    private final Activity activity;
    private final Starter starter;
    private final Machinery machinery;

    AidSteps(Run run, Activity activity, Starter starter) {
        this.run = run;
        this.activity = activity;
        this.starter = starter;
        machinery = run.machinery;
    }

    private long now() {
        return machinery.outbox().nowMicros();
    }

    // --- aid

    void ask(Verb.Aid verb) {
        String about = Texts.of(starter.evaluate(verb.subject()));
        long need = (Long) starter.evaluate(verb.amount());
        AidResource resource = AidResource.find(verb.need()).orElseThrow();
        starter.entered("%s %s for %s".formatted(need, resource.unit(), about));
        AidCase aid = machinery.aid().open(activity, need);
        activity.waiting = Waiting.AID;
        machinery
                .outbox()
                .command(
                        activity.key,
                        new AidIntent.RequestAid(
                                aid.id,
                                resource,
                                about,
                                need,
                                now() + verb.untilMicros(),
                                now() + verb.offersWithinMicros(),
                                verb.ask().stream().map(DomainId::new).toList()),
                        0);
    }

    /** The engine answered the request, or the return. */
    void answered(Dialogue.CommandAnswered answer) {
        if (activity.step.verb() instanceof Verb.Return) {
            if (!answer.accepted()) {
                returned("nothing to give back");
            }
        } else if (!answer.accepted()) {
            fail("no-offer", answer.message());
        }
    }

    /** A donor took a step. */
    void moved(AidCase aid) {
        if (activity.step.verb() instanceof Verb.Return) {
            if (aid.isOver()) {
                returned("");
            }
        } else if (aid.phase == Phase.OFFERS && aid.isDecided()) {
            choose(aid, (Verb.Aid) activity.step.verb());
        } else if (aid.phase == Phase.DEPLOYMENT && !aid.isAwaited()) {
            deployed(aid);
        }
    }

    private void choose(AidCase aid, Verb.Aid verb) {
        List<String> offers = aid.offers();
        if (offers.isEmpty()) {
            fail(aid.allDeclined() ? "declined" : "no-offer", "");
            return;
        }
        aid.phase = Phase.CHOICE;
        activity.waiting = Waiting.QUESTION;
        String unit = AidResource.find(verb.need()).orElseThrow().unit();
        StringBuilder text =
                new StringBuilder("Whose aid do we take? Needed: %s %s.".formatted(aid.need, unit));
        List<String> options = new ArrayList<>(List.of(BEST));
        for (String donor : offers) {
            text.append(" %s offers %s.".formatted(donor, amountOf(aid, donor)));
            options.add(donor);
        }
        options.add(NONE);
        machinery
                .outbox()
                .ask(new Intent.AskQuestion(
                        machinery.questionOf(activity),
                        QuestionKind.DECISION,
                        verb.accept().role(),
                        text.toString(),
                        options,
                        now() + verb.accept().deadlineMicros(),
                        verb.accept().bestByDefault() ? BEST : NONE));
    }

    private static long amountOf(AidCase aid, String donor) {
        AidCase.Leg leg = aid.legs.get(donor);
        return leg == null ? 0 : leg.amount();
    }

    /** Somebody chose among the offers, or the default did. */
    void answered(Dialogue.QuestionAnswered answer) {
        AidCase aid = machinery.aid().of(activity);
        Verb.Aid verb = (Verb.Aid) activity.step.verb();
        if (answer.option().equals(NONE) || answer.option().isEmpty()) {
            release(aid);
            fail("declined", "by " + answer.by());
            return;
        }
        long left = aid.need;
        for (String donor : aid.offers()) {
            boolean wanted = answer.option().equals(BEST) || answer.option().equals(donor);
            long taken = wanted ? Math.min(left, amountOf(aid, donor)) : 0;
            DomainId id = new DomainId(donor);
            if (taken > 0) {
                left -= taken;
                aid.accepted.add(donor);
                machinery.outbox().ask(new AidIntent.AcceptOffer(aid.id, id, taken));
            } else {
                machinery.outbox().ask(new AidIntent.RejectOffer(aid.id, id));
            }
        }
        if (aid.accepted.isEmpty()) {
            fail("no-offer", "withdrawn meanwhile");
            return;
        }
        aid.phase = Phase.DEPLOYMENT;
        activity.waiting = Waiting.AID;
        machinery.setAlarm(activity, "deployed", now() + verb.deployedWithinMicros());
    }

    /** The time is up in which it should be here: what is here counts. */
    void late() {
        AidCase aid = machinery.aid().of(activity);
        if (aid.amountHere() == 0) {
            release(aid);
        }
        deployed(aid);
    }

    private void deployed(AidCase aid) {
        if (aid.amountHere() == 0) {
            fail("not-deployed", "");
            return;
        }
        close();
        activity.results.put("result.amount", aid.amountHere());
        activity.results.put("result.donor", String.join(", ", aid.donorsHere()));
        run.complete(activity, Texts.ofResults(activity.results));
    }

    private void release(AidCase aid) {
        machinery.outbox().ask(new AidIntent.ReleaseAid(aid.id));
    }

    private void fail(String kind, String message) {
        close();
        run.fail(activity, kind, message);
    }

    private void close() {
        AidCase aid = machinery.aid().of(activity);
        aid.phase = Phase.OVER;
        aid.waiting = null;
    }

    /** The step is given up: so is what it asked for. */
    void abandon() {
        AidCase aid = machinery.aid().of(activity);
        aid.waiting = null;
        if (activity.step.verb() instanceof Verb.Aid) {
            aid.phase = Phase.OVER;
            release(aid);
        }
    }

    // --- return

    void giveBack(Verb.Return verb) {
        AidCase aid = machinery.aid().findOf(run, verb.aid());
        if (aid == null || aid.isOver()) {
            starter.entered("nothing to give back");
            run.complete(activity, "");
            return;
        }
        starter.entered(aid.id);
        activity.waiting = Waiting.AID;
        machinery.aid().await(activity, aid);
        verb.withinMicros().ifPresent(within -> {
            long due = now() + within;
            String to = String.join(", ", aid.donorsHere());
            run.note(new Responding.ObligationOpened(activity.key, "aid-return", to, due));
            machinery.setAlarm(activity, "due", due);
        });
        machinery.outbox().command(activity.key, new AidIntent.ReleaseAid(aid.id), 0);
    }

    /** It should be home by now: a breach, but the run goes on. */
    void overdue() {
        machinery.aid().of(activity).waiting = null;
        run.complete(activity, "late");
    }

    private void returned(String detail) {
        if (activity.alarms.contains("due")) {
            run.note(new Responding.ObligationClosed(activity.key, true));
        }
        machinery.aid().of(activity).waiting = null;
        run.complete(activity, detail);
    }
}
