package breakwater.scoring;

import java.util.ArrayList;
import java.util.List;

/**
 * Unavailable time by ITU-T G.826 and G.827, applied offline with exact look-ahead: it begins with the first of 10
 * severely errored seconds in a row and ends with the first of 10 others in a row. Before the window all is well.
 *
 * @param unavailable in order, apart from each other
 * @param undeterminedSeconds length of a last run shorter than 10 s that would change the state if it went on; it is
 *     counted in the state before it
 */
record TenSecondRule(List<Span> unavailable, long undeterminedSeconds) {

    TenSecondRule {
        unavailable = List.copyOf(unavailable);
    }

    /** Whole seconds, the end not included. */
    record Span(long fromSecond, long untilSecond, boolean ended) {
        long seconds() {
            return untilSecond - fromSecond;
        }
    }

    static TenSecondRule of(SecondRuns runs) {
        List<Span> spans = new ArrayList<>();
        long since = -1;
        long undetermined = 0;
        for (int run = 0; run < runs.size(); run++) {
            boolean changes = runs.isBad(run) == (since < 0);
            long length = runs.until(run) - runs.from(run);
            if (changes && length >= ScoringPolicy.RULE_SECONDS) {
                if (since < 0) {
                    since = runs.from(run);
                } else {
                    spans.add(new Span(since, runs.from(run), true));
                    since = -1;
                }
            } else if (changes && run == runs.size() - 1) {
                undetermined = length;
            }
        }
        if (since >= 0) {
            spans.add(new Span(since, runs.until(runs.size() - 1), false));
        }
        return new TenSecondRule(spans, undetermined);
    }

    long unavailableSeconds() {
        // Apart from each other and within the window: no more than its seconds.
        return unavailable.stream().mapToLong(Span::seconds).sum();
    }
}
