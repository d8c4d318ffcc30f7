package breakwater.scoring;

import breakwater.exercise.AidResource;
import breakwater.exercise.AidState;
import breakwater.exercise.DomainState.AidId;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.ExerciseEvent.IntentAccepted;
import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid.AidAsked;
import breakwater.exercise.MutualAid.AidMoved;
import breakwater.exercise.MutualAid.PackageDeclared;
import breakwater.exercise.SimTime;
import breakwater.network.DomainId;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;

/**
 * Folds what the logs of both sides tell of mutual aid into one case per request and donor. Only the order within the
 * log of each domain matters, not how the logs of several are merged.
 */
final class AidLedger {

    /** How the requester's intent to give aid back, or to ask no longer, is called in the log. */
    static final String RELEASE = "release-aid";

    private final long end;
    private final Map<AidId, List<AidCase.Step>> steps = new LinkedHashMap<>();
    private final Map<AidId, AidMoved> requests = new HashMap<>();
    private final Map<AidId, AidCase.Arrival> arrivals = new HashMap<>();
    private final Map<Request, Long> released = new HashMap<>();
    private final List<Declared> packages = new ArrayList<>();

    private record Request(DomainId requester, String aid) {}

    private record Declared(DomainId donor, PackageDeclared term) {}

    /** Who may ask whom. */
    record PairId(DomainId requester, DomainId donor) implements Comparable<PairId> {
        /** The same two the other way round. */
        PairId reversed() {
            return new PairId(/* requester= */ donor, /* donor= */ requester);
        }

        @Override
        public int compareTo(PairId other) {
            return Comparator.comparing(PairId::requester)
                    .thenComparing(PairId::donor)
                    .compare(this, other);
        }
    }

    /** Of a window that ends at {@code end}; what happens later is not counted. */
    AidLedger(long end) {
        this.end = end;
    }

    void take(LogEntry entry) {
        ExerciseEvent event = entry.event();
        if (entry.timeMicros() > end) {
            return;
        }
        if (event instanceof AidMoved moved) {
            if (moved.requester().equals(entry.origin())) {
                moved(entry, moved);
            }
        } else if (event instanceof AidAsked asked) {
            arrivals.put(
                    new AidId(asked.aid(), entry.origin()),
                    new AidCase.Arrival(
                            entry.timeMicros(), asked.committable(), EntryRef.to(entry)));
        } else if (event instanceof PackageDeclared declared) {
            packages.add(new Declared(entry.origin(), declared));
        } else if (event instanceof IntentAccepted accepted && accepted.intent().equals(RELEASE)) {
            released.putIfAbsent(
                    new Request(entry.origin(), accepted.subject()), entry.timeMicros());
        }
    }

    private void moved(LogEntry entry, AidMoved moved) {
        AidId id = new AidId(moved.aid(), moved.donor());
        if (moved.state() == AidState.REQUESTED) {
            requests.putIfAbsent(id, moved);
        }
        steps.computeIfAbsent(id, i -> new ArrayList<>())
                .add(new AidCase.Step(
                        entry.timeMicros(),
                        moved.state(),
                        moved.amount(),
                        moved.untilMicros(),
                        moved.reason(),
                        EntryRef.to(entry)));
    }

    boolean isEmpty() {
        return steps.isEmpty();
    }

    /** Every pair of which one agreed to lend to the other, or was asked to. */
    SortedSet<PairId> pairs() {
        SortedSet<PairId> pairs = new TreeSet<>();
        packages.forEach(declared -> declared.term()
                .recipients()
                .forEach(requester -> pairs.add(new PairId(requester, declared.donor()))));
        requests.values()
                .forEach(request -> pairs.add(new PairId(request.requester(), request.donor())));
        return pairs;
    }

    /** By time, then name and donor; a case whose request is not in the log is left out. */
    List<AidCase> cases(Function<AidId, AidCase.Use> use) {
        List<AidCase> cases = new ArrayList<>();
        steps.forEach((id, taken) -> {
            AidMoved request = requests.get(id);
            if (request != null) {
                cases.add(new AidCase(
                        id.aid(),
                        request.requester(),
                        id.donor(),
                        request.resource(),
                        request.reason(),
                        request.amount(),
                        request.untilMicros(),
                        needEnd(request),
                        Optional.ofNullable(arrivals.get(id)),
                        noticeMicros(request.requester(), id.donor(), request.resource()),
                        use.apply(id),
                        taken));
            }
        });
        cases.sort(Comparator.comparingLong(AidCase::askedMicros)
                .thenComparing(AidCase::aid)
                .thenComparing(AidCase::donor));
        return cases;
    }

    private long needEnd(AidMoved request) {
        long let = released.getOrDefault(
                new Request(request.requester(), request.aid()), Long.MAX_VALUE);
        return Math.min(end, Math.min(let, request.untilMicros()));
    }

    private long noticeMicros(DomainId requester, DomainId donor, AidResource resource) {
        return packages.stream()
                .filter(declared -> declared.donor().equals(donor)
                        && declared.term().resource() == resource
                        && declared.term().recipients().contains(requester))
                .mapToLong(declared -> SimTime.ofSeconds(declared.term().noticeSeconds()))
                .min()
                .orElse(-1);
    }
}
