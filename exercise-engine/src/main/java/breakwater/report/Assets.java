package breakwater.report;

import breakwater.exercise.ExerciseEvent.CrewChanged;
import breakwater.exercise.ExerciseEvent.IntentAccepted;
import breakwater.exercise.ExerciseEvent.IntentRefused;
import breakwater.exercise.ExerciseEvent.LinkChanged;
import breakwater.exercise.ExerciseEvent.NodeChanged;
import breakwater.exercise.ExerciseEvent.NodeDeclared;
import breakwater.exercise.ExerciseEvent.RepairClosed;
import breakwater.exercise.ExerciseEvent.RepairOpened;
import breakwater.exercise.LogEntry;
import breakwater.exercise.SimTime;
import breakwater.network.CrewState;
import breakwater.network.LinkId;
import breakwater.network.LinkState;
import breakwater.network.NodeState;
import breakwater.report.ReportDocument.Action;
import breakwater.report.ReportDocument.LinkMark;
import breakwater.report.ReportDocument.NetworkPicture;
import breakwater.report.ReportDocument.NodeMark;
import breakwater.report.ReportDocument.Repair;
import breakwater.scoring.Scorecard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What failed and for how long, who repaired it, and what responders did. */
final class Assets {

    private final Scorecard card;
    private final LogIndex log;
    private final long end;

    Assets(Scorecard card, LogIndex log) {
        this.card = card;
        this.log = log;
        this.end = card.windowSeconds() * SimTime.MICROS_PER_SECOND;
    }

    NetworkPicture network() {
        return new NetworkPicture(
                log.nodes().values().stream().map(this::node).toList(),
                card.links().stream()
                        .map(l -> new LinkMark(
                                l.declared().link().value(),
                                l.declared().a().value(),
                                l.declared().b().value(),
                                l.owner().value(),
                                l.notGeneratingMicros(),
                                reason(l.declared().link())))
                        .toList());
    }

    private NodeMark node(NodeDeclared node) {
        long battery = 0;
        long down = 0;
        NodeState state = NodeState.UP;
        long since = 0;
        for (LogEntry entry : log.history(node.node())) {
            if (entry.event() instanceof NodeChanged changed) {
                long length = Math.min(end, entry.timeMicros()) - since;
                battery += state == NodeState.ON_BATTERY ? length : 0;
                down += state == NodeState.DOWN ? length : 0;
                state = changed.state();
                since = Math.min(end, entry.timeMicros());
            }
        }
        battery += state == NodeState.ON_BATTERY ? end - since : 0;
        down += state == NodeState.DOWN ? end - since : 0;
        return new NodeMark(
                node.node().value(),
                node.name().isEmpty() ? node.node().value() : node.name(),
                log.domainOf(node.node()).value(),
                node.latitude(),
                node.longitude(),
                battery,
                down);
    }

    /** What a link was lost to longest; aligning and filling belong to what came before. */
    private String reason(LinkId link) {
        Map<String, Long> lengths = new TreeMap<>();
        String cause = "";
        long since = 0;
        for (LogEntry entry : log.history(link)) {
            if (entry.event() instanceof LinkChanged changed) {
                long at = Math.min(end, entry.timeMicros());
                lengths.merge(cause, at - since, Long::sum);
                boolean recovering = changed.state() == LinkState.ALIGNING
                        || changed.state() == LinkState.FILLING;
                cause = recovering && !cause.isEmpty() ? cause : reason(changed);
                since = at;
            }
        }
        lengths.merge(cause, end - since, Long::sum);
        lengths.remove("");
        return lengths.entrySet().stream()
                .filter(e -> e.getValue() > 0)
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse("");
    }

    private static String reason(LinkChanged changed) {
        if (changed.generates()) {
            return "";
        }
        return changed.state() == LinkState.UP ? "AGENT_DOWN" : changed.state().name();
    }

    List<Repair> repairs() {
        Map<String, Repair> repairs = new TreeMap<>();
        List<Repair> inOrder = new ArrayList<>();
        Map<String, Long> closed = new HashMap<>();
        for (LogEntry entry : log.entries()) {
            if (entry.event() instanceof RepairClosed event) {
                closed.put(key(entry, event.job()), entry.timeMicros());
            }
        }
        for (LogEntry entry : log.entries()) {
            if (entry.event() instanceof RepairOpened opened
                    && !repairs.containsKey(key(entry, opened.job()))) {
                String key = key(entry, opened.job());
                Repair repair = repair(entry, opened, closed.getOrDefault(key, -1L));
                repairs.put(key, repair);
                inOrder.add(repair);
            }
        }
        return inOrder;
    }

    /** One inject can open a job of the same name in two domains, at either side of a border. */
    private static String key(LogEntry entry, String job) {
        return entry.origin() + " " + job;
    }

    private Repair repair(LogEntry entry, RepairOpened opened, long closedMicros) {
        String crew = "";
        long travelling = -1;
        long working = -1;
        for (LogEntry step : log.history(opened.job())) {
            boolean own = step.origin().equals(entry.origin());
            if (own && step.event() instanceof CrewChanged changed) {
                crew = crew.isEmpty() ? changed.crew().value() : crew;
                boolean first = changed.state() == CrewState.TRAVELLING && travelling < 0;
                travelling = first ? step.timeMicros() : travelling;
                boolean begun = changed.state() == CrewState.WORKING && working < 0;
                working = begun ? step.timeMicros() : working;
            }
        }
        return new Repair(
                opened.job(),
                opened.asset(),
                entry.origin().value(),
                crew,
                entry.timeMicros(),
                travelling,
                working,
                closedMicros);
    }

    List<Action> actions() {
        Map<String, Action> actions = new TreeMap<>();
        for (LogEntry entry : log.entries()) {
            if (entry.event() instanceof IntentAccepted accepted) {
                add(actions, entry, accepted.by(), accepted.intent(), "");
            } else if (entry.event() instanceof IntentRefused refused) {
                add(actions, entry, refused.by(), refused.intent(), refused.message());
            }
        }
        return List.copyOf(actions.values());
    }

    private static void add(
            Map<String, Action> actions, LogEntry entry, String by, String intent, String refusal) {
        String domain = entry.origin().value();
        boolean refused = !refusal.isEmpty();
        actions.merge(
                domain + "\n" + by + "\n" + intent,
                new Action(
                        domain,
                        by,
                        intent,
                        refused ? 0 : 1,
                        refused ? 1 : 0,
                        entry.timeMicros(),
                        refusal),
                (old, one) -> new Action(
                        domain,
                        by,
                        intent,
                        old.accepted() + one.accepted(),
                        old.refused() + one.refused(),
                        old.firstMicros(),
                        refused ? refusal : old.lastRefusal()));
    }
}
