package breakwater.engine;

import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.Countermeasure;
import breakwater.exercise.Dialogue;
import breakwater.exercise.DomainState;
import breakwater.exercise.Envelope;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.Intent;
import breakwater.network.Domain;
import breakwater.network.GatewayId;
import breakwater.network.LinkId;
import breakwater.network.LinkState;
import breakwater.network.NodeId;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.IntFunction;

/**
 * Carries out what responders ask for, or says why not. A command is carried out once, however often it is sent, so
 * that who does not know whether it arrived may send it again.
 */
final class Answers {

    /** Above what every protocol bears (BB84 gives nothing beyond 11 %); shown while a QBER alarm lasts. */
    private static final double QBER_IN_ALARM = 0.12;

    /** A notice is a page, no book. */
    private static final int NOTICE_CHARACTERS_MAX = 4_000;

    private static final int SAMPLES_MAX = 100;

    private final DomainPlan plan;
    private final Moment moment;
    private final Parts parts;
    private final LongerKeys longerKeys;

    /** All that were carried out; a drill ends, so this does too. */
    private final Set<String> commands = new HashSet<>();

    private boolean frozen;

    /** What intents act on. */
    record Parts(
            KeyStores stores,
            LinkStates links,
            NodeStates nodes,
            Relaying relaying,
            Border border,
            Crews crews,
            Generators generators,
            ControlPlane controlPlane,
            HomeServices services,
            Desk desk,
            AidDesk aid) {}

    /** What came of an intent: a refusal, or results. */
    record Reply(Optional<String> refusal, List<String> results) {

        static final Reply DONE = new Reply(Optional.empty(), List.of());

        static Reply of(Optional<String> refusal) {
            return refusal.isEmpty() ? DONE : new Reply(refusal, List.of());
        }

        static Reply refused(String message) {
            return new Reply(Optional.of(message), List.of());
        }

        static Reply results(String... results) {
            return new Reply(Optional.empty(), List.of(results));
        }
    }

    Answers(DomainPlan plan, Moment moment, Parts parts) {
        this.plan = plan;
        this.moment = moment;
        this.parts = parts;
        longerKeys = new LongerKeys(plan, parts.services());
    }

    /** Carries out an intent and records what came of it. */
    void carryOut(Intent.Addressed addressed) {
        Intent intent = addressed.intent();
        String command = addressed.command();
        if (!command.isEmpty() && !commands.add(command)) {
            return;
        }
        if (intent instanceof Intent.Note note) {
            moment.record(note.event());
            return;
        }
        int before = moment.recordedCount();
        boolean spokenOf = !isDialogue(intent);
        if (spokenOf) {
            moment.record(new ExerciseEvent.IntentAccepted(
                    addressed.by(), intent.label(), intent.subject()));
        }
        Reply reply = attempt(intent);
        if (reply.refusal().isPresent()) {
            moment.replace(
                    before,
                    new ExerciseEvent.IntentRefused(
                            addressed.by(),
                            intent.label(),
                            intent.subject(),
                            reply.refusal().get()));
        }
        if (!command.isEmpty()) {
            moment.record(new Dialogue.CommandAnswered(
                    command,
                    reply.refusal().isEmpty(),
                    reply.refusal().orElse(""),
                    reply.results()));
        }
    }

    /** What is its own record when it is accepted. */
    private static boolean isDialogue(Intent intent) {
        return intent instanceof Intent.AskQuestion
                || intent instanceof Intent.AnswerQuestion
                || intent instanceof Intent.WithdrawQuestion
                || intent instanceof Intent.SetAlarm
                || intent instanceof Intent.CancelAlarm;
    }

    private Reply attempt(Intent intent) {
        if (intent instanceof Intent.Reoptimise) {
            Optional<String> refusal = parts.controlPlane().reoptimise();
            return refusal.isPresent()
                    ? Reply.of(refusal)
                    : Reply.results(
                            "granted_bps=" + parts.controlPlane().grantedBitPerSecond(),
                            "demand_bps=" + parts.controlPlane().wantedBitPerSecond());
        }
        if (intent instanceof Intent.ShedOnLink shed) {
            return onLink(shed.link(), link -> shed(link, shed.fromClass()));
        }
        if (intent instanceof Intent.RestoreOnLink restore) {
            return onLink(restore.link(), link -> shed(link, Relaying.NOBODY));
        }
        if (intent instanceof Intent.Probe probe) {
            return onLink(probe.link(), link -> probe(link, probe.samples()));
        }
        if (intent instanceof Intent.VoidKey voided) {
            return onLink(voided.link(), link -> {
                parts.border().loseStore(link);
                return Reply.DONE;
            });
        }
        if (intent instanceof Intent.DispatchCrew dispatch) {
            Optional<String> refusal = parts.crews().dispatch(dispatch.job());
            return refusal.isPresent()
                    ? Reply.of(refusal)
                    : Reply.results(parts.crews().whoGoesTo(dispatch.job()).toArray(String[]::new));
        }
        if (intent instanceof Intent.RecallCrew recall) {
            return recall(recall.job());
        }
        if (intent instanceof Intent.PowerNode power) {
            return onNode(power.node(), this::power);
        }
        if (intent instanceof Intent.IsolateNode isolate) {
            return onNode(isolate.node(), node -> isolate(node, true));
        }
        if (intent instanceof Intent.ReadmitNode readmit) {
            return onNode(readmit.node(), node -> isolate(node, false));
        }
        if (intent instanceof Intent.LimitGateway limit) {
            return onGateway(limit.gateway(), Optional.of(limit.quotaBitPerSecond()));
        }
        if (intent instanceof Intent.ReopenGateway reopen) {
            return onGateway(reopen.gateway(), Optional.empty());
        }
        return attemptOnServices(intent);
    }

    private Reply attemptOnServices(Intent intent) {
        if (intent instanceof Intent.ChangeSuite change) {
            return parts.services().changeSuite(change.service(), change.suite());
        }
        if (intent instanceof Intent.ChangeRekey change) {
            return parts.services().changeRekey(change.service(), change.intervalSeconds());
        }
        if (intent instanceof Intent.LongerRekey longer) {
            return onLink(
                    longer.link(),
                    link -> longerKeys.begin(link, longer.fromClass(), longer.intervalSeconds()));
        }
        if (intent instanceof Intent.AgreedRekey agreed) {
            return onLink(agreed.link(), longerKeys::end);
        }
        return attemptWithoutAsset(intent);
    }

    private Reply attemptWithoutAsset(Intent intent) {
        if (intent instanceof Intent.PublishNotice notice) {
            return publish(notice);
        }
        if (intent instanceof Intent.DeclareFreeze) {
            return freeze(true);
        }
        if (intent instanceof Intent.LiftFreeze) {
            return freeze(false);
        }
        if (intent instanceof Intent.AskQuestion ask) {
            return Reply.of(parts.desk().ask(ask));
        }
        if (intent instanceof Intent.AnswerQuestion answer) {
            return Reply.of(parts.desk().answer(answer));
        }
        if (intent instanceof Intent.WithdrawQuestion withdraw) {
            return Reply.of(parts.desk().withdraw(withdraw.question()));
        }
        if (intent instanceof Intent.SetAlarm alarm) {
            parts.desk().setAlarm(alarm.alarm(), alarm.atMicros());
            return Reply.DONE;
        }
        if (intent instanceof Intent.CancelAlarm alarm) {
            parts.desk().cancelAlarm(alarm.alarm());
            return Reply.DONE;
        }
        return parts.aid()
                .attempt(intent)
                .map(Reply::of)
                .orElseThrow(() ->
                        new IllegalArgumentException("Nobody carries out (%s).".formatted(intent)));
    }

    private Reply onLink(LinkId id, IntFunction<Reply> action) {
        for (int link = 0; link < plan.links().size(); link++) {
            if (plan.links().get(link).link().id().equals(id)) {
                return action.apply(link);
            }
        }
        return Reply.refused("Expected a link of %s, but '%s' is none. Maybe ask its owner."
                .formatted(plan.id(), id));
    }

    private Reply shed(int link, int fromClass) {
        return parts.relaying().shed(link, fromClass)
                ? Reply.DONE
                : Reply.refused("Expected to change who may use link '%s', but it is so already."
                        .formatted(plan.links().get(link).link().id()));
    }

    private Reply probe(int link, int samples) {
        var own = plan.links().get(link).link();
        if (samples < 1 || samples > SAMPLES_MAX) {
            return Reply.refused(
                    "Expected 1 to %s samples, but found %s.".formatted(SAMPLES_MAX, samples));
        }
        LinkState state = parts.links().stateOf(link);
        boolean up = state == LinkState.UP;
        double qber = state == LinkState.QBER_HIGH ? QBER_IN_ALARM : own.qber();
        moment.record(new Countermeasure.LinkProbed(own.id(), up, qber));
        return Reply.results(
                "up=" + up,
                "qber=" + qber,
                "generation_bps=" + parts.links().generationBitPerSecond(link));
    }

    private Reply onNode(NodeId id, IntFunction<Reply> action) {
        for (int node = 0; node < plan.nodes().size(); node++) {
            if (plan.nodes().get(node).id().equals(id)) {
                return action.apply(node);
            }
        }
        return Reply.refused("Expected a node of %s, but '%s' is none.".formatted(plan.id(), id));
    }

    private Reply isolate(int node, boolean isolated) {
        return parts.nodes().isolate(node, isolated)
                ? Reply.DONE
                : Reply.refused(
                        "Expected to change whether node '%s' is isolated, but it is so already."
                                .formatted(plan.nodes().get(node).id()));
    }

    private Reply power(int node) {
        Optional<String> refusal = parts.generators().send(node);
        return refusal.isPresent()
                ? Reply.of(refusal)
                : Reply.results(parts.crews()
                        .whoGoesTo(Generators.jobAt(plan.nodes().get(node).id()))
                        .toArray(String[]::new));
    }

    private Reply recall(String job) {
        OptionalInt node = parts.crews().recall(job);
        if (node.isEmpty()) {
            return Reply.refused(
                    "Expected a crew on its way to job '%s', but there is none.".formatted(job));
        }
        if (node.getAsInt() >= 0) {
            parts.generators().calledBack(node.getAsInt());
        }
        return Reply.DONE;
    }

    private Reply onGateway(GatewayId id, Optional<Long> limitBitPerSecond) {
        if (!parts.border().hasGateway(id)) {
            return Reply.refused(
                    "Expected a gateway of %s, but '%s' is none.".formatted(plan.id(), id));
        }
        return parts.border().limitByOrder(id, limitBitPerSecond)
                ? Reply.DONE
                : Reply.refused(
                        "Expected to change the limit of gateway '%s', but it is so already."
                                .formatted(id));
    }

    private Reply publish(Intent.PublishNotice notice) {
        if (notice.text().length() > NOTICE_CHARACTERS_MAX) {
            return Reply.refused("Expected a notice of at most %s characters, but found %s."
                    .formatted(NOTICE_CHARACTERS_MAX, notice.text().length()));
        }
        moment.record(new Countermeasure.NoticePublished(notice.notice(), notice.text()));
        for (Domain other : plan.topology().network().domains()) {
            if (!other.id().equals(plan.id())) {
                moment.send(
                        other.id(),
                        new Envelope.Content.OutageNotice(notice.notice(), notice.text()));
            }
        }
        return Reply.DONE;
    }

    private Reply freeze(boolean now) {
        if (frozen == now) {
            return Reply.refused("Expected to %s a freeze, but there is %s."
                    .formatted(now ? "declare" : "lift", now ? "one already" : "none"));
        }
        frozen = now;
        moment.record(new Countermeasure.FreezeChanged(now));
        return Reply.DONE;
    }

    /** Whether planned work may not begin. */
    boolean isFrozen() {
        return frozen;
    }

    DomainState.OfResponse look() {
        return new DomainState.OfResponse(
                frozen,
                parts.nodes().isolated(),
                parts.nodes().powered(),
                parts.services().adapted(),
                parts.desk().look(),
                parts.aid().look());
    }
}
