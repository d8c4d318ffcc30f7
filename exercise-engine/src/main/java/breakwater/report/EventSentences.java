package breakwater.report;

import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.ExerciseEvent.CrewChanged;
import breakwater.exercise.ExerciseEvent.GatewayChanged;
import breakwater.exercise.ExerciseEvent.InjectReleased;
import breakwater.exercise.ExerciseEvent.KmsChanged;
import breakwater.exercise.ExerciseEvent.LinkChanged;
import breakwater.exercise.ExerciseEvent.NodeChanged;
import breakwater.exercise.ExerciseEvent.RelayChanged;
import breakwater.exercise.ExerciseEvent.ServiceChanged;
import breakwater.exercise.ExerciseEvent.ShedChanged;
import breakwater.exercise.ExerciseEvent.StoreChanged;
import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid.AidMoved;
import breakwater.network.CrewState;
import breakwater.network.LinkId;
import breakwater.network.NodeState;
import breakwater.report.ReportDocument.Step;
import breakwater.scoring.EntryRef;

/** Says single events of the log in sentences. */
final class EventSentences {

    /** Jobs of bringing a generator to a node are called so, and then the node. */
    private static final String GENERATOR_JOB = "power/";

    private final LogIndex log;

    EventSentences(LogIndex log) {
        this.log = log;
    }

    Step step(LogEntry entry) {
        return step(entry, sentence(entry));
    }

    static Step step(LogEntry entry, String text) {
        return new Step(entry.timeMicros(), EntryRef.to(entry), text);
    }

    /** The event in words; a last resort for kinds that appear in no chain. */
    String sentence(LogEntry entry) {
        ExerciseEvent event = entry.event();
        if (event instanceof InjectReleased inject) {
            return "Exercise control released “%s”: %s.".formatted(inject.inject(), inject.title());
        } else if (event instanceof NodeChanged node) {
            return node(entry, node);
        } else if (event instanceof KmsChanged kms) {
            return kms(kms);
        } else if (event instanceof LinkChanged link) {
            return link(link);
        } else if (event instanceof StoreChanged store) {
            return store(store);
        } else if (event instanceof RelayChanged relay) {
            return relay.usable()
                    ? "Key could be relayed over %s again.".formatted(name(relay.link()))
                    : "No key could be relayed over %s any more (%s)."
                            .formatted(name(relay.link()), Wording.words(relay.reason()));
        } else if (event instanceof ShedChanged shed) {
            return shed.fromClass() < 0
                    ? "%s let all classes back on %s.".formatted(entry.origin(), name(shed.link()))
                    : "To spare its store, %s took class %s and lower off %s."
                            .formatted(entry.origin(), shed.fromClass(), name(shed.link()));
        } else if (event instanceof GatewayChanged gateway) {
            return "The gateway %s became %s."
                    .formatted(gateway.gateway(), Wording.words(gateway.state().name()));
        } else if (event instanceof CrewChanged crew) {
            return crew(crew);
        } else if (event instanceof AidMoved aid) {
            return aid(aid);
        } else if (event instanceof ServiceChanged service) {
            return "Its home operator %s took note: the service was %s."
                    .formatted(entry.origin(), Wording.words(service.state().name()));
        }
        return "An event of its own kind (%s).".formatted(event.getClass().getSimpleName());
    }

    private String node(LogEntry entry, NodeChanged changed) {
        String name = Wording.node(log.node(changed.node()));
        LogEntry before = log.findLast(
                changed.node(),
                entry.timeMicros(),
                e -> e instanceof NodeChanged other && other.state() != changed.state());
        boolean fromBattery = before != null
                && before.event() instanceof NodeChanged last
                && last.state() == NodeState.ON_BATTERY;
        return switch (changed.state()) {
            case ON_BATTERY -> "The grid failed at %s; batteries took over.".formatted(name);
            case ON_GENERATOR -> "A crew brought a generator to %s.".formatted(name);
            case DOWN ->
                fromBattery && before != null
                        ? "The batteries of %s were empty after %s; the node went down."
                                .formatted(
                                        name,
                                        Wording.duration(entry.timeMicros() - before.timeMicros()))
                        : "The node %s went down.".formatted(name);
            case UP ->
                fromBattery
                        ? "The grid was back at %s in time.".formatted(name)
                        : "The node %s was up again.".formatted(name);
        };
    }

    private String kms(KmsChanged changed) {
        String name = Wording.node(log.node(changed.node()));
        return switch (changed.state()) {
            case CRASHED -> "Key management at %s crashed.".formatted(name);
            case RESTORING -> "Key management at %s was resynchronising.".formatted(name);
            case UP -> "Key management at %s relayed again.".formatted(name);
        };
    }

    private String link(LinkChanged changed) {
        String name = name(changed.link());
        return switch (changed.state()) {
            case UP ->
                (changed.generates()
                                ? "The link %s generated key again."
                                : "The link %s gave no key: key management at an end of it was down.")
                        .formatted(name);
            case ALIGNING -> "The link %s was mended and began to align.".formatted(name);
            case FILLING -> "The link %s filled its first block.".formatted(name);
            case QBER_HIGH ->
                "The error rate of the link %s rose above its alarm; it gave no more key."
                        .formatted(name);
            case CUT -> "The link %s was cut.".formatted(name);
            case DISABLED -> "The link %s was switched off for planned work.".formatted(name);
            case DARK -> "The link %s went dark, for one of its ends was down.".formatted(name);
        };
    }

    private String store(StoreChanged changed) {
        String name = name(changed.link());
        return switch (changed.state()) {
            case LOW ->
                "The key store of %s ran low: %s of its capacity was left."
                        .formatted(name, Wording.percent(share(changed)));
            case EXHAUSTED -> "The key store of %s was empty.".formatted(name);
            case NORMAL -> "The key store of %s had recovered.".formatted(name);
        };
    }

    private double share(StoreChanged changed) {
        return (double) changed.level().bits() / log.link(changed.link()).capacityBit();
    }

    /** Aid as its requester tells it. */
    private static String aid(AidMoved aid) {
        String what = AidStories.amount(aid.resource(), aid.amount());
        String why = aid.reason().isEmpty() ? "" : ": " + aid.reason();
        return switch (aid.state()) {
            case REQUESTED ->
                AidStories.asked(aid.requester(), aid.donor(), what, aid.untilMicros(), why);
            case DECLINED ->
                "%s declined aid to %s%s.".formatted(aid.donor(), aid.requester(), why);
            case WITHDRAWN ->
                "%s took its aid to %s back%s.".formatted(aid.donor(), aid.requester(), why);
            case AGREED -> "%s took %s from %s.".formatted(aid.requester(), what, aid.donor());
            case DEPLOYED ->
                "Aid from %s was there for %s: %s.".formatted(aid.donor(), aid.requester(), what);
            case DEGRADED ->
                "Aid from %s to %s did not work any more%s."
                        .formatted(aid.donor(), aid.requester(), why);
            case RELEASE_REQUESTED ->
                aid.untilMicros() > 0
                        ? "%s wanted its aid to %s back%s."
                                .formatted(aid.donor(), aid.requester(), why)
                        : "%s let go of the aid of %s%s."
                                .formatted(aid.requester(), aid.donor(), why);
            case DEMOBILISED ->
                "%s gave its aid back to %s.".formatted(aid.requester(), aid.donor());
            default ->
                "Aid from %s to %s: %s%s."
                        .formatted(
                                aid.donor(),
                                aid.requester(),
                                Wording.words(aid.state().name()),
                                why);
        };
    }

    /** Whether a crew is bringing a generator to a node. */
    static boolean bringsGenerator(CrewChanged crew) {
        return crew.job().startsWith(GENERATOR_JOB);
    }

    private static String crew(CrewChanged changed) {
        if (bringsGenerator(changed)) {
            String node = changed.job().substring(GENERATOR_JOB.length());
            return changed.state() == CrewState.TRAVELLING
                    ? "The crew %s set out with a generator for %s.".formatted(changed.crew(), node)
                    : "The crew %s set up a generator at %s.".formatted(changed.crew(), node);
        }
        return switch (changed.state()) {
            case TRAVELLING -> "The crew %s set out.".formatted(changed.crew());
            case WORKING -> "The crew %s began work on site.".formatted(changed.crew());
            default -> "The crew %s was free.".formatted(changed.crew());
        };
    }

    String name(LinkId link) {
        return Wording.link(log.link(link));
    }
}
