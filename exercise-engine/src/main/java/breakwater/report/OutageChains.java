package breakwater.report;

import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.ExerciseEvent.GatewayChanged;
import breakwater.exercise.ExerciseEvent.KmsChanged;
import breakwater.exercise.ExerciseEvent.LinkChanged;
import breakwater.exercise.ExerciseEvent.LinkDeclared;
import breakwater.exercise.ExerciseEvent.NodeChanged;
import breakwater.exercise.ExerciseEvent.RelayChanged;
import breakwater.exercise.ExerciseEvent.RouteChosen;
import breakwater.exercise.ExerciseEvent.SegmentChanged;
import breakwater.exercise.ExerciseEvent.ServiceChanged;
import breakwater.exercise.ExerciseEvent.ServiceDeclared;
import breakwater.exercise.ExerciseEvent.ShedChanged;
import breakwater.exercise.ExerciseEvent.StoreChanged;
import breakwater.exercise.LogEntry;
import breakwater.exercise.SimTime;
import breakwater.network.KmsState;
import breakwater.network.LinkId;
import breakwater.network.LinkState;
import breakwater.network.NodeId;
import breakwater.network.NodeState;
import breakwater.network.ServiceState;
import breakwater.network.StoreState;
import breakwater.report.ReportDocument.OutageStory;
import breakwater.report.ReportDocument.Step;
import breakwater.report.RouteBook.Newcomer;
import breakwater.scoring.EntryRef;
import breakwater.scoring.Outage;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;

/**
 * Follows an outage back to its root: from the change that began it to the links that carried the service, to what was
 * wrong with those links, their stores and ends, and, where a store ran low under a link that was well, to the service
 * that had been led over it and to what that service fled from.
 */
final class OutageChains {

    /** More steps than this do not explain, they bury. */
    private static final int STEPS_MAX = 14;

    /** A service hears of its outage within a few signalling latencies. */
    private static final long KNOWN_WITHIN_MICROS = 60 * SimTime.MICROS_PER_SECOND;

    private final LogIndex log;
    private final EventSentences sentences;
    private final Map<String, LogEntry> released;

    OutageChains(LogIndex log, Map<String, LogEntry> released) {
        this.log = log;
        this.sentences = new EventSentences(log);
        this.released = released;
    }

    OutageStory story(Outage outage) {
        List<EntryRef> evidence = outage.evidence();
        if (evidence.isEmpty()) {
            return new OutageStory(outage, "", false, List.of());
        }
        Found found = new Found();
        LogEntry beginning = outage.findBeginning().map(log::entry).orElse(null);
        if (beginning != null) {
            beginningOf(outage, beginning, found);
        }
        String root = outage.cause().isEmpty() ? found.firstCause() : outage.cause();
        LogEntry release = released.get(root);
        if (release != null) {
            found.add(sentences.step(release));
        }
        if (beginning != null) {
            found.add(fall(outage, beginning));
            afterwards(outage, beginning, found);
        }
        return new OutageStory(
                outage, release == null ? "" : root, outage.cause().isEmpty(), found.inOrder());
    }

    private void beginningOf(Outage outage, LogEntry beginning, Found found) {
        ServiceDeclared service = log.service(outage.service());
        for (LinkId link :
                log.routes().linksBefore(beginning.origin(), outage.service(), beginning)) {
            brokenLink(link, beginning.timeMicros(), found);
            drainedStore(service, link, beginning.timeMicros(), found);
        }
        log.entries().stream()
                .filter(e -> e.timeMicros() == beginning.timeMicros()
                        && e.event() instanceof GatewayChanged)
                .forEach(found::add);
    }

    /** What is wrong with a link and its ends at a moment. */
    private void brokenLink(LinkId id, long at, Found found) {
        LinkDeclared link = log.link(id);
        boolean firstDown = brokenNode(link.a(), at, found);
        boolean secondDown = brokenNode(link.b(), at, found);
        boolean endDown = firstDown || secondDown;
        LogEntry state = last(id, at, LinkChanged.class::isInstance);
        if (state != null && state.event() instanceof LinkChanged changed) {
            boolean said = endDown && changed.state() == LinkState.DARK;
            if (changed.state() != LinkState.UP && !said) {
                found.add(firstLoss(id, state));
            }
        }
        LogEntry relay = last(id, at, RelayChanged.class::isInstance);
        if (relay != null && !endDown && !((RelayChanged) relay.event()).usable()) {
            found.add(relay);
        }
    }

    /** The first change of the loss that {@code last} belongs to. */
    private LogEntry firstLoss(LinkId id, LogEntry last) {
        LogEntry first = last;
        boolean up = true;
        for (LogEntry entry : log.history(id)) {
            if (entry.event() instanceof LinkChanged changed) {
                if (up) {
                    first = entry;
                }
                up = changed.state() == LinkState.UP;
            }
            if (entry.equals(last)) {
                return first;
            }
        }
        return last;
    }

    private boolean brokenNode(NodeId id, long at, Found found) {
        boolean broken = false;
        LogEntry state = last(id, at, NodeChanged.class::isInstance);
        if (state != null && ((NodeChanged) state.event()).state() == NodeState.DOWN) {
            found.add(state);
            found.node(id);
            LogEntry battery = last(
                    id, at, e -> e instanceof NodeChanged n && n.state() == NodeState.ON_BATTERY);
            if (battery != null) {
                found.add(battery);
            }
            broken = true;
        }
        LogEntry kms = last(id, at, KmsChanged.class::isInstance);
        if (kms != null && ((KmsChanged) kms.event()).state() != KmsState.UP) {
            found.add(kms);
            found.node(id);
            broken = true;
        }
        return broken;
    }

    private void drainedStore(ServiceDeclared service, LinkId id, long at, Found found) {
        LogEntry store = last(id, at, StoreChanged.class::isInstance);
        LogEntry shed = last(id, at, ShedChanged.class::isInstance);
        boolean wasShed = shed != null
                && ((ShedChanged) shed.event()).fromClass() >= 0
                && ((ShedChanged) shed.event()).fromClass() <= service.priorityClass();
        boolean isLow =
                store != null && ((StoreChanged) store.event()).state() != StoreState.NORMAL;
        if (store == null || !isLow) {
            return;
        }
        boolean empty = ((StoreChanged) store.event()).state() == StoreState.EXHAUSTED;
        if (!wasShed && !empty) {
            return;
        }
        found.add(store);
        if (wasShed && shed != null) {
            found.add(shed);
        }
        Newcomer newcomer = log.routes().findNewcomer(id, store.timeMicros(), service.service());
        if (newcomer != null) {
            found.add(EventSentences.step(
                    newcomer.since(),
                    "The service %s was led over %s (%s bit/s by then), which the link had not had to carry before."
                            .formatted(
                                    newcomer.service(),
                                    sentences.name(id),
                                    Wording.number(newcomer.rateBitPerSecond()))));
            newcomer.linksBefore()
                    .forEach(fled -> brokenLink(fled, newcomer.since().timeMicros(), found));
        }
    }

    private Step fall(Outage outage, LogEntry beginning) {
        long demand = log.demandAt(outage.service(), beginning.timeMicros());
        String text;
        if (beginning.event() instanceof SegmentChanged segment) {
            long before = log.routes().rateBefore(outage.service(), beginning);
            text = segment.rateBitPerSecond() == 0
                    ? "%s had no more way to carry this service: %s bit/s before, nothing from now on."
                            .formatted(beginning.origin(), Wording.number(before))
                    : "%s could carry only %s of the %s bit/s this service asks for."
                            .formatted(
                                    beginning.origin(),
                                    Wording.number(segment.rateBitPerSecond()),
                                    Wording.number(demand));
        } else if (beginning.event() instanceof RouteChosen route) {
            text = "%s chose another way, over %s, which did not carry the service yet."
                    .formatted(
                            beginning.origin(),
                            Wording.list(route.domains().stream()
                                    .map(Object::toString)
                                    .toList()));
        } else {
            text = sentences.sentence(beginning);
        }
        return EventSentences.step(beginning, text);
    }

    private void afterwards(Outage outage, LogEntry beginning, Found found) {
        long from = beginning.timeMicros();
        for (LogEntry entry : log.history(outage.service())) {
            if (entry.timeMicros() >= from
                    && entry.timeMicros() <= from + KNOWN_WITHIN_MICROS
                    && entry.event() instanceof ServiceChanged changed
                    && changed.state() != ServiceState.OK) {
                found.add(entry);
                break;
            }
        }
        if (!outage.restored()) {
            return;
        }
        LogEntry end = log.entry(outage.evidence().get(outage.evidence().size() - 1));
        Predicate<LogEntry> during =
                e -> e.timeMicros() > from && e.timeMicros() <= end.timeMicros();
        found.nodes()
                .forEach(node -> log.history(node).stream()
                        .filter(during)
                        .filter(e ->
                                e.event() instanceof NodeChanged n && n.state() == NodeState.UP)
                        .reduce((first, second) -> second)
                        .ifPresent(found::add));
        long rate = end.event() instanceof SegmentChanged segment
                ? segment.rateBitPerSecond()
                : log.demandAt(outage.service(), end.timeMicros());
        found.add(EventSentences.step(
                end,
                "Key flowed again after %s: %s carried %s bit/s."
                        .formatted(
                                Wording.duration(outage.seconds() * SimTime.MICROS_PER_SECOND),
                                end.origin(),
                                Wording.number(rate))));
    }

    private @Nullable LogEntry last(Object id, long at, Predicate<ExerciseEvent> kind) {
        return log.findLast(id, at, kind);
    }

    /** Steps found so far, each entry once. */
    private final class Found {

        private final TreeMap<LogEntry, Step> steps = new TreeMap<>(LogEntry.ORDER);
        private final Set<NodeId> nodes = new HashSet<>();

        void add(LogEntry entry) {
            steps.putIfAbsent(entry, sentences.step(entry));
        }

        void add(Step step) {
            steps.put(log.entry(step.entry()), step);
        }

        void node(NodeId id) {
            nodes.add(id);
        }

        List<NodeId> nodes() {
            return nodes.stream().sorted(Comparator.naturalOrder()).toList();
        }

        /** The inject the earliest step with a cause goes back to. */
        String firstCause() {
            return steps.keySet().stream()
                    .map(LogEntry::cause)
                    .filter(cause -> !cause.isEmpty())
                    .findFirst()
                    .orElse("");
        }

        /** In time order; of too many the middle ones are left out, root and end stay. */
        List<Step> inOrder() {
            List<Step> all = new ArrayList<>(steps.values());
            if (all.size() <= STEPS_MAX) {
                return all;
            }
            List<Step> kept = new ArrayList<>(all.subList(0, STEPS_MAX / 2));
            kept.addAll(all.subList(all.size() - STEPS_MAX / 2, all.size()));
            return kept;
        }
    }
}
