package breakwater.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import breakwater.engine.PlayedDrill.Script;
import breakwater.report.ReportDocument;
import breakwater.report.ReportDocument.LinkMark;
import breakwater.report.Reporter;
import breakwater.scoring.Figures;
import breakwater.scoring.Measure;
import breakwater.scoring.Scorecard;
import breakwater.scoring.Scorer;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;

/** What each kind of fault does to nodes, links, stores and services, worked out by hand. */
class FaultsInADrillTest {

    @Test
    void aCutLinkServesFromItsStoreUntilThatIsEmpty() {
        PlayedDrill drill =
                PlayedDrill.unanswered(Script.near("fibre-cut: {links: [A1~A2], work: 1 h}"));

        // 100,000 bit at 200 bit/s: below 20,000 just after 400 s, empty after 500 s.
        assertThat(drill.linesWith("A1~A2", "near"))
                .containsExactly(
                        "100 XA fault-began blow cut A1~A2",
                        "100 XA link-changed A1~A2 CUT 0",
                        "100 XA repair-opened blow/A1~A2 A1~A2",
                        "500.000001 XA store-changed A1~A2 LOW 19999.999800",
                        "600 XA store-changed A1~A2 EXHAUSTED 0.000000",
                        "600 XA segment-changed near 0 0 []",
                        "600 XA service-changed near STARVED 0");
    }

    @Test
    void aDisasterTakesNodesAndTheLinksBetweenAndOneCrewMendsSiteAfterSite() {
        PlayedDrill drill = PlayedDrill.answered(
                Script.near("regional-disaster: {area: {nodes: [A2, A3]}, work: 100 s}")
                        .lasting("3 h"));

        // The crew stands at A2. A3 is 1 degree south of it: 6371.0088 km x pi / 180 = 111.19508
        // km, at 60 km/h
        // 6671.704814 s; the middle of the link is half as far.
        assertThat(drill.linesWith("repair-", "crew-changed", "node-changed", "A2~A3 "))
                .containsExactly(
                        "100 XA node-changed A2 DOWN",
                        "100 XA link-changed A2~A3 DARK 0",
                        "100 XA relay-changed A2~A3 false node-down",
                        "100 XA repair-opened blow/A2 A2",
                        "100 XA node-changed A3 DOWN",
                        "100 XA repair-opened blow/A3 A3",
                        "100 XA link-changed A2~A3 CUT 0",
                        "100 XA repair-opened blow/A2~A3 A2~A3",
                        "105 XA crew-changed XA-crew-1 TRAVELLING blow/A2 105000000",
                        "105 XA crew-changed XA-crew-1 WORKING blow/A2 205000000",
                        "205 XA repair-closed blow/A2",
                        "205 XA crew-changed XA-crew-1 IDLE  205000000",
                        "205 XA node-changed A2 UP",
                        "210 XA crew-changed XA-crew-1 TRAVELLING blow/A3 6881704814",
                        "6881.704814 XA crew-changed XA-crew-1 WORKING blow/A3 6981704814",
                        "6981.704814 XA repair-closed blow/A3",
                        "6981.704814 XA crew-changed XA-crew-1 IDLE  6981704814",
                        "6981.704814 XA node-changed A3 UP",
                        "6981.704814 XA relay-changed A2~A3 true node-relays",
                        "6986.704814 XA crew-changed XA-crew-1 TRAVELLING blow/A2~A3 10322557221",
                        "10322.557221 XA crew-changed XA-crew-1 WORKING blow/A2~A3 10422557221",
                        "10422.557221 XA repair-closed blow/A2~A3",
                        "10422.557221 XA crew-changed XA-crew-1 IDLE  10422557221",
                        "10422.557221 XA link-changed A2~A3 ALIGNING 0",
                        "10482.557221 XA link-changed A2~A3 FILLING 0",
                        "10492.557221 XA link-changed A2~A3 UP 1000");
    }

    @Test
    void aNodeRunsOnBatteryThenGoesDownAndItsLinksGoDark() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.near("power-loss: {area: {nodes: [A2]}, outage: 20 min}"));

        assertThat(drill.linesWith("node-changed", "A1~A2", "service-changed"))
                .containsExactly(
                        "100 XA node-changed A2 ON_BATTERY",
                        "700 XA node-changed A2 DOWN",
                        "700 XA link-changed A1~A2 DARK 0",
                        "700 XA relay-changed A1~A2 false node-down",
                        "700 XA service-changed near STARVED 0",
                        "1300 XA node-changed A2 UP",
                        "1300 XA link-changed A1~A2 ALIGNING 0",
                        "1300 XA relay-changed A1~A2 true node-relays",
                        "1300 XA service-changed near OK 200",
                        "1360 XA link-changed A1~A2 FILLING 0",
                        "1370 XA link-changed A1~A2 UP 1000");
    }

    @Test
    void anOutageShorterThanTheBatteryIsNoticedByNobody() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.near("power-loss: {area: {nodes: [A2]}, outage: 599 s}"));

        assertThat(drill.linesWith("-changed"))
                .containsExactly("100 XA node-changed A2 ON_BATTERY", "699 XA node-changed A2 UP");
    }

    @Test
    void aCrashedAgentPausesItsLinksWithoutRealignment() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.near("kms-crash: {nodes: [A2], storesLost: false, outage: 60 s}"));

        assertThat(drill.linesWith("kms-changed", "A1~A2", "service-changed"))
                .containsExactly(
                        "100 XA kms-changed A2 CRASHED",
                        "100 XA link-changed A1~A2 UP 0",
                        "100 XA relay-changed A1~A2 false kms-down",
                        "100 XA service-changed near STARVED 0",
                        "160 XA kms-changed A2 RESTORING",
                        "190 XA kms-changed A2 UP",
                        "190 XA link-changed A1~A2 UP 1000",
                        "190 XA relay-changed A1~A2 true node-relays",
                        "190 XA service-changed near OK 200");
    }

    @Test
    void theLinksOfAnAgentThatIsDownCountAsNotGenerating() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.near("kms-crash: {nodes: [A2], storesLost: false, outage: 5 h}")
                        .lasting("6 h"));

        // Three links end at A2, and give nothing for 5 h and the 30 s of resynchronisation.
        Scorecard card = Scorer.score(drill.log());
        assertThat(card.links())
                .filteredOn(link -> link.notGeneratingMicros() > 0)
                .allMatch(link -> link.notGeneratingMicros() == 18_030_000_000L)
                .extracting(link -> link.declared().link().value())
                .containsExactly("A1~A2", "A2~A3", "A2~B1");
        Figures all = card.federation().figures();
        assertThat(all.findValue(Measure.LINKS_HIT)).contains(BigDecimal.valueOf(3));
        assertThat(all.valueOr(Measure.LINK_AVAILABILITY, 0))
                .isCloseTo(1 - 3 * 18_030 / (6 * 21_600.0), within(1e-9));
        ReportDocument report = Reporter.report(card, drill.log());
        assertThat(report.injects().get(0).toll().linksLost()).isEqualTo(3);
        assertThat(report.network().links())
                .filteredOn(link -> link.id().equals("A2~A3"))
                .extracting(LinkMark::reason)
                .containsExactly("AGENT_DOWN");
    }

    @Test
    void lostStoresServeAgainOnlyFromTheirRestartMark() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.near("kms-crash: {nodes: [A2], storesLost: true, outage: 60 s}"));

        // Back at 190 s, 10,000 bit ten seconds later.
        assertThat(drill.linesWith("store-voided A1~A2", "store-changed A1~A2", "service-changed"))
                .containsExactly(
                        "100 XA store-voided A1~A2 100000.000000",
                        "100 XA store-changed A1~A2 EXHAUSTED 0.000000",
                        "100 XA service-changed near STARVED 0",
                        "200 XA store-changed A1~A2 LOW 10000.000000",
                        "200 XA service-changed near OK 200",
                        "237.5 XA store-changed A1~A2 NORMAL 40000.000000");
    }

    @Test
    void anAlarmedLinkMakesNoKeyButItsStoreServesOn() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.near("qber-alarm: {links: [A1~A2], investigation: 100 s}"));

        assertThat(drill.linesWith("-changed"))
                .containsExactly(
                        "100 XA link-changed A1~A2 QBER_HIGH 0",
                        "200 XA link-changed A1~A2 ALIGNING 0",
                        "260 XA link-changed A1~A2 FILLING 0",
                        "270 XA link-changed A1~A2 UP 1000");
    }

    @Test
    void plannedWorkIsAnnouncedAtStartEx() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.near("planned-maintenance: {links: [A1~A2], window: 100 s}"));

        assertThat(drill.linesAtStartExWith("maintenance-declared"))
                .containsExactly("0 control maintenance-declared blow Blow 100000000 200000000");
        assertThat(drill.linesWith("-changed"))
                .containsExactly(
                        "100 XA link-changed A1~A2 DISABLED 0",
                        "200 XA link-changed A1~A2 ALIGNING 0",
                        "260 XA link-changed A1~A2 FILLING 0",
                        "270 XA link-changed A1~A2 UP 1000");
    }

    @Test
    void faultyReleasesTakeDownEveryNodeThatRunsThemInEveryDomain() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.near("faulty-software: {softwareVersion: V1, rollback: 100 s}"));

        assertThat(drill.linesWith("node-changed"))
                .containsExactlyInAnyOrder(
                        "100 XA node-changed A1 DOWN",
                        "100 XA node-changed A2 DOWN",
                        "100 XB node-changed B1 DOWN",
                        "100 XB node-changed B2 DOWN",
                        "200 XA node-changed A1 UP",
                        "200 XA node-changed A2 UP",
                        "200 XB node-changed B1 UP",
                        "200 XB node-changed B2 UP");
    }

    @Test
    void aPartitionedControllerRefusesToAllocateAndIsAskedAgainWhenItIsBack() {
        PlayedDrill drill = PlayedDrill.answered(Script.near("")
                .withInjects(
                        "split at 100 s: control-partition: {domains: [XA], outage: 300 s}",
                        "cut at 150 s: fibre-cut: {links: [A1~A2], work: 1 h}"));

        assertThat(drill.linesWith("XA controller-changed", "XA intent", "XA plan-solved"))
                .containsExactly(
                        "5 XA intent-accepted default-policy reoptimise ",
                        "5 XA plan-solved 1 200 200",
                        "100 XA controller-changed PARTITIONED",
                        "155 XA intent-refused default-policy reoptimise  Expected the controller of XA to be LEADER,"
                                + " but it is PARTITIONED. Maybe wait until it heals; local repair goes on.",
                        "155 XA intent-accepted default-policy dispatch-crew cut/A1~A2",
                        "400 XA controller-changed LEADER",
                        "405 XA intent-accepted default-policy reoptimise ",
                        "405 XA plan-solved 1 200 13");
    }

    @Test
    void aLinkWhoseAgentsCannotReachEachOtherMakesKeyThatCannotBeUsed() {
        PlayedDrill drill =
                PlayedDrill.unanswered(Script.near("fibre-cut: {kmLinks: [km:A1-A2], work: 1 h}"));

        assertThat(drill.linesWith("A1~A2", "service-changed"))
                .containsExactly(
                        "100 XA relay-changed A1~A2 false km-unreachable",
                        "100 XA service-changed near STARVED 0");
    }

    @Test
    void linksFailAndMendByThemselvesAsOftenAsTheirMeansSay() {
        PlayedDrill drill =
                PlayedDrill.unanswered(Script.near("").lasting("20 d").withScenario("""
                injects: []
                hazards: {linkUpMean: 1 h, down: 60 s}
                """));

        // Per failure 3,600 s up on average, 60 s cut, 70 s realigning and filling: 463.3 per link
        // in 20 days, 2,780 in all, standard deviation below the root of it.
        assertThat(drill.linesWith(" CUT 0").size()).isBetween(2_780 - 5 * 53, 2_780 + 5 * 53);
    }

    @Test
    void aDisasterCutsTheLinksOfBothKindsThatPassThroughItsDisc() {
        // On the way from A1 to A2, 11 km off it; A1, at 38.6 km, and A2 are outside.
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.near(
                        "regional-disaster: {area: {disc: {centre: [46.1, -33.5], radiusKm: 20}}, work: 1 h}"));

        assertThat(drill.linesWith("node-changed", "link-changed", "repair-opened", "A1~A2", "km-"))
                .containsExactly(
                        "100 XA fault-began blow cut A1~A2",
                        "100 XA link-changed A1~A2 CUT 0",
                        "100 XA repair-opened blow/A1~A2 A1~A2",
                        "100 XA repair-opened blow/km:A1-A2 km:A1-A2",
                        "100 XA relay-changed A1~A2 false km-unreachable",
                        "100 XA relay-changed A2~A3 false km-unreachable");
    }

    @Test
    void whatADisasterCutsInOneDuctIsOneJob() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.near(
                        "regional-disaster: {area: {disc: {centre: [45.5, -33.5], radiusKm: 20}}, work: 1 h}"));

        assertThat(drill.linesWith("repair-opened", "CUT"))
                .containsExactly(
                        "100 XA link-changed A1~A3 CUT 0", "100 XA repair-opened blow/duct duct");
        assertThat(drill.linesWith("A1~A3 false"))
                .containsExactly("100 XA relay-changed A1~A3 false km-unreachable");
    }

    @Test
    void aLossGoesBackToWhatHinderedTheWayNotToWhatHappenedLast() {
        PlayedDrill drill = PlayedDrill.answered(Script.near("")
                .lasting("1 h")
                .withServices("""
                  - {id: near, from: A1, to: A2, otpBitPerSecond: 200, class: 0, grace: 0 s, users: 1, route: {direct: true}}
                  - {id: side, from: A1, to: A3, otpBitPerSecond: 200, class: 0, grace: 0 s, users: 1, route: {direct: true}}
                """)
                .withInjects(
                        "one at 100 s: fibre-cut: {links: [A1~A2], work: 5 h}",
                        "two at 150 s: fibre-cut: {links: [A1~A3], work: 5 h}"));

        // The allocation of 155 s, which the second cut asks for, touches both; so does that of
        // 3035.9 s, which the first one's low store asks for.
        assertThat(drill.linesAndCausesWith("-changed "))
                .containsExactly(
                        "100 XA link-changed A1~A2 CUT 0 because of one",
                        "105 XA segment-changed near 0 27 [PathFlow[path=0, rateBitPerSecond=27]] because of one",
                        "105 XA service-changed near STARVED 27 because of one",
                        "105 XA crew-changed XA-crew-1 TRAVELLING one/A1~A2 2422273992 because of one",
                        "150 XA link-changed A1~A3 CUT 0 because of two",
                        "155 XA segment-changed side 0 27 [PathFlow[path=0, rateBitPerSecond=27]] because of two",
                        "155 XA service-changed side STARVED 27 because of two",
                        "2422.273992 XA crew-changed XA-crew-1 WORKING one/A1~A2 20422273992 because of one",
                        "3030.925926 XA store-changed A1~A2 LOW 19999.999998 because of one",
                        "3035.925926 XA segment-changed near 0 5 [PathFlow[path=0, rateBitPerSecond=5]] because of one",
                        "3035.925926 XA segment-changed side 0 5 [PathFlow[path=0, rateBitPerSecond=5]] because of two",
                        "3278.925926 XA store-changed A1~A3 LOW 19999.999998 because of two");
    }
}
