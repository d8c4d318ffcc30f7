package breakwater.scoring;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.network.DomainId;
import breakwater.scoring.json.ScorecardJson;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Mutual aid scored from logs that were worked out by hand. */
class AidScoresTest {

    /** Two jobs, two crews wanted, one comes: from 7,600 to 18,000 s of a need from 3,600 to 18,000 s. */
    private static final List<String> ONE_OF_TWO_CREWS = List.of("""
            horizon 36000
            0 XA operator A
            0 XB operator B
            0 XB package XA CREW 1 1800
            0 XC operator C
            0 XC package XA,XB CREW 2 1800
            3600 XA repair j1
            3600 XA repair j2
            3600 XA aid XA/r1 XB REQUESTED CREW 2 25200 two_cuts
            3600 XA aid XA/r1 XC REQUESTED CREW 2 25200 two_cuts
            3605 XB asked XA/r1 XA CREW 2 25200 1
            3605 XC asked XA/r1 XA CREW 2 25200 0
            3635 XB aid XA/r1 XB OFFERED CREW 1 25200
            3640 XA aid XA/r1 XB OFFERED CREW 1 25200
            3695 XC aid XA/r1 XC DECLINED CREW 0 0 Storm_here_too
            3700 XA aid XA/r1 XC DECLINED CREW 0 0 Storm_here_too
            4000 XA aid XA/r1 XB AGREED CREW 1 0
            4005 XB aid XA/r1 XB AGREED CREW 1 0
            4005 XB aid XA/r1 XB MOBILISING CREW 1 7595
            4010 XA aid XA/r1 XB MOBILISING CREW 1 7595
            7600 XA crew 2 IDLE
            7600 XA aid XA/r1 XB DEPLOYED CREW 1 25200
            7605 XB aid XA/r1 XB DEPLOYED CREW 1 25200
            8000 XA crew 2 TRAVELLING
            9000 XA crew 2 WORKING
            12000 XA repaired j1
            12000 XA crew 2 IDLE
            18000 XA accepts release-aid XA/r1
            18000 XA aid XA/r1 XB RELEASE_REQUESTED CREW 1 0 not_needed_any_more
            18000 XA crew 2 AWAY
            18000 XA aid XA/r1 XB DEMOBILISED CREW 1 0
            """.split("\n", -1));

    private static AidScores scored(List<String> lines) {
        return Scorer.score(LogScript.log(String.join("\n", lines))).aid();
    }

    private static AidScores scored(String script) {
        return scored(Arrays.asList(script.split("\n", -1)));
    }

    private static Figures pair(AidScores aid, String requester, String donor) {
        return aid.pairs().stream()
                .filter(pair -> pair.requester().equals(new DomainId(requester))
                        && pair.donor().equals(new DomainId(donor)))
                .findFirst()
                .orElseThrow()
                .figures();
    }

    private static void assertFigure(Figures figures, Measure measure, String expected) {
        assertThat(figures.findValue(measure))
                .as(measure.id())
                .isEqualTo(Optional.of(expected)
                        .filter(value -> !value.equals("undefined"))
                        .map(BigDecimal::new));
    }

    @Test
    void countsARequestOnceWhoeverToldOfIt() {
        Figures all = scored(ONE_OF_TWO_CREWS).total();

        assertFigure(all, Measure.AID_REQUESTS, "1");
        assertFigure(all, Measure.AID_ASKED, "2");
        assertFigure(all, Measure.AID_OFFERED, "1");
        assertFigure(all, Measure.AID_DECLINED, "1");
        assertFigure(all, Measure.AID_UNANSWERED, "0");
        assertFigure(all, Measure.AID_DECLINE_RATE, "0.5");
        assertFigure(all, Measure.AID_AGREED, "1");
        assertFigure(all, Measure.AID_DEPLOYED, "1");
        assertFigure(all, Measure.AID_BROKEN, "0");
        assertFigure(all, Measure.AID_RELIABILITY, "1");
    }

    @Test
    void measuresTimesFromTheRequestAsTheRequesterSawThem() {
        Figures all = scored(ONE_OF_TWO_CREWS).total();

        assertFigure(all, Measure.AID_OFFER_MEDIAN_SECONDS, "40");
        assertFigure(all, Measure.AID_OFFER_MAX_SECONDS, "40");
        // One crew of two was offered: offers of all never came.
        assertFigure(all, Measure.AID_COVER_MEDIAN_SECONDS, "undefined");
        assertFigure(all, Measure.AID_DEPLOY_MEDIAN_SECONDS, "4000");
        assertFigure(all, Measure.AID_DEPLOY_MAX_SECONDS, "4000");
    }

    @Test
    void fulfilmentIsWhatWasThereOfWhatWasNeededOverTheTimeOfTheNeed() {
        Figures all = scored(ONE_OF_TWO_CREWS).total();

        assertFigure(all, Measure.AID_NEED_HOURS, "4");
        // Half of the need for 10,400 s.
        assertFigure(all, Measure.AID_COVERED_HOURS, "1.444444");
        assertFigure(all, Measure.AID_FULFILMENT, "0.361111111");
    }

    @Test
    void tellsWhatLentCrewsDidAndWhetherTheyWereNeeded() {
        Figures all = scored(ONE_OF_TWO_CREWS).total();

        assertFigure(all, Measure.AID_OVER_REQUEST, "1");
        assertFigure(all, Measure.AID_UNNEEDED, "0");
        assertFigure(all, Measure.AID_CREW_HOURS, "2.888889");
        // 400 s before it was sent and 6,000 s after the repair, of 10,400 s.
        assertFigure(all, Measure.AID_IDLE_SHARE, "0.615384615");
        assertFigure(all, Measure.AID_RECALLED, "0");
        assertFigure(all, Measure.AID_NOTICE_GIVEN, "undefined");
        assertFigure(all, Measure.AID_BACK_IN_TIME, "1");
    }

    @Test
    void givesThemForEachPairThatHasAnAgreement() {
        AidScores aid = scored(ONE_OF_TWO_CREWS);

        assertThat(aid.pairs())
                .extracting(pair -> pair.requester() + " from " + pair.donor())
                .containsExactly("XA from XB", "XA from XC", "XB from XC");
        assertFigure(pair(aid, "XA", "XB"), Measure.AID_FULFILMENT, "0.361111111");
        assertFigure(pair(aid, "XA", "XB"), Measure.AID_BALANCE_HOURS, "1.444444");
        assertFigure(pair(aid, "XA", "XC"), Measure.AID_ASKED, "1");
        assertFigure(pair(aid, "XA", "XC"), Measure.AID_DECLINE_RATE, "1");
        assertFigure(pair(aid, "XA", "XC"), Measure.AID_FULFILMENT, "0");
        assertThat(aid.pairs().get(1).declines())
                .containsExactly(new AidScores.Reason("Storm here too", 1));
    }

    @Test
    void nothingIsDefinedWhereNothingWasAsked() {
        Figures none = pair(scored(ONE_OF_TWO_CREWS), "XB", "XC");

        assertFigure(none, Measure.AID_ASKED, "0");
        assertThat(none.values()).hasSize(Measure.ofAid().size());
        assertThat(none.values().entrySet())
                .filteredOn(figure -> figure.getKey() != Measure.AID_ASKED
                        && figure.getKey() != Measure.AID_REQUESTS)
                .allSatisfy(figure ->
                        assertThat(figure.getValue()).as(figure.getKey().id()).isNull());
    }

    @Test
    void aLogWithoutAidHasNone() {
        AidScores aid = scored("""
                horizon 3600
                0 XA operator A
                """);

        assertThat(aid.isNone()).isTrue();
        assertFigure(aid.total(), Measure.AID_REQUESTS, "0");
        assertFigure(aid.total(), Measure.AID_FULFILMENT, "undefined");
    }

    @Test
    void recalledAidCoversTheNeedUntilItsNoticeIsOver() {
        AidScores aid = scored("""
                horizon 20000
                0 XA operator A
                0 XB package XA KEY_RELAY 1000 1800
                1000 XA aid XA/q XB REQUESTED KEY_RELAY 1000 11000 cut
                1100 XA aid XA/q XB OFFERED KEY_RELAY 1000 11000
                1200 XA aid XA/q XB AGREED KEY_RELAY 1000 0
                1300 XA aid XA/q XB MOBILISING KEY_RELAY 1000 2000
                2000 XA aid XA/q XB DEPLOYED KEY_RELAY 1000 11000
                3000 XA aid XA/q XB DEGRADED KEY_RELAY 1000 0 border_closed
                4000 XA aid XA/q XB DEPLOYED KEY_RELAY 1000 11000
                5000 XA aid XA/q XB RELEASE_REQUESTED KEY_RELAY 1000 6800 needed_here
                6800 XA aid XA/q XB DEMOBILISED KEY_RELAY 1000 0
                """);

        assertFigure(aid.total(), Measure.AID_COVER_MEDIAN_SECONDS, "100");
        // 1,000 s before and 2,800 s after the border was closed, of 10,000 s.
        assertFigure(aid.total(), Measure.AID_FULFILMENT, "0.38");
        assertFigure(aid.total(), Measure.AID_RECALLED, "1");
        assertFigure(aid.total(), Measure.AID_NOTICE_GIVEN, "1");
        assertFigure(aid.total(), Measure.AID_BACK_IN_TIME, "1");
        assertFigure(aid.total(), Measure.AID_OVER_REQUEST, "undefined");
        assertFigure(aid.total(), Measure.AID_UNNEEDED, "0");
    }

    @Test
    void aShorterNoticeThanAgreedAndALateReturnAreSeen() {
        AidScores aid = scored("""
                horizon 20000
                0 XA operator A
                0 XB package XA CREW 1 1800
                1000 XA aid XA/q XB REQUESTED CREW 1 11000 cut
                1100 XA aid XA/q XB OFFERED CREW 1 11000
                1200 XA aid XA/q XB AGREED CREW 1 0
                2000 XA aid XA/q XB DEPLOYED CREW 1 11000
                5000 XA aid XA/q XB RELEASE_REQUESTED CREW 1 6799 needed_here
                6801 XA aid XA/q XB DEMOBILISED CREW 1 0
                """);

        assertFigure(aid.total(), Measure.AID_NOTICE_GIVEN, "0");
        assertFigure(aid.total(), Measure.AID_BACK_IN_TIME, "0");
        // Nothing was ever to be repaired.
        assertFigure(aid.total(), Measure.AID_UNNEEDED, "1");
        assertFigure(aid.total(), Measure.AID_OVER_REQUEST, "undefined");
    }

    @Test
    void whatWasTakenBackOrCameInPartMakesAgreedAidUnreliable() {
        AidScores aid = scored("""
                horizon 20000
                0 XA operator A
                500 XA power n1 ON_BATTERY
                600 XA power n2 DOWN
                700 XA power n2 UP
                1000 XA aid XA/g XB REQUESTED SPARE 4 9000 dark
                1000 XA aid XA/k XC REQUESTED KEY_LOAN 1000 9000 dark
                1000 XA aid XA/l XC REQUESTED KEY_LOAN 1000 9000 dark
                1100 XA aid XA/g XB OFFERED SPARE 4 9000
                1100 XA aid XA/k XC OFFERED KEY_LOAN 1000 9000
                1200 XA aid XA/g XB AGREED SPARE 3 0
                1200 XA aid XA/k XC AGREED KEY_LOAN 1000 0
                1250 XA aid XA/g XB WITHDRAWN SPARE 0 0 needed_here
                1300 XA power n3 ON_BATTERY
                2000 XA aid XA/k XC DEPLOYED KEY_LOAN 400 9000
                2800 XA aid XA/l XC EXPIRED KEY_LOAN 1000 0 no_answer_in_time
                """);

        assertFigure(aid.total(), Measure.AID_AGREED, "2");
        assertFigure(aid.total(), Measure.AID_BROKEN, "2");
        // None of 3 and 400 of 1,000.
        assertFigure(aid.total(), Measure.AID_RELIABILITY, "0.2");
        assertFigure(aid.total(), Measure.AID_UNANSWERED, "1");
        // Of use were two generators at most, n1 and n3.
        assertFigure(aid.total(), Measure.AID_OVER_REQUEST, "2");
        assertFigure(aid.total(), Measure.AID_DEPLOY_MAX_SECONDS, "1000");
        // Still there 11,000 s after it was due.
        assertFigure(aid.total(), Measure.AID_BACK_IN_TIME, "0");
        assertFigure(pair(aid, "XA", "XB"), Measure.AID_RELIABILITY, "0");
    }

    @Test
    void whatIsLetGoBeforeItComesIsNobodysFault() {
        AidScores aid = scored("""
                horizon 20000
                0 XA operator A
                1000 XA aid XA/c XB REQUESTED CREW 1 9000 cut
                1100 XA aid XA/c XB OFFERED CREW 1 9000
                1200 XA aid XA/c XB AGREED CREW 1 0
                1300 XA accepts release-aid XA/c
                1300 XA aid XA/c XB RELEASE_REQUESTED CREW 0 0 not_needed_any_more
                4000 XA crew 2 IDLE
                4000 XA crew 2 AWAY
                4000 XA aid XA/c XB DEMOBILISED CREW 1 0
                """);

        assertFigure(aid.total(), Measure.AID_AGREED, "1");
        assertFigure(aid.total(), Measure.AID_DEPLOYED, "0");
        assertFigure(aid.total(), Measure.AID_RELIABILITY, "undefined");
        assertFigure(aid.total(), Measure.AID_DEPLOY_MEDIAN_SECONDS, "undefined");
        assertFigure(aid.total(), Measure.AID_FULFILMENT, "0");
        assertFigure(aid.total(), Measure.AID_IDLE_SHARE, "undefined");
    }

    @Test
    void severalDonorsNeverCoverMoreThanTheNeed() {
        AidScores aid = scored("""
                horizon 20000
                0 XA operator A
                1000 XA aid XA/c XB REQUESTED CREW 2 11000 cut
                1000 XA aid XA/c XC REQUESTED CREW 2 11000 cut
                1100 XA aid XA/c XB OFFERED CREW 2 11000
                1100 XA aid XA/c XC OFFERED CREW 1 11000
                1200 XA aid XA/c XB AGREED CREW 2 0
                1200 XA aid XA/c XC AGREED CREW 1 0
                3000 XA aid XA/c XC DEPLOYED CREW 1 11000
                6000 XA aid XA/c XB DEPLOYED CREW 2 11000
                """);

        // Half for 3,000 s, all for 5,000 s, of 10,000 s.
        assertFigure(aid.total(), Measure.AID_FULFILMENT, "0.65");
        assertFigure(pair(aid, "XA", "XB"), Measure.AID_FULFILMENT, "0.5");
        assertFigure(pair(aid, "XA", "XC"), Measure.AID_FULFILMENT, "0.4");
    }

    @Test
    void whatOneGivesTheOtherOwes() {
        AidScores aid = scored("""
                horizon 7200
                0 XA package XB CREW 1 1800
                0 XB package XA CREW 1 1800
                0 XA aid XA/c XB REQUESTED CREW 1 7200 cut
                3600 XA aid XA/c XB DEPLOYED CREW 1 7200
                """);

        assertFigure(pair(aid, "XA", "XB"), Measure.AID_BALANCE_HOURS, "1");
        assertFigure(pair(aid, "XB", "XA"), Measure.AID_BALANCE_HOURS, "-1");
    }

    @Test
    void theScorecardHasPairsAndCasesWithTheirPlacesInTheLog() {
        String json = new String(
                ScorecardJson.encode(
                        Scorer.score(LogScript.log(String.join("\n", ONE_OF_TWO_CREWS)))),
                StandardCharsets.UTF_8);

        assertThat(json)
                .contains("\"requester\":\"XA\",\"donor\":\"XB\",\"figures\":{\"aidRequests\":1,")
                .contains("\"declines\":[{\"reason\":\"Storm here too\",\"times\":1}]")
                .contains("\"about\":\"two cuts\",\"amount\":2,\"untilMicros\":25200000000,"
                        + "\"needEndMicros\":18000000000,\"committable\":1,\"steps\":["
                        + "{\"t\":3600000000,\"state\":\"REQUESTED\",\"amount\":2,"
                        + "\"reason\":\"two cuts\",\"entry\":{\"domain\":\"XA\",\"seq\":3}}");
    }
}
