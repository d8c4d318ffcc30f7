package breakwater.report;

import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.ExerciseEvent.ControllerChanged;
import breakwater.exercise.ExerciseEvent.CrewChanged;
import breakwater.exercise.ExerciseEvent.ExpectationJudged;
import breakwater.exercise.ExerciseEvent.GatewayChanged;
import breakwater.exercise.ExerciseEvent.InjectReleased;
import breakwater.exercise.ExerciseEvent.IntentRefused;
import breakwater.exercise.ExerciseEvent.KmsChanged;
import breakwater.exercise.ExerciseEvent.LinkChanged;
import breakwater.exercise.ExerciseEvent.MessageSent;
import breakwater.exercise.ExerciseEvent.NodeChanged;
import breakwater.exercise.ExerciseEvent.RepairClosed;
import breakwater.exercise.ExerciseEvent.ShedChanged;
import breakwater.exercise.ExerciseEvent.StoreChanged;
import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid.AidMoved;
import breakwater.network.ControllerState;
import breakwater.network.CrewState;
import breakwater.network.DomainId;
import breakwater.network.KmsState;
import breakwater.network.LinkState;
import breakwater.network.NodeState;
import breakwater.network.StoreState;
import breakwater.report.ReportDocument.TimelineKind;
import breakwater.report.ReportDocument.TimelineLine;
import breakwater.scoring.EntryRef;
import breakwater.scoring.Outage;
import breakwater.scoring.Scorecard;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The course of a drill, short enough to read: events of a kind in one domain within one stretch are one line. */
final class Timeline {

    /** More lines than this nobody reads; the smallest groups go. */
    private static final int LINES_MAX = 70;

    private static final int STRETCHES = 72;

    private static final int NAMED_MAX = 5;

    private static final Set<String> SERVICE_SORTS = Set.of("out", "restored");

    private final LogIndex log;
    private final EventSentences sentences;
    private final long stretchMicros;
    private final Map<GroupKey, Group> groups = new LinkedHashMap<>();
    private final List<TimelineLine> lines = new ArrayList<>();
    private int leftOut;

    private record GroupKey(String domain, String what, long stretch) {}

    /** What makes events one line. */
    private record Sort(TimelineKind kind, String what, String many) {}

    private static final class Group {
        private final TimelineKind kind;
        private final LogEntry first;
        private final String one;
        private final String many;
        private final Map<String, Integer> byDomain = new TreeMap<>();
        private int count;

        Group(TimelineKind kind, LogEntry first, String one, String many) {
            this.kind = kind;
            this.first = first;
            this.one = one;
            this.many = many;
        }
    }

    Timeline(Scorecard card, LogIndex log) {
        this.log = log;
        this.sentences = new EventSentences(log);
        this.stretchMicros = Math.max(1, card.drill().horizonMicros() / STRETCHES);
        log.entries().forEach(this::take);
        card.outages().forEach(this::take);
        shown().stream().map(Timeline::line).forEach(lines::add);
        lines.sort(Comparator.comparingLong(TimelineLine::timeMicros)
                .thenComparing(TimelineLine::kind)
                .thenComparing(TimelineLine::domain));
    }

    List<TimelineLine> lines() {
        return lines;
    }

    int leftOut() {
        return leftOut;
    }

    /** The groups that are shown: injects, verdicts and messages stay, of the rest the largest, earlier ones first. */
    private List<Group> shown() {
        List<Group> bySize = new ArrayList<>(groups.values());
        bySize.sort(Comparator.comparingInt((Group g) -> g.count).reversed());
        int room = Math.max(0, LINES_MAX - lines.size());
        leftOut = Math.max(0, bySize.size() - room);
        return bySize.subList(0, bySize.size() - leftOut);
    }

    private static TimelineLine line(Group group) {
        boolean several = group.byDomain.size() > 1;
        String domain = several
                ? Wording.count(group.byDomain.size(), "operator")
                : group.byDomain.keySet().iterator().next();
        String text =
                group.count == 1 ? group.one : group.many.formatted(Wording.number(group.count));
        return new TimelineLine(
                group.first.timeMicros(),
                domain,
                group.kind,
                several ? text.substring(0, text.length() - 1) + shares(group) : text,
                EntryRef.to(group.first));
    }

    /** Where they are at home, most first. */
    private static String shares(Group group) {
        List<Map.Entry<String, Integer>> shares = new ArrayList<>(group.byDomain.entrySet());
        shares.sort(Map.Entry.<String, Integer>comparingByValue()
                .reversed()
                .thenComparing(Map.Entry.comparingByKey()));
        List<String> named = new ArrayList<>();
        shares.stream()
                .limit(NAMED_MAX)
                .forEach(share -> named.add(share.getValue() + " in " + share.getKey()));
        int rest = shares.stream().skip(NAMED_MAX).mapToInt(Map.Entry::getValue).sum();
        if (rest > 0) {
            named.add(rest + " elsewhere");
        }
        return ": " + Wording.list(named) + ".";
    }

    private void take(LogEntry entry) {
        ExerciseEvent event = entry.event();
        if (event instanceof InjectReleased inject) {
            boolean fault =
                    !inject.kind().equals("message") && !inject.kind().equals("expected-action");
            if (fault) {
                control(
                        entry,
                        TimelineKind.INJECT,
                        "%s (%s).".formatted(inject.title(), Wording.words(inject.kind())));
            }
        } else if (event instanceof MessageSent message) {
            control(
                    entry,
                    TimelineKind.MESSAGE,
                    "%s to %s: “%s”".formatted(message.from(), message.to(), message.text()));
        } else if (event instanceof ExpectationJudged judged) {
            control(
                    entry,
                    TimelineKind.VERDICT,
                    "Expected action “%s” was %s. %s"
                            .formatted(
                                    judged.inject(),
                                    judged.met() ? "taken in time" : "not taken in time",
                                    judged.evidence()));
        } else if (entry.timeMicros() > 0) {
            takeFailure(entry, event);
            takeResponse(entry, event);
        }
    }

    private void takeFailure(LogEntry entry, ExerciseEvent event) {
        if (event instanceof NodeChanged node) {
            String many = switch (node.state()) {
                case ON_BATTERY -> "%s nodes lost the grid and ran on batteries.";
                case ON_GENERATOR -> "%s nodes got a generator.";
                case DOWN -> "%s nodes went down.";
                case UP -> "%s nodes were back.";
            };
            boolean up = node.state() == NodeState.UP || node.state() == NodeState.ON_GENERATOR;
            group(
                    entry,
                    up ? TimelineKind.RECOVERY : TimelineKind.FAILURE,
                    "node" + node.state(),
                    many);
        } else if (event instanceof LinkChanged link && isTold(link)) {
            String many = switch (link.state()) {
                case UP -> "%s links generated key again.";
                case CUT -> "%s links were cut.";
                case QBER_HIGH -> "%s links gave no key: error rate above the alarm.";
                default -> "%s links were switched off for planned work.";
            };
            boolean up = link.state() == LinkState.UP;
            group(
                    entry,
                    up ? TimelineKind.RECOVERY : TimelineKind.FAILURE,
                    "link" + link.state(),
                    many);
        } else if (event instanceof KmsChanged kms && kms.state() != KmsState.RESTORING) {
            boolean up = kms.state() == KmsState.UP;
            group(
                    entry,
                    up ? TimelineKind.RECOVERY : TimelineKind.FAILURE,
                    "kms" + kms.state(),
                    up
                            ? "Key management ran again at %s nodes."
                            : "Key management crashed at %s nodes.");
        } else if (event instanceof StoreChanged store && store.state() == StoreState.EXHAUSTED) {
            group(entry, TimelineKind.FAILURE, "store", "%s key stores were empty.");
        } else if (event instanceof GatewayChanged) {
            group(entry, TimelineKind.FAILURE, "gateway", "%s gateways changed state.");
        } else if (event instanceof ControllerChanged controller) {
            boolean up = controller.state() == ControllerState.LEADER;
            one(
                    entry,
                    up ? TimelineKind.RECOVERY : TimelineKind.FAILURE,
                    up
                            ? "The control plane was whole again."
                            : "The control plane was cut off: no new allocation until it heals.");
        }
    }

    /** A link on its way back is not told, nor one that went with a node or an agent, which is. */
    private static boolean isTold(LinkChanged link) {
        return (link.generates() || link.state() != LinkState.UP)
                && link.state() != LinkState.ALIGNING
                && link.state() != LinkState.FILLING
                && link.state() != LinkState.DARK;
    }

    private void takeResponse(LogEntry entry, ExerciseEvent event) {
        if (event instanceof CrewChanged crew && crew.state() != CrewState.IDLE) {
            takeCrew(entry, crew);
        } else if (event instanceof AidMoved aid && aid.requester().equals(entry.origin())) {
            takeAid(entry, aid);
        } else if (event instanceof RepairClosed closed) {
            one(entry, TimelineKind.RECOVERY, "Repair finished: %s.".formatted(closed.job()));
        } else if (event instanceof ShedChanged shed) {
            group(
                    entry,
                    TimelineKind.RESPONSE,
                    "shed" + (shed.fromClass() < 0),
                    shed.fromClass() < 0
                            ? "Low classes were let back on %s links."
                            : "Low classes were taken off %s links to spare their stores.");
        } else if (event instanceof IntentRefused refused) {
            group(
                    entry,
                    TimelineKind.RESPONSE,
                    "refused" + refused.intent(),
                    "%s intents (" + refused.intent() + ") were refused.");
        }
    }

    private void takeCrew(LogEntry entry, CrewChanged crew) {
        boolean out = crew.state() == CrewState.TRAVELLING;
        boolean generator = EventSentences.bringsGenerator(crew);
        String many = out
                ? generator ? "%s crews set out with generators." : "%s crews set out."
                : generator ? "%s crews set up generators." : "%s crews began work on site.";
        group(
                entry,
                TimelineKind.RESPONSE,
                (generator ? "generator" : "crew") + crew.state(),
                many);
    }

    /** What both sides log is told once, as the requester has it. */
    private void takeAid(LogEntry entry, AidMoved aid) {
        Optional<String> many = switch (aid.state()) {
            case REQUESTED -> Optional.of("%s requests for aid.");
            case DECLINED -> Optional.of("%s requests for aid were declined.");
            case WITHDRAWN -> Optional.of("%s offers of aid were taken back.");
            case AGREED -> Optional.of("%s offers of aid were taken.");
            case DEPLOYED -> Optional.of("%s aids were there.");
            case DEGRADED -> Optional.of("%s aids did not work any more.");
            case RELEASE_REQUESTED -> Optional.of("%s aids came to their end.");
            case DEMOBILISED -> Optional.of("%s aids were given back.");
            default -> Optional.empty();
        };
        many.ifPresent(text ->
                group(entry, TimelineKind.RESPONSE, "aid" + aid.state() + aid.resource(), text));
    }

    private void take(Outage outage) {
        DomainId home = log.domainOf(log.service(outage.service()).from());
        String service = outage.service().value();
        outage.findBeginning()
                .ifPresent(ref -> add(
                        log.entry(ref),
                        home,
                        new Sort(TimelineKind.SERVICE, "out", "%s services lost their key."),
                        "The service %s lost its key.".formatted(service)));
        if (outage.restored()) {
            EntryRef end = outage.evidence().get(outage.evidence().size() - 1);
            add(
                    log.entry(end),
                    home,
                    new Sort(TimelineKind.RECOVERY, "restored", "%s services had key again."),
                    "The service %s had key again.".formatted(service));
        }
    }

    private void control(LogEntry entry, TimelineKind kind, String text) {
        lines.add(new TimelineLine(entry.timeMicros(), "", kind, text, EntryRef.to(entry)));
    }

    private void one(LogEntry entry, TimelineKind kind, String text) {
        add(entry, entry.origin(), new Sort(kind, text, text + " (%s times)"), text);
    }

    private void group(LogEntry entry, TimelineKind kind, String what, String many) {
        add(entry, entry.origin(), new Sort(kind, what, many), null);
    }

    /** @param one what to say of a single event; null for the event's own sentence */
    private void add(LogEntry entry, DomainId domain, Sort sort, @Nullable String one) {
        // What is lost with one blow is one line, wherever it is at home.
        String place = SERVICE_SORTS.contains(sort.what()) ? "" : domain.value();
        GroupKey key = new GroupKey(place, sort.what(), entry.timeMicros() / stretchMicros);
        Group group = groups.get(key);
        if (group == null) {
            String single = one == null ? sentence(entry) : one;
            group = new Group(sort.kind(), entry, single, sort.many());
            groups.put(key, group);
        }
        group.count++;
        group.byDomain.merge(domain.value(), 1, Integer::sum);
    }

    private String sentence(LogEntry entry) {
        if (entry.event() instanceof IntentRefused refused) {
            return "%s was refused “%s”: %s"
                    .formatted(refused.by(), refused.intent(), refused.message());
        }
        return sentences.sentence(entry);
    }
}
