package breakwater.scoring;

import breakwater.exercise.AidState;
import breakwater.network.DomainId;
import breakwater.scoring.AidLedger.PairId;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Mutual aid of a drill.
 *
 * @param total all requests; one to several operators counts once
 * @param pairs by requester, then donor: all that have an agreement or asked without one
 * @param cases by time, then name and donor
 */
public record AidScores(Figures total, List<Pair> pairs, List<AidCase> cases) {

    public AidScores {
        pairs = List.copyOf(pairs);
        cases = List.copyOf(cases);
    }

    /** What one operator asked of one other. */
    public record Pair(DomainId requester, DomainId donor, Figures figures, List<Reason> declines) {
        public Pair {
            declines = List.copyOf(declines);
        }

        /** Whether anything was asked. */
        public boolean asked() {
            return figures.valueOr(Measure.AID_ASKED, 0) > 0;
        }
    }

    /** Why aid was declined, and how often. */
    public record Reason(String text, int times) {}

    /** Whether nobody agreed to lend anything and nobody asked. */
    public boolean isNone() {
        return pairs.isEmpty();
    }

    static AidScores of(AidLedger ledger, AidUse use, long end) {
        List<AidCase> cases = ledger.cases(use.close());
        Map<PairId, List<AidCase>> byPair = new TreeMap<>();
        ledger.pairs().forEach(pair -> byPair.put(pair, new ArrayList<>()));
        for (AidCase aid : cases) {
            byPair.computeIfAbsent(new PairId(aid.requester(), aid.donor()), p -> new ArrayList<>())
                    .add(aid);
        }
        Map<PairId, AidTally> tallies = new HashMap<>();
        byPair.forEach((pair, own) -> {
            AidTally tally = new AidTally(end);
            own.forEach(aid -> tally.add(List.of(aid)));
            tallies.put(pair, tally);
        });
        List<Pair> pairs = new ArrayList<>();
        byPair.forEach((pair, own) -> pairs.add(
                new Pair(pair.requester(), pair.donor(), figures(pair, tallies), declinesOf(own))));
        return new AidScores(new Figures(tallyOf(cases, end).figures()), pairs, cases);
    }

    /** All requests together, each with all its donors. */
    static AidTally tallyOf(List<AidCase> cases, long end) {
        Map<List<Object>, List<AidCase>> requests = new LinkedHashMap<>();
        for (AidCase aid : cases) {
            requests.computeIfAbsent(List.of(aid.requester(), aid.aid()), r -> new ArrayList<>())
                    .add(aid);
        }
        AidTally all = new AidTally(end);
        requests.values().forEach(all::add);
        return all;
    }

    private static Figures figures(PairId pair, Map<PairId, AidTally> tallies) {
        AidTally given = tallies.getOrDefault(pair, new AidTally(0));
        AidTally got = tallies.getOrDefault(pair.reversed(), new AidTally(0));
        Map<Measure, @Nullable BigDecimal> values = given.figures();
        values.put(
                Measure.AID_BALANCE_HOURS,
                given.requests() + got.requests() == 0
                        ? null
                        : given.coveredHours().subtract(got.coveredHours()));
        return new Figures(values);
    }

    private static List<Reason> declinesOf(List<AidCase> cases) {
        Map<String, Integer> times = new TreeMap<>();
        cases.forEach(aid -> aid.find(AidState.DECLINED)
                .ifPresent(step -> times.merge(step.reason(), 1, Integer::sum)));
        return times.entrySet().stream()
                .map(reason -> new Reason(reason.getKey(), reason.getValue()))
                .toList();
    }
}
