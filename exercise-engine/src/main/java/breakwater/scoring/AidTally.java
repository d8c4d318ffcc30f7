package breakwater.scoring;

import breakwater.exercise.AidState;
import breakwater.exercise.SimTime;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/** Adds up requests for aid: of a pair of operators, or of all. */
final class AidTally {

    private static final long PPM = ServiceTally.PPM;
    private static final BigInteger HOUR_OF_PPM =
            BigInteger.valueOf(PPM).multiply(BigInteger.valueOf(3600L * SimTime.MICROS_PER_SECOND));
    private static final long HOUR = 3600L * SimTime.MICROS_PER_SECOND;

    private final long end;

    private int requests;
    private int asked;
    private int offered;
    private int declined;
    private int agreed;
    private int deployed;
    private int broken;
    private int recalled;
    private int noticed;
    private int noticeKnown;
    private int due;
    private int backInTime;
    private int unneeded;

    private final ExactSum need = new ExactSum();
    private final ExactSum covered = new ExactSum();
    private long kept;
    private int keepable;
    private final ExactSum wanted = new ExactSum();
    private final ExactSum ofUse = new ExactSum();
    private final ExactSum crewTime = new ExactSum();
    private final ExactSum idleTime = new ExactSum();
    private final List<KaplanMeier.Sample> toOffer = new ArrayList<>();
    private final List<KaplanMeier.Sample> toCover = new ArrayList<>();
    private final List<KaplanMeier.Sample> toDeploy = new ArrayList<>();

    AidTally(long end) {
        this.end = end;
    }

    /** A request, with a case for each donor that is looked at; at least one. */
    void add(List<AidCase> request) {
        AidCase any = request.get(0);
        requests++;
        request.forEach(this::addCase);
        addWaiting(request);
        long micros = Math.max(0, any.needEndMicros() - any.askedMicros());
        need.addProduct(micros, 1);
        addCovered(request);
        if (any.use().peakNeed() >= 0) {
            wanted.addProduct(any.amount(), 1);
            ofUse.addProduct(any.use().peakNeed(), 1);
            unneeded += any.use().peakNeed() == 0 ? 1 : 0;
        }
    }

    private void addCase(AidCase aid) {
        asked++;
        offered += aid.find(AidState.OFFERED).isPresent() ? 1 : 0;
        declined += aid.find(AidState.DECLINED).isPresent() ? 1 : 0;
        broken += aid.isBroken() ? 1 : 0;
        aid.find(AidState.AGREED).ifPresent(step -> addAgreed(aid, step.amount()));
        aid.findRecall().ifPresent(recall -> {
            recalled++;
            if (aid.noticeMicros() >= 0) {
                noticeKnown++;
                long given = recall.untilMicros() - recall.timeMicros();
                noticed += given >= aid.noticeMicros() ? 1 : 0;
            }
        });
        crewTime.addProduct(aid.use().crewMicros(), 1);
        idleTime.addProduct(aid.use().idleMicros(), 1);
    }

    private void addAgreed(AidCase aid, long amount) {
        agreed++;
        Optional<AidCase.Step> there = aid.find(AidState.DEPLOYED);
        if (there.isPresent()) {
            deployed++;
            keepable++;
            kept += Math.min(there.get().amount(), amount) * PPM / amount;
            addDue(aid);
        } else if (aid.isBroken()) {
            keepable++;
        }
        long until = there.map(AidCase.Step::timeMicros).orElse(endOfWaiting(aid));
        toDeploy.add(new KaplanMeier.Sample(until - aid.askedMicros(), there.isPresent()));
    }

    /** When agreed aid that never came was let go, or the window ended. */
    private long endOfWaiting(AidCase aid) {
        return aid.steps().stream()
                .filter(step -> step.state() == AidState.WITHDRAWN
                        || step.state() == AidState.RELEASE_REQUESTED)
                .mapToLong(AidCase.Step::timeMicros)
                .min()
                .orElse(end);
    }

    private void addDue(AidCase aid) {
        long by = aid.findRecall().map(AidCase.Step::untilMicros).orElse(aid.untilMicros());
        Optional<AidCase.Step> back = aid.find(AidState.DEMOBILISED);
        if (back.isPresent() || by <= end) {
            due++;
            backInTime += back.filter(step -> step.timeMicros() <= by).isPresent() ? 1 : 0;
        }
    }

    /** How long the requester waited for the first offer, and for offers of all it asked for. */
    private void addWaiting(List<AidCase> request) {
        long from = request.get(0).askedMicros();
        List<AidCase.Step> offers = request.stream()
                .flatMap(aid -> aid.find(AidState.OFFERED).stream())
                .sorted(Comparator.comparingLong(AidCase.Step::timeMicros))
                .toList();
        long answered = request.stream()
                .mapToLong(aid -> aid.findAnswer().map(AidCase.Step::timeMicros).orElse(end))
                .max()
                .orElseThrow();
        long first = offers.isEmpty() ? answered : offers.get(0).timeMicros();
        toOffer.add(new KaplanMeier.Sample(first - from, !offers.isEmpty()));
        long sum = 0;
        for (AidCase.Step offer : offers) {
            sum += offer.amount();
            if (sum >= request.get(0).amount()) {
                toCover.add(new KaplanMeier.Sample(offer.timeMicros() - from, true));
                return;
            }
        }
        toCover.add(new KaplanMeier.Sample(answered - from, false));
    }

    private void addCovered(List<AidCase> request) {
        AidCase any = request.get(0);
        record Change(long time, int aid, long amount) {}
        List<Change> changes = new ArrayList<>();
        for (int aid = 0; aid < request.size(); aid++) {
            for (AidCase.Level level : request.get(aid).levels()) {
                changes.add(new Change(level.fromMicros(), aid, level.amount()));
            }
        }
        changes.sort(Comparator.comparingLong(Change::time));
        long[] there = new long[request.size()];
        long since = 0;
        long sum = 0;
        for (Change change : changes) {
            long time = Math.min(change.time(), any.needEndMicros());
            covered.addProduct(shareOf(sum, any.amount()), Math.max(0, time - since));
            since = Math.max(since, time);
            sum += change.amount() - there[change.aid()];
            there[change.aid()] = change.amount();
        }
        covered.addProduct(shareOf(sum, any.amount()), Math.max(0, any.needEndMicros() - since));
    }

    private static long shareOf(long there, long amount) {
        return Math.min(there, amount) * PPM / amount;
    }

    /** How much of the need for aid was covered; null when nothing was needed for any time. */
    @Nullable BigDecimal fulfilment() {
        return Rounding.ratio(covered.value(), need.value().multiply(BigInteger.valueOf(PPM)));
    }

    /** The need that was covered, and all of it, in hours. */
    BigDecimal coveredHours() {
        return Rounding.quotient(covered.value(), HOUR_OF_PPM);
    }

    BigDecimal needHours() {
        return Rounding.quotient(need.value(), HOUR);
    }

    /** The need that was not covered, in hours; 0 when nothing was asked. */
    BigDecimal unmetHours() {
        return Rounding.quotient(
                need.value().multiply(BigInteger.valueOf(PPM)).subtract(covered.value()),
                HOUR_OF_PPM);
    }

    int requests() {
        return requests;
    }

    int broken() {
        return broken;
    }

    /** From a request until aid was there, longest; null when none came. */
    @Nullable BigDecimal longestToDeploySeconds() {
        return seconds(longest(toDeploy));
    }

    /** All figures; of nothing asked only that nothing was. */
    Map<Measure, @Nullable BigDecimal> figures() {
        Map<Measure, @Nullable BigDecimal> values = new EnumMap<>(Measure.class);
        for (Measure measure : Measure.ofAid()) {
            values.put(measure, null);
        }
        values.put(Measure.AID_REQUESTS, Rounding.whole(requests));
        values.put(Measure.AID_ASKED, Rounding.whole(asked));
        if (asked == 0) {
            return values;
        }
        values.put(Measure.AID_OFFERED, Rounding.whole(offered));
        values.put(Measure.AID_DECLINED, Rounding.whole(declined));
        values.put(Measure.AID_UNANSWERED, Rounding.whole(asked - offered - declined));
        values.put(Measure.AID_DECLINE_RATE, Rounding.ratio(declined, asked));
        values.put(Measure.AID_AGREED, Rounding.whole(agreed));
        values.put(Measure.AID_DEPLOYED, Rounding.whole(deployed));
        values.put(Measure.AID_BROKEN, Rounding.whole(broken));
        values.put(Measure.AID_RELIABILITY, Rounding.ratio(kept, keepable * PPM));
        values.put(Measure.AID_NEED_HOURS, needHours());
        values.put(Measure.AID_COVERED_HOURS, coveredHours());
        values.put(Measure.AID_FULFILMENT, fulfilment());
        values.put(Measure.AID_UNNEEDED, Rounding.whole(unneeded));
        values.put(Measure.AID_OVER_REQUEST, Rounding.ratio(wanted.value(), ofUse.value()));
        values.put(Measure.AID_CREW_HOURS, Rounding.quotient(crewTime.value(), HOUR));
        values.put(Measure.AID_IDLE_SHARE, Rounding.ratio(idleTime.value(), crewTime.value()));
        values.put(Measure.AID_RECALLED, Rounding.whole(recalled));
        values.put(Measure.AID_NOTICE_GIVEN, Rounding.ratio(noticed, noticeKnown));
        values.put(Measure.AID_BACK_IN_TIME, Rounding.ratio(backInTime, due));
        addTimes(values);
        return values;
    }

    private void addTimes(Map<Measure, @Nullable BigDecimal> values) {
        values.put(Measure.AID_OFFER_MEDIAN_SECONDS, seconds(KaplanMeier.findMedian(toOffer)));
        values.put(Measure.AID_OFFER_MAX_SECONDS, seconds(longest(toOffer)));
        values.put(Measure.AID_COVER_MEDIAN_SECONDS, seconds(KaplanMeier.findMedian(toCover)));
        values.put(Measure.AID_DEPLOY_MEDIAN_SECONDS, seconds(KaplanMeier.findMedian(toDeploy)));
        values.put(Measure.AID_DEPLOY_MAX_SECONDS, longestToDeploySeconds());
    }

    private static OptionalLong longest(List<KaplanMeier.Sample> samples) {
        return samples.stream()
                .filter(KaplanMeier.Sample::ended)
                .mapToLong(KaplanMeier.Sample::duration)
                .max();
    }

    private static @Nullable BigDecimal seconds(OptionalLong micros) {
        return micros.isPresent()
                ? Rounding.quotient(
                        BigInteger.valueOf(micros.getAsLong()), SimTime.MICROS_PER_SECOND)
                : null;
    }
}
