package breakwater.scoring;

import static breakwater.scoring.Measure.ADAPTED_SECONDS;
import static breakwater.scoring.Measure.AVAILABILITY;
import static breakwater.scoring.Measure.AVAILABILITY_WITHOUT_MAINTENANCE;
import static breakwater.scoring.Measure.AVAILABILITY_WORST;
import static breakwater.scoring.Measure.DEGRADED_USER_MINUTES;
import static breakwater.scoring.Measure.DEGRADED_USER_MINUTES_BY_SERVICE;
import static breakwater.scoring.Measure.FORGONE_USER_MINUTES;
import static breakwater.scoring.Measure.KEY_CONSUMED_BITS;
import static breakwater.scoring.Measure.KEY_DELIVERY_RATIO;
import static breakwater.scoring.Measure.KEY_HOURS_LOST;
import static breakwater.scoring.Measure.KEY_MISSING_BITS;
import static breakwater.scoring.Measure.LINK_AVAILABILITY;
import static breakwater.scoring.Measure.LOWEST_QUALITY;
import static breakwater.scoring.Measure.NORMALISED_RESILIENCE;
import static breakwater.scoring.Measure.NOT_RESTORED;
import static breakwater.scoring.Measure.OUTAGES;
import static breakwater.scoring.Measure.OUTAGE_MAX_SECONDS;
import static breakwater.scoring.Measure.OUTAGE_MEAN_SECONDS;
import static breakwater.scoring.Measure.OUTAGE_MEDIAN_SECONDS;
import static breakwater.scoring.Measure.OUTAGE_USER_MINUTES;
import static breakwater.scoring.Measure.OUTAGE_USER_MINUTES_BY_SERVICE;
import static breakwater.scoring.Measure.RESILIENCE_LOSS;
import static breakwater.scoring.Measure.RESTORE_MEDIAN_SECONDS;
import static breakwater.scoring.Measure.RIDE_THROUGHS;
import static breakwater.scoring.Measure.RIDE_THROUGHS_CENSORED;
import static breakwater.scoring.Measure.RIDE_THROUGH_MAX_SECONDS;
import static breakwater.scoring.Measure.RIDE_THROUGH_MEDIAN_SECONDS;
import static breakwater.scoring.Measure.STARVED_SECONDS;
import static breakwater.scoring.Measure.UNAVAILABLE_SECONDS;
import static breakwater.scoring.Measure.UNDETERMINED_SECONDS;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import breakwater.network.DomainId;
import breakwater.scoring.json.ScorecardJson;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Objects;

/** Scenarios from simple to complex; every expected value is worked out by hand beside it. */
class ScorerTest {

    private static final String ONE_SERVICE = """
            horizon 100
            0 ES service s a b 100 60
            0 ES route s 0 ES
            0 ES carries s 0 100
            """;

    private static Scorecard score(String script) {
        return Scorer.score(LogScript.log(script));
    }

    private static void check(Scorecard card, Measure measure, String value) {
        assertThat(card.federation().figures().findValue(measure))
                .as(measure.id())
                .hasValueSatisfying(found -> assertThat(found).isEqualByComparingTo(value));
    }

    private static void checkUndefined(Scorecard card, Measure measure) {
        assertThat(card.federation().figures().values())
                .as(measure.id())
                .containsEntry(measure, null);
    }

    @Test
    void scenario01NothingHappens() {
        Scorecard card = score(ONE_SERVICE);

        check(card, AVAILABILITY, "1");
        check(card, KEY_DELIVERY_RATIO, "1");
        check(card, NORMALISED_RESILIENCE, "1");
        check(card, RESILIENCE_LOSS, "0");
        check(card, OUTAGES, "0");
        check(card, OUTAGE_USER_MINUTES, "0");
        assertThat(card.outages()).isEmpty();
        assertThat(card.federation().figures().values()).doesNotContainKey(RESTORE_MEDIAN_SECONDS);
    }

    @Test
    void scenario02NineBadSecondsAreNoOutage() {
        Scorecard card = score(ONE_SERVICE + "20 ES carries s 0 0\n29 ES carries s 0 100");

        check(card, AVAILABILITY, "1");
        // The key is missing all the same: 9 s of 100 bit/s, starved, and 9 of 100 s of the curve.
        check(card, KEY_MISSING_BITS, "900");
        check(card, STARVED_SECONDS, "9");
        check(card, KEY_DELIVERY_RATIO, "0.91");
        check(card, KEY_HOURS_LOST, "0.0025");
        check(card, RESILIENCE_LOSS, "0.25");
        check(card, NORMALISED_RESILIENCE, "0.91");
    }

    @Test
    void scenario03TenBadSecondsAreAnOutageFromTheFirstOnePutToItsEntries() {
        Scorecard card = score(ONE_SERVICE
                + "15 control release cut\n20 ES carries s 0 0 !cut\n30 ES carries s 0 100 !cut");

        check(card, AVAILABILITY, "0.9");
        check(card, UNAVAILABLE_SECONDS, "10");
        // 60 users x 10 s = 10 user-minutes.
        check(card, OUTAGE_USER_MINUTES, "10");
        Outage outage = card.outages().get(0);
        assertThat(outage.fromSecond()).isEqualTo(20);
        assertThat(outage.untilSecond()).isEqualTo(30);
        assertThat(outage.cause()).isEqualTo("cut");
        assertThat(outage.evidence())
                .containsExactly(
                        new EntryRef(new DomainId("control"), 1),
                        new EntryRef(new DomainId("ES"), 3),
                        new EntryRef(new DomainId("ES"), 4));
        // Time to restore counts from the inject at 15 s.
        check(card, RESTORE_MEDIAN_SECONDS, "15");
    }

    @Test
    void scenario04HalfOfTheDemandIsNotYetSeverelyErrored() {
        check(
                score(ONE_SERVICE + "20 ES carries s 0 50\n40 ES carries s 0 100"),
                AVAILABILITY,
                "1");
        check(
                score(ONE_SERVICE + "20 ES carries s 0 49\n40 ES carries s 0 100"),
                AVAILABILITY,
                "0.8");
    }

    @Test
    void scenario05APartOfASecondCountsByItsSupply() {
        // Second 20 supplies 100 x 0.5 s = 50 bit: good. Second 30 supplies 49 bit: bad. So 21..31:
        // 10 s.
        Scorecard card = score(ONE_SERVICE + "20.5 ES carries s 0 0\n30.51 ES carries s 0 100");

        assertThat(card.outages().get(0).fromSecond()).isEqualTo(21);
        assertThat(card.outages().get(0).untilSecond()).isEqualTo(31);
        // Starved from 20.5 to 30.51 exactly.
        check(card, STARVED_SECONDS, "10.01");
    }

    @Test
    void scenario06FlappingStaysUnavailableUntilTenGoodSecondsInARow() {
        // Bad 20..40, good 40..49 (9 s), bad 49..52, good from 52: unavailable 20..52.
        Scorecard card = score(
                ONE_SERVICE
                        + "20 ES carries s 0 0\n40 ES carries s 0 100\n49 ES carries s 0 0\n52 ES carries s 0 100");

        check(card, UNAVAILABLE_SECONDS, "32");
        check(card, OUTAGES, "1");
        check(card, STARVED_SECONDS, "23");
    }

    @Test
    void scenario07ShortFlapsNeverMakeAnOutage() {
        StringBuilder flaps = new StringBuilder(ONE_SERVICE);
        for (int second = 10; second < 90; second += 10) {
            flaps.append(
                    "%d ES carries s 0 0%n%d ES carries s 0 100%n".formatted(second, second + 9));
        }

        check(score(flaps.toString()), AVAILABILITY, "1");
        check(score(flaps.toString()), STARVED_SECONDS, "72");
    }

    @Test
    void scenario08ABadTailShorterThanTenSecondsIsUndetermined() {
        Scorecard card = score(ONE_SERVICE + "91 ES carries s 0 0");

        check(card, AVAILABILITY, "1");
        check(card, UNDETERMINED_SECONDS, "9");
        Scorecard longer = score(ONE_SERVICE + "90 ES carries s 0 0");
        check(longer, AVAILABILITY, "0.9");
        check(longer, UNDETERMINED_SECONDS, "0");
        check(longer, NOT_RESTORED, "1");
        assertThat(longer.outages().get(0).restored()).isFalse();
    }

    @Test
    void scenario09AGoodTailShorterThanTenSecondsDoesNotRestore() {
        Scorecard card = score(ONE_SERVICE + "50 ES carries s 0 0\n95 ES carries s 0 100");

        check(card, UNAVAILABLE_SECONDS, "50");
        check(card, UNDETERMINED_SECONDS, "5");
        check(card, NOT_RESTORED, "1");
        checkUndefined(card, RESTORE_MEDIAN_SECONDS);
    }

    @Test
    void scenario10AnOutageCanBeginWithTheWindow() {
        Scorecard card = score(
                "horizon 100\n0 ES service s a b 100 60\n0 ES route s 0 ES\n40 ES carries s 0 100");

        check(card, UNAVAILABLE_SECONDS, "40");
        assertThat(card.outages().get(0).fromSecond()).isZero();
    }

    @Test
    void scenario11WithoutDemandTimeIsAvailableAndDeliveryUndefined() {
        Scorecard card = score("horizon 100\n0 ES service s a b 0 60\n0 ES route s 0 ES");

        check(card, AVAILABILITY, "1");
        checkUndefined(card, KEY_DELIVERY_RATIO);
        checkUndefined(card, RESILIENCE_LOSS);
        check(card, STARVED_SECONDS, "0");
        assertThat(card.federation().curve()).isNull();
    }

    @Test
    void scenario12WithoutServicesOrAWholeSecondNothingIsHundredPercent() {
        checkUndefined(score("horizon 100\n0 ES operator Spain"), AVAILABILITY);
        checkUndefined(
                score("horizon 0.5\n0 ES service s a b 1 1\n0 ES route s 0 ES"), AVAILABILITY);
        checkUndefined(score("horizon 100\n0 ES operator Spain"), LINK_AVAILABILITY);
    }

    @Test
    void scenario13TheWeakestDomainOfTheRouteCounts() {
        // Two domains: the far segment falls to 30 at 20 s, its home hears of it later and drops to
        // 30 at 25 s.
        Scorecard card = score("""
                horizon 100
                0 ES service s a b 100 60
                0 ES route s 0 ES,PT
                0 ES carries s 0 100
                0 PT carries s 0 100
                20 PT carries s 0 30
                25 ES carries s 0 30
                60 PT carries s 0 100
                65 ES carries s 0 100
                """);

        // Bad from 20 to 65: 45 s, 70 bit/s missing each.
        check(card, UNAVAILABLE_SECONDS, "45");
        check(card, KEY_MISSING_BITS, "3150");
        assertThat(card.outages().get(0).evidence().get(0).origin()).isEqualTo(new DomainId("PT"));
    }

    @Test
    void scenario14ADomainWithoutASegmentCarriesNothingAndAnotherRouteCountsOnlyOnceChosen() {
        Scorecard card = score("""
                horizon 100
                0 ES service s a b 100 60
                0 ES route s 0 ES,PT
                0 ES carries s 0 100
                30 ES carries s 1 100
                30 FR carries s 1 80
                50 ES route s 1 ES,FR
                """);

        // PT never carries: nothing until 50 s; then min(100, 80).
        check(card, UNAVAILABLE_SECONDS, "50");
        check(card, KEY_DELIVERY_RATIO, "0.4");
    }

    @Test
    void scenario15UsersOfOneHomeNodeCountOnceAtUserLevelAndTwiceAtServiceLevel() {
        // Both from node a: s1 out 20..40 (60 users), s2 out 30..60 (120 users); s3 from node c out
        // 30..40 (6 users).
        Scorecard card = score("""
                horizon 100
                0 ES service s1 a b 100 60
                0 ES service s2 a b 10 120
                0 ES service s3 c b 10 6
                0 ES route s1 0 ES
                0 ES route s2 0 ES
                0 ES route s3 0 ES
                0 ES carries s1 0 100
                0 ES carries s2 0 10
                0 ES carries s3 0 10
                20 ES carries s1 0 0
                30 ES carries s2 0 0
                30 ES carries s3 0 4
                40 ES carries s1 0 100
                40 ES carries s3 0 10
                60 ES carries s2 0 10
                """);

        // Node a: 60 for 10 s, then 120 for 30 s = 4,200 user-s; node c: 60. 4,260 / 60 = 71.
        check(card, OUTAGE_USER_MINUTES, "71");
        // 60 x 20 + 120 x 30 + 6 x 10 = 4,860 user-s = 81.
        check(card, OUTAGE_USER_MINUTES_BY_SERVICE, "81");
        // Degraded: the same for a, and 6 x 0.6 x 10 s = 36 user-s for c: 4,236 / 60 = 70.6.
        check(card, DEGRADED_USER_MINUTES, "70.6");
        check(card, DEGRADED_USER_MINUTES_BY_SERVICE, "80.6");
        check(card, AVAILABILITY_WORST, "0.7");
    }

    @Test
    void scenario16OnlyMaintenanceDeclaredBeforehandThatCausedAnOutageIsExcusedUpToTheCap() {
        String work = ONE_SERVICE
                + "20 control release work\n20 ES carries s 0 0 !work\n40 ES carries s 0 100 !work\n";

        // Unavailable 20..40. Declared for 18.5..32.7: the whole seconds 20..32, 12 s, but the cap
        // is 5 % = 5 s.
        Scorecard capped = score(work + "0 ES maintenance work 18.5 32.7");
        check(capped, AVAILABILITY, "0.8");
        check(capped, AVAILABILITY_WITHOUT_MAINTENANCE, "0.842105263"); // 80 / 95
        assertThat(capped.outages().get(0).excusedSeconds()).isEqualTo(12);
        // Declared after StartEx: no excuse. Another inject's window: no excuse.
        check(
                score(work + "1 ES maintenance work 18.5 32.7"),
                AVAILABILITY_WITHOUT_MAINTENANCE,
                "0.8");
        check(
                score(work + "0 ES maintenance other 0 100"),
                AVAILABILITY_WITHOUT_MAINTENANCE,
                "0.8");
        // All excused with a cap of 100 %: 80 / (100 - 12).
        assertThat(Scorer.score(
                                LogScript.log(work + "0 ES maintenance work 18.5 32.7"),
                                new ScoringPolicy(50, 100))
                        .federation()
                        .figures()
                        .findValue(AVAILABILITY_WITHOUT_MAINTENANCE))
                .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("0.909090909"));
    }

    @Test
    void scenario17AnOutageOfTheWholeWindowThatIsAllExcusedIsUndefined() {
        String down = """
                horizon 100
                0 ES service s a b 100 60
                0 ES maintenance work 0 100
                0 control release work
                0 ES route s 0 ES
                0 ES carries s 0 100
                0 ES carries s 0 0 !work
                """;

        Scorecard card = Scorer.score(LogScript.log(down), new ScoringPolicy(50, 100));

        check(card, AVAILABILITY, "0");
        checkUndefined(card, AVAILABILITY_WITHOUT_MAINTENANCE);
    }

    @Test
    void scenario18StoredKeyHidesALostLinkForItsRideThrough() {
        // The link is lost at 20 s, its store carries the service until 65 s; the link is back at
        // 80 s.
        Scorecard card = score("""
                horizon 100
                0 ES link l a b
                0 ES service s a b 100 60
                0 ES route s 0 ES
                0 ES path s 0 0 l
                0 ES carries s 0 100
                20 ES is l CUT
                65 ES carries s 0 0
                75 ES is l ALIGNING
                80 ES is l UP
                80 ES carries s 0 100
                100 ES account l 100 6500 3 4
                """);

        check(card, RIDE_THROUGHS, "1");
        check(card, RIDE_THROUGH_MEDIAN_SECONDS, "45");
        // Link 60 s, service 15 s: apart.
        check(card, LINK_AVAILABILITY, "0.4");
        check(card, AVAILABILITY, "0.85");
        check(card, KEY_CONSUMED_BITS, "6500");
        assertThat(card.links().get(0).notGeneratingMicros()).isEqualTo(60_000_000);
        assertThat(card.links().get(0).firstLoss()).isEqualTo(new EntryRef(new DomainId("ES"), 5));
    }

    @Test
    void scenario18bALinkThatIsUpAtRateZeroIsLostAndItsStoreRidesItThrough() {
        Scorecard card = score("""
                horizon 100
                0 ES link l a b
                0 ES service s a b 100 60
                0 ES route s 0 ES
                0 ES path s 0 0 l
                0 ES carries s 0 100
                20 ES is l UP 0
                65 ES carries s 0 0
                80 ES is l UP
                80 ES carries s 0 100
                """);

        check(card, LINK_AVAILABILITY, "0.4");
        check(card, RIDE_THROUGH_MEDIAN_SECONDS, "45");
    }

    @Test
    void scenario18cRidesThatWereCutShortCountAsLonger() {
        // Lost at 20 s. s starves at 65 s; t is carried until its link is back at 50 s; u until the
        // window closes. Of 30+, 45 and 80+ seconds two are at risk at 45 s, one ends: one half.
        String three = """
                horizon 100
                0 ES link l a b
                0 ES link m a b
                0 ES service s a b 100 60
                0 ES service t a b 100 60
                0 ES service u a b 100 60
                0 ES route s 0 ES
                0 ES route t 0 ES
                0 ES route u 0 ES
                0 ES path s 0 0 l
                0 ES path t 0 0 m
                0 ES path u 0 0 l
                0 ES carries s 0 100
                0 ES carries t 0 100
                0 ES carries u 0 100
                20 ES is l CUT
                20 ES is m CUT
                50 ES is m UP
                65 ES carries s 0 0
                """;
        Scorecard card = score(three);

        check(card, RIDE_THROUGHS, "3");
        check(card, RIDE_THROUGHS_CENSORED, "2");
        check(card, RIDE_THROUGH_MEDIAN_SECONDS, "45");
        check(card, RIDE_THROUGH_MAX_SECONDS, "45");

        // With a fourth that is carried to the end, two thirds survive 45 s: not reached.
        Scorecard four = score(three.replace("20 ES is l CUT", """
                0 ES service v a b 100 60
                0 ES route v 0 ES
                0 ES path v 0 0 l
                0 ES carries v 0 100
                20 ES is l CUT"""));
        check(four, RIDE_THROUGHS_CENSORED, "3");
        checkUndefined(four, RIDE_THROUGH_MEDIAN_SECONDS);
        check(four, RIDE_THROUGH_MAX_SECONDS, "45");
    }

    @Test
    void scenario19StarvingWithAllLinksUpIsNoRideThrough() {
        Scorecard card = score("""
                horizon 100
                0 ES link l a b
                0 ES service s a b 100 60
                0 ES route s 0 ES
                0 ES path s 0 0 l
                0 ES carries s 0 100
                65 ES carries s 0 0
                """);

        check(card, RIDE_THROUGHS, "0");
    }

    @Test
    void scenario20MediansAreObservedValuesAndAMeanNeedsTenOutages() {
        StringBuilder log = new StringBuilder("horizon 1000\n");
        for (int i = 0; i < 10; i++) {
            log.append("0 ES service s%d a b 10 1%n0 ES route s%d 0 ES%n0 ES carries s%d 0 10%n"
                    .formatted(i, i, i));
        }
        for (int i = 0; i < 9; i++) {
            log.append("100 ES carries s%d 0 0%n%d ES carries s%d 0 10%n"
                    .formatted(i, 110 + 10 * i, i));
        }

        // Nine outages of 10, 20 ... 90 s: median 50, no mean.
        Scorecard nine = score(log.toString());
        check(nine, OUTAGE_MEDIAN_SECONDS, "50");
        assertThat(nine.federation().figures().values()).doesNotContainKey(OUTAGE_MEAN_SECONDS);
        // With a tenth, still open from 700 s: (450 + 300) / 10 = 75, median by nearest rank still
        // the fifth.
        Scorecard ten = score(log + "700 ES carries s9 0 0");
        check(ten, OUTAGE_MEDIAN_SECONDS, "50");
        check(ten, OUTAGE_MEAN_SECONDS, "75");
        check(ten, OUTAGE_MAX_SECONDS, "300");
        check(ten, NOT_RESTORED, "1");
        // Kaplan-Meier: survival falls by a tenth at each; one half at the fifth restored one.
        check(ten, RESTORE_MEDIAN_SECONDS, "50");
    }

    @Test
    void scenario21TheCurveHoldsItsLowestPointAndBinsOfWholeSeconds() {
        // Two services; one out for 20..30: Q = 50 %. The other also, for 25..26: Q = 0.
        Scorecard card = score("""
                horizon 720
                0 ES service s1 a b 100 60
                0 PT service s2 c d 10 60
                0 ES route s1 0 ES
                0 PT route s2 0 PT
                0 ES carries s1 0 100
                0 PT carries s2 0 10
                20 ES carries s1 0 0
                25 PT carries s2 0 0
                26 PT carries s2 0 10
                30 ES carries s1 0 100
                """);

        Curve curve = Objects.requireNonNull(card.federation().curve());
        assertThat(curve.binSeconds()).isEqualTo(2);
        assertThat(curve.meanPpm()).hasSize(360);
        assertThat(curve.meanPpm().subList(9, 16))
                .containsExactly(1_000_000, 500_000, 500_000, 250_000, 500_000, 500_000, 1_000_000);
        assertThat(curve.minPpm().get(12)).isZero();
        assertThat(curve.lowestAtMicros()).isEqualTo(25_000_000);
        check(card, LOWEST_QUALITY, "0");
        // Loss: (10 + 1) service-s of 2 x 720: R = 1 - 11/1440.
        check(card, NORMALISED_RESILIENCE, "0.992361111");
        assertThat(card.operators()).extracting(Scorecard.Group::id).containsExactly("ES", "PT");
        assertThat(card.operators().get(0).figures().findValue(AVAILABILITY))
                .hasValueSatisfying(v -> assertThat(v).isEqualByComparingTo("0.986111111"));
    }

    @Test
    void scenario22TheSameLogGivesTheSameBytes() {
        String script = ONE_SERVICE
                + "15 control release cut\n20 ES carries s 0 0 !cut\n30 ES carries s 0 100";

        assertThat(ScorecardJson.encode(score(script)))
                .isEqualTo(ScorecardJson.encode(score(script)));
        assertThat(new String(
                        ScorecardJson.encode(score(script)),
                        java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"availability\":0.9,")
                .contains(
                        "{\"service\":\"s\",\"fromSecond\":20,\"untilSecond\":30,\"restored\":true,\"cause\":\"cut\",\"onsetMicros\":15000000,\"excusedSeconds\":0,\"evidence\":[{\"domain\":\"control\",\"seq\":1},{\"domain\":\"ES\",\"seq\":3},{\"domain\":\"ES\",\"seq\":4}]}");
    }

    @Test
    void refusesALogThatWasNeverOpenedOrNamesTheUndeclared() {
        assertThatIllegalArgumentException().isThrownBy(() -> Scorer.score(List.of()));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> score(ONE_SERVICE + "20 ES carries t 0 0"))
                .withMessageContaining("(t)");
    }

    @Test
    void refusesASumThatDoesNotFitRatherThanGivingAWrongFigure() {
        assertThatThrownBy(() -> score("""
                horizon 100
                0 ES service s a b 9223372036854775807 60
                0 ES route s 0 ES
                0 ES carries s 0 100
                """)).isInstanceOf(ArithmeticException.class);
        assertThatThrownBy(() -> score("""
                horizon 100
                0 ES service s a b 100 -5
                0 ES route s 0 ES
                0 ES carries s 0 0
                """)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void addsUpTheLargestDrillThatALogCanHold() {
        // 100 days without key for two services of the largest demand and a thousand million users.
        Scorecard card = score("""
                horizon 8640000
                0 ES service s a b 2560000000 1000000000
                0 ES service t c b 2560000000 1000000000
                0 ES route s 0 ES
                0 ES route t 0 ES
                0 ES carries s 0 0
                0 ES carries t 0 0
                """);

        check(card, Measure.KEY_MISSING_BITS, "44236800000000000");
        check(card, Measure.KEY_HOURS_LOST, "4800");
        check(card, Measure.OUTAGE_USER_MINUTES, "288000000000000");
        check(card, Measure.DEGRADED_USER_MINUTES, "288000000000000");
        check(card, Measure.RESILIENCE_LOSS, "240000");
        check(card, Measure.NORMALISED_RESILIENCE, "0");
    }

    @Test
    void aLowerDemandCountsFromThenOnAndWhatIsForgoneStandsBeside() {
        // From 20 to 60 s a quarter of the agreed 100 bit/s is asked for and comes.
        Scorecard card = score(ONE_SERVICE
                + "20 ES adapts s AES-256 25\n20 ES carries s 0 25\n"
                + "60 ES adapts s OTP 100\n60 ES carries s 0 100");

        check(card, AVAILABILITY, "1");
        check(card, OUTAGES, "0");
        check(card, DEGRADED_USER_MINUTES, "0");
        check(card, KEY_DELIVERY_RATIO, "1");
        check(card, KEY_MISSING_BITS, "0");
        // 60 users x 40 s x 3/4 = 30 user-minutes.
        check(card, FORGONE_USER_MINUTES, "30");
        check(card, ADAPTED_SECONDS, "40");
    }

    @Test
    void whatIsMissingOfALowerDemandIsMeasuredByIt() {
        // 12 of 25 bit/s is less than half for 40 s; of the agreed 100, three quarters are forgone.
        Scorecard card = score(ONE_SERVICE
                + "20 ES adapts s OTP 25\n20 ES carries s 0 12\n"
                + "60 ES adapts s OTP 100\n60 ES carries s 0 100");

        check(card, UNAVAILABLE_SECONDS, "40");
        check(card, KEY_MISSING_BITS, "520");
        check(card, DEGRADED_USER_MINUTES, "20.8");
        check(card, FORGONE_USER_MINUTES, "30");
    }

    @Test
    void loweringTheDemandEndsAnOutageAndIsItsEvidence() {
        Scorecard card = score(ONE_SERVICE + "20 ES carries s 0 10\n50 ES adapts s OTP 20\n");

        assertThat(card.outages().get(0).untilSecond()).isEqualTo(50);
        assertThat(card.outages().get(0).evidence()).contains(new EntryRef(new DomainId("ES"), 4));
    }

    @Test
    void anotherSuiteAtTheSameRateForgoesNoKeyButIsCounted() {
        Scorecard card = score(ONE_SERVICE + "90 ES adapts s HYBRID 100");

        check(card, FORGONE_USER_MINUTES, "0");
        check(card, ADAPTED_SECONDS, "10");
    }

    @Test
    void kaplanMeierKnowsExactlyOneHalfAndCensoring() {
        assertThat(KaplanMeier.findMedian(List.of())).isEmpty();
        // 4 at risk: 3/4, then 2/4 exactly at 7.
        assertThat(KaplanMeier.findMedian(samples(5, 7, -9, -9))).hasValue(7);
        // Censored at 6: 3/4 at 5, then 2 at risk at 7: 3/8.
        assertThat(KaplanMeier.findMedian(samples(5, -6, 7, 9))).hasValue(7);
        // Two of five ended: 3/5 stays above one half.
        assertThat(KaplanMeier.findMedian(samples(1, 2, -3, -3, -3))).isEmpty();
        // At the same duration an end counts before a censoring: 2/3, then 1/3 of them.
        assertThat(KaplanMeier.findMedian(samples(4, -4, 4))).hasValue(4);
    }

    /** Negative numbers are censored. */
    private static List<KaplanMeier.Sample> samples(long... durations) {
        return java.util.Arrays.stream(durations)
                .mapToObj(d -> new KaplanMeier.Sample(Math.abs(d), d > 0))
                .toList();
    }
}
