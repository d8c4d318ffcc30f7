package breakwater.scoring;

import breakwater.exercise.BitCount;
import breakwater.exercise.ExerciseEvent.StoreClosed;
import breakwater.exercise.SimTime;
import breakwater.scoring.Scorecard.LinkScore;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The figures of links and their stores. */
final class LinkFigures {

    /** A link is severely errored in a second in which it generated less than half of the time. */
    private static final int BELOW_PERCENT = 50;

    private LinkFigures() {}

    static LinkScore score(LinkTrace link, long seconds) {
        RateSteps steps = link.steps();
        TenSecondRule rule = TenSecondRule.of(SecondRuns.of(steps, BELOW_PERCENT, seconds));
        long end = seconds * SimTime.MICROS_PER_SECOND;
        long down = 0;
        EntryRef firstLoss = null;
        for (int step = 0; step < steps.size() && steps.from(step) < end; step++) {
            if (steps.rate(step) == 0) {
                down += steps.until(step, end) - steps.from(step);
                var by = steps.by(step);
                firstLoss = firstLoss == null && by != null ? EntryRef.to(by) : firstLoss;
            }
        }
        Map<Measure, @Nullable BigDecimal> values = new EnumMap<>(Measure.class);
        long unavailable = rule.unavailableSeconds();
        values.put(Measure.LINK_AVAILABILITY, Rounding.ratio(seconds - unavailable, seconds));
        values.put(Measure.UNAVAILABLE_SECONDS, Rounding.whole(unavailable));
        values.put(Measure.OUTAGES, Rounding.whole(rule.unavailable().size()));
        return new LinkScore(link.declared(), link.owner(), new Figures(values), down, firstLoss);
    }

    static void addTo(
            Map<Measure, @Nullable BigDecimal> values, List<LinkScore> links, long seconds) {
        values.put(Measure.LINKS, Rounding.whole(links.size()));
        values.put(
                Measure.LINKS_HIT,
                Rounding.whole(
                        links.stream().filter(l -> l.notGeneratingMicros() > 0).count()));
        long unavailable = links.stream()
                .map(l -> l.figures()
                        .findValue(Measure.UNAVAILABLE_SECONDS)
                        .map(BigDecimal::longValueExact)
                        .orElse(0L))
                .reduce(0L, Math::addExact);
        long window = Math.multiplyExact(seconds, links.size());
        values.put(Measure.LINK_AVAILABILITY, Rounding.ratio(window - unavailable, window));
    }

    static void addAccountsTo(
            Map<Measure, @Nullable BigDecimal> values, List<StoreClosed> accounts) {
        if (accounts.isEmpty()) {
            return;
        }
        values.put(Measure.KEY_GENERATED_BITS, total(accounts, StoreClosed::generated));
        values.put(Measure.KEY_CONSUMED_BITS, total(accounts, StoreClosed::consumed));
        values.put(Measure.KEY_WASTED_BITS, total(accounts, StoreClosed::wasted));
        values.put(Measure.KEY_VOIDED_BITS, total(accounts, StoreClosed::voided));
    }

    private static BigDecimal total(
            List<StoreClosed> accounts, Function<StoreClosed, BitCount> part) {
        BitCount sum = accounts.stream().map(part).reduce(BitCount.ZERO, BitCount::plus);
        BigInteger micro = BigInteger.valueOf(sum.bits())
                .multiply(BigInteger.valueOf(SimTime.MICROS_PER_SECOND))
                .add(BigInteger.valueOf(sum.microBitRemainder()));
        return Rounding.quotient(micro, SimTime.MICROS_PER_SECOND);
    }
}
