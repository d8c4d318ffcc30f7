package breakwater.report;

import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.ExerciseEvent.ExpectationJudged;
import breakwater.exercise.ExerciseEvent.InjectReleased;
import breakwater.exercise.ExerciseEvent.InjectSkipped;
import breakwater.exercise.ExerciseEvent.LinkChanged;
import breakwater.exercise.ExerciseEvent.MessageSent;
import breakwater.exercise.ExerciseEvent.NodeChanged;
import breakwater.exercise.LogEntry;
import breakwater.exercise.RootCause;
import breakwater.network.NodeState;
import breakwater.network.ServiceId;
import breakwater.report.ReportDocument.InjectStory;
import breakwater.report.ReportDocument.Toll;
import breakwater.scoring.Outage;
import breakwater.scoring.Scorecard;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rows of the MSEL as they were played, each with what goes back to it. */
final class InjectStories {

    private final Scorecard card;
    private final LogIndex log;
    private final Map<String, LogEntry> released = new LinkedHashMap<>();
    private final Map<String, String> details = new HashMap<>();
    private final Map<String, Boolean> verdicts = new HashMap<>();
    private final Map<String, Tally> tallies = new HashMap<>();
    private final List<InjectStory> stories = new ArrayList<>();

    /** Things counted once each. */
    private static final class Tally {
        private final Set<Object> onBattery = new HashSet<>();
        private final Set<Object> down = new HashSet<>();
        private final Set<Object> links = new HashSet<>();
        private final Set<ServiceId> services = new HashSet<>();
        private final Set<Object> domains = new HashSet<>();
        private final List<Outage> outages = new ArrayList<>();

        Toll toll(Scorecard card) {
            return new Toll(
                    onBattery.size(),
                    down.size(),
                    links.size(),
                    services.size(),
                    domains.size(),
                    card.outageUserMinutes(outages));
        }
    }

    InjectStories(Scorecard card, LogIndex log) {
        this.card = card;
        this.log = log;
        log.entries().forEach(this::take);
        card.outages().forEach(this::count);
        released.forEach((id, entry) -> stories.add(story((InjectReleased) entry.event(), entry)));
        log.entries().stream()
                .filter(e -> e.event() instanceof InjectSkipped)
                .forEach(e -> stories.add(skipped((InjectSkipped) e.event())));
    }

    /** In order of release, then those that were not released. */
    List<InjectStory> stories() {
        return stories;
    }

    /** First release by inject. */
    Map<String, LogEntry> released() {
        return released;
    }

    private void take(LogEntry entry) {
        ExerciseEvent event = entry.event();
        if (event instanceof InjectReleased inject) {
            released.putIfAbsent(inject.inject().value(), entry);
        } else if (event instanceof MessageSent message) {
            details.put(
                    message.inject().value(),
                    "%s to %s: “%s”".formatted(message.from(), message.to(), message.text()));
        } else if (event instanceof ExpectationJudged judged) {
            verdicts.put(judged.inject().value(), judged.met());
            details.put(judged.inject().value(), judged.evidence());
        } else if (!entry.cause().isEmpty()) {
            count(entry);
        }
    }

    private void count(LogEntry entry) {
        Tally tally = tallies.computeIfAbsent(entry.cause(), c -> new Tally());
        if (entry.event() instanceof NodeChanged node
                && (node.state() == NodeState.ON_BATTERY || node.state() == NodeState.DOWN)) {
            (node.state() == NodeState.DOWN ? tally.down : tally.onBattery).add(node.node());
            tally.domains.add(entry.origin());
        } else if (entry.event() instanceof LinkChanged link && !link.generates()) {
            tally.links.add(link.link());
            tally.domains.add(entry.origin());
        }
    }

    private void count(Outage outage) {
        if (!outage.cause().isEmpty()) {
            Tally tally = tallies.computeIfAbsent(outage.cause(), c -> new Tally());
            tally.services.add(outage.service());
            tally.domains.add(log.domainOf(log.service(outage.service()).from()));
            tally.outages.add(outage);
        }
    }

    private InjectStory story(InjectReleased inject, LogEntry entry) {
        String id = inject.inject().value();
        @Nullable Boolean met = verdicts.get(id);
        return new InjectStory(
                id,
                inject.kind(),
                inject.title(),
                inject.rootCause(),
                inject.thirdParty(),
                entry.timeMicros(),
                details.getOrDefault(id, ""),
                met,
                tallies.getOrDefault(id, new Tally()).toll(card));
    }

    private InjectStory skipped(InjectSkipped skipped) {
        return new InjectStory(
                skipped.inject().value(),
                "skipped",
                skipped.title(),
                RootCause.SYSTEM_FAILURE,
                false,
                -1,
                skipped.reason(),
                null,
                new Tally().toll(card));
    }
}
