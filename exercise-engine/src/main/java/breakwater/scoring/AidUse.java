package breakwater.scoring;

import breakwater.exercise.AidResource;
import breakwater.exercise.AidState;
import breakwater.exercise.CrewId;
import breakwater.exercise.DomainState.AidId;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.ExerciseEvent.CrewChanged;
import breakwater.exercise.ExerciseEvent.IntentAccepted;
import breakwater.exercise.ExerciseEvent.NodeChanged;
import breakwater.exercise.ExerciseEvent.OperatorDeclared;
import breakwater.exercise.ExerciseEvent.RepairClosed;
import breakwater.exercise.ExerciseEvent.RepairOpened;
import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid.AidMoved;
import breakwater.network.CrewState;
import breakwater.network.DomainId;
import breakwater.network.NodeId;
import breakwater.network.NodeState;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * What was really needed of what was asked for, and what lent crews did: the engine's view of the requester's network,
 * not the requester's words. Needs each domain's log in its order, from the declarations on.
 */
final class AidUse {

    private final long end;
    private final Map<DomainId, Site> sites = new HashMap<>();
    private final Map<AidId, CrewTime> crewTimes = new HashMap<>();

    /** A requester's network. */
    private static final class Site {
        private final Set<CrewId> own = new HashSet<>();
        private final Set<String> jobs = new HashSet<>();
        private final Set<NodeId> withoutGrid = new HashSet<>();
        private final Map<String, Need> needs = new LinkedHashMap<>();
        private final Map<CrewId, Guest> guests = new LinkedHashMap<>();

        private int ofUse(AidResource resource) {
            return switch (resource) {
                case CREW -> jobs.size();
                case SPARE -> withoutGrid.size();
                case KEY_RELAY, KEY_LOAN -> -1;
            };
        }

        private void look(long time) {
            needs.values().stream()
                    .filter(need -> time < need.until)
                    .forEach(need -> need.peak = Math.max(need.peak, ofUse(need.resource)));
        }
    }

    private static final class Need {
        private final AidResource resource;
        private long until;
        private int peak;

        Need(AidResource resource, long until, int peak) {
            this.resource = resource;
            this.until = until;
            this.peak = peak;
        }
    }

    private static final class CrewTime {
        private long present;
        private long idle;
    }

    /** A crew of another operator that is here; whose, the step to DEPLOYED right after its arrival tells. */
    private static final class Guest {
        private CrewTime time = new CrewTime();
        private boolean claimed;
        private boolean idle = true;
        private long since;

        Guest(long since) {
            this.since = since;
        }

        private void until(long now) {
            time.present += now - since;
            time.idle += idle ? now - since : 0;
            since = now;
        }
    }

    AidUse(long end) {
        this.end = end;
    }

    void take(LogEntry entry) {
        ExerciseEvent event = entry.event();
        if (entry.timeMicros() > end) {
            return;
        }
        if (event instanceof OperatorDeclared declared) {
            for (int crew = 1; crew <= declared.crews(); crew++) {
                site(entry).own.add(CrewId.of(entry.origin(), crew));
            }
        } else if (event instanceof RepairOpened opened) {
            site(entry).jobs.add(opened.job());
            site(entry).look(entry.timeMicros());
        } else if (event instanceof RepairClosed closed) {
            site(entry).jobs.remove(closed.job());
        } else if (event instanceof NodeChanged node) {
            nodeChanged(site(entry), node, entry.timeMicros());
        } else if (event instanceof CrewChanged crew) {
            crewChanged(site(entry), crew, entry.timeMicros());
        } else if (event instanceof AidMoved moved && moved.requester().equals(entry.origin())) {
            moved(site(entry), moved);
        } else if (event instanceof IntentAccepted accepted
                && accepted.intent().equals(AidLedger.RELEASE)) {
            Need need = site(entry).needs.get(accepted.subject());
            if (need != null) {
                need.until = Math.min(need.until, entry.timeMicros());
            }
        }
    }

    private Site site(LogEntry entry) {
        return sites.computeIfAbsent(entry.origin(), domain -> new Site());
    }

    private static void nodeChanged(Site site, NodeChanged node, long time) {
        if (node.state() == NodeState.UP) {
            site.withoutGrid.remove(node.node());
        } else {
            site.withoutGrid.add(node.node());
            site.look(time);
        }
    }

    private void moved(Site site, AidMoved moved) {
        if (moved.state() == AidState.DEPLOYED && moved.resource() == AidResource.CREW) {
            CrewTime time = crewTimes.computeIfAbsent(
                    new AidId(moved.aid(), moved.donor()), id -> new CrewTime());
            site.guests.values().stream().filter(guest -> !guest.claimed).forEach(guest -> {
                guest.claimed = true;
                guest.time = time;
            });
        } else if (moved.state() == AidState.REQUESTED) {
            site.needs.computeIfAbsent(
                    moved.aid(),
                    aid -> new Need(
                            moved.resource(), moved.untilMicros(), site.ofUse(moved.resource())));
        }
    }

    private void crewChanged(Site site, CrewChanged crew, long time) {
        if (site.own.contains(crew.crew())) {
            return;
        }
        Guest guest = site.guests.computeIfAbsent(crew.crew(), c -> new Guest(time));
        guest.until(time);
        guest.idle = crew.state() == CrewState.IDLE;
        if (crew.state() == CrewState.AWAY) {
            site.guests.remove(crew.crew());
        }
    }

    /** Of each case, once the log is at its end. To be called once. */
    Function<AidId, AidCase.Use> close() {
        sites.values().forEach(site -> site.guests.values().forEach(guest -> guest.until(end)));
        return id -> {
            CrewTime time = crewTimes.getOrDefault(id, new CrewTime());
            return new AidCase.Use(peakOf(id), time.present, time.idle);
        };
    }

    private int peakOf(AidId id) {
        return sites.values().stream()
                .filter(site -> site.needs.containsKey(id.aid()))
                .mapToInt(site -> site.needs.get(id.aid()).peak)
                .findFirst()
                .orElse(-1);
    }
}
