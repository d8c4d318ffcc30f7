package breakwater.engine;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.engine.PlayedDrill.Script;

import org.junit.jupiter.api.Test;

/** What one operator learns of the other's faults, how late, and what becomes of the service between. */
class BordersInADrillTest {

    @Test
    void theOwnerHearsOfADarkFarNodeOneLatencyLater() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.far("power-loss: {area: {nodes: [B1]}, outage: 20 min}"));

        assertThat(drill.linesWith("XB node-changed", "A2~B1"))
                .containsExactly(
                        "100 XB node-changed B1 ON_BATTERY",
                        "700 XB node-changed B1 DOWN",
                        "701 XA link-changed A2~B1 DARK 0",
                        "701 XA relay-changed A2~B1 false far-node-down",
                        "1300 XB node-changed B1 UP",
                        "1301 XA link-changed A2~B1 ALIGNING 0",
                        "1301 XA relay-changed A2~B1 true far-node-relays",
                        "1361 XA link-changed A2~B1 FILLING 0",
                        "1371 XA link-changed A2~B1 UP 1000");
    }

    @Test
    void aCrashedFarAgentPausesTheLinkAndItsLostKeyVoidsTheStore() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.far("kms-crash: {nodes: [B1], storesLost: true, outage: 60 s}"));

        assertThat(drill.linesWith("A2~B1"))
                .containsExactly(
                        "101 XA link-changed A2~B1 UP 0",
                        "101 XA relay-changed A2~B1 false far-kms-down",
                        "101 XA store-voided A2~B1 100000.000000",
                        "101 XA store-changed A2~B1 EXHAUSTED 0.000000",
                        "191 XA link-changed A2~B1 UP 1000",
                        "191 XA relay-changed A2~B1 true far-node-relays",
                        "201 XA store-changed A2~B1 LOW 10000.000000",
                        "231 XA store-changed A2~B1 NORMAL 40000.000000");
    }

    @Test
    void aClosedBorderIsGoneRoundOverTheOther() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.far(
                        "gateway-limit: {gateways: [gw:north], by: XB, quotaBitPerSecond: 0, outage: 100 s}"));

        assertThat(drill.linesWith("gateway-changed", "route-chosen", "service-changed"))
                .containsExactly(
                        "100 XB gateway-changed gw:north CLOSED 0",
                        "101 XA gateway-changed gw:north CLOSED 0",
                        "101 XA route-chosen far 1 [XA, XB]",
                        "200 XB gateway-changed gw:north OPEN 0",
                        "201 XA gateway-changed gw:north OPEN 0");
    }

    @Test
    void aServiceIsDegradedForItsGraceThenStarved() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.far(
                        "gateway-limit: {gateways: [gw:north, gw:south], by: XA, quotaBitPerSecond: 0, outage: 100 s}"));

        assertThat(drill.linesWith("service-changed"))
                .containsExactly(
                        "102 XA service-changed far DEGRADED 0",
                        "112 XA service-changed far STARVED 0",
                        "200 XA service-changed far OK 100");
    }

    @Test
    void aHybridServiceFallsBackAndIsNeverStarved() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.far(
                                "gateway-limit: {gateways: [gw:north, gw:south], by: XA, quotaBitPerSecond: 0, outage: 100 s}")
                        .withServices(
                                "  - {id: far, from: A1, to: B1, hybrid: {rekey: 60 s, associations: 10}, class: 1, grace: 10 s, users: 1}\n"));

        // 256 x 10 / 60 rounded up.
        assertThat(drill.linesWith("service-changed"))
                .containsExactly(
                        "102 XA service-changed far DEGRADED 0",
                        "200 XA service-changed far OK 43");
    }

    @Test
    void aChangedRouteIsKeptForAMinuteThoughABetterOneOpens() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.far("")
                        .withInjects(
                                "north at 100 s: gateway-limit: {gateways: [gw:north], by: XA, quotaBitPerSecond: 0, outage: 10 s}",
                                "south at 105 s: gateway-limit: {gateways: [gw:south], by: XA, quotaBitPerSecond: 0, outage: 200 s}"));

        // gw:south belongs to XB, which hears of it at 106 s and tells XA by 107 s. gw:north is
        // open again since 110 s.
        assertThat(drill.linesWith("route-chosen", "service-changed"))
                .containsExactly(
                        "100 XA route-chosen far 1 [XA, XB]",
                        "107 XA service-changed far DEGRADED 0",
                        "117 XA service-changed far STARVED 0",
                        "160 XA route-chosen far 0 [XA, XB]",
                        "160 XA service-changed far OK 100");
    }

    @Test
    void aThrottledBorderCarriesItsQuota() {
        PlayedDrill drill = PlayedDrill.answered(
                Script.far(
                        "gateway-limit: {gateways: [gw:north, gw:south], by: XB, quotaBitPerSecond: 60, outage: 100 s}"));

        // 60 of 100 is more than half: the service stays OK. XB owns no link on the way.
        assertThat(drill.linesWith(
                        "gateway-changed gw:north",
                        "segment-changed far",
                        "service-changed",
                        "route-chosen"))
                .containsExactly(
                        "100 XB gateway-changed gw:north THROTTLED 60",
                        "101 XA gateway-changed gw:north THROTTLED 60",
                        "101 XA segment-changed far 0 60 [PathFlow[path=0, rateBitPerSecond=60]]",
                        "102 XB segment-changed far 0 60 []",
                        "200 XB gateway-changed gw:north OPEN 0",
                        "201 XA gateway-changed gw:north OPEN 0",
                        "206 XA segment-changed far 0 100 [PathFlow[path=0, rateBitPerSecond=100]]",
                        "207 XB segment-changed far 0 100 []");
    }

    @Test
    void aGenerousQuotaOnTheOtherBorderLetsNewcomersIn() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.far("")
                        .withInjects(
                                "wide at 50 s: gateway-limit: {gateways: [gw:south], by: XB, quotaBitPerSecond: 5000, outage: 30 min}",
                                "north at 100 s: gateway-limit: {gateways: [gw:north], by: XA, quotaBitPerSecond: 0, outage: 30 min}"));

        assertThat(drill.linesWith("route-chosen", "service-changed"))
                .containsExactly("100 XA route-chosen far 1 [XA, XB]");
    }

    @Test
    void aQuotaIsDealtByClassAmongAllWhoWantTheBorder() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.far("")
                        .withServices("""
                  - {id: first, from: A1, to: B1, otpBitPerSecond: 100, class: 0, grace: 10 s, users: 1}
                  - {id: second, from: A1, to: B1, otpBitPerSecond: 100, class: 1, grace: 10 s, users: 1}
                """)
                        .withInjects(
                                "south at 50 s: gateway-limit: {gateways: [gw:south], by: XA, quotaBitPerSecond: 0, outage: 30 min}",
                                "narrow at 100 s: gateway-limit: {gateways: [gw:north], by: XA, quotaBitPerSecond: 130, outage: 30 min}"));

        // first keeps all of its 100, second what is left of 130, until gw:south opens: XB, its
        // owner, hears of it at 1851 s, and XA of XB's offer a second later.
        assertThat(drill.linesWith("XA segment-changed", "service-changed"))
                .containsExactly(
                        "100 XA segment-changed second 0 30 [PathFlow[path=0, rateBitPerSecond=30]]",
                        "100 XA service-changed second DEGRADED 30",
                        "110 XA service-changed second STARVED 30",
                        "1852 XA service-changed second OK 100",
                        "1852 XA segment-changed second 0 0 []",
                        "1852 XA segment-changed second 1 100 [PathFlow[path=0, rateBitPerSecond=100]]");
    }

    @Test
    void ofTwoLimitsOnABorderTheStricterCountsUntilItEnds() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.far("")
                        .withInjects(
                                "long at 100 s: gateway-limit: {gateways: [gw:north], by: XA, quotaBitPerSecond: 0, outage: 300 s}",
                                "short at 150 s: gateway-limit: {gateways: [gw:north], by: XA, quotaBitPerSecond: 60, outage: 100 s}",
                                "last at 350 s: gateway-limit: {gateways: [gw:north], by: XA, quotaBitPerSecond: 60, outage: 200 s}"));

        assertThat(drill.linesWith("XA gateway-changed"))
                .containsExactly(
                        "100 XA gateway-changed gw:north CLOSED 0",
                        "400 XA gateway-changed gw:north THROTTLED 60",
                        "550 XA gateway-changed gw:north OPEN 0");
    }

    @Test
    void aDirectServiceTakesItsBorderLinkAndNoOther() {
        PlayedDrill drill = PlayedDrill.unanswered(
                Script.far(
                                "gateway-limit: {gateways: [gw:north], by: XA, quotaBitPerSecond: 0, outage: 100 s}")
                        .withServices(
                                "  - {id: far, from: B1, to: A2, otpBitPerSecond: 100, class: 1, grace: 10 s, users: 1, route: {direct: true}}\n"));

        assertThat(drill.linesWith("route-chosen", "service-changed"))
                .containsExactly(
                        "101 XB service-changed far DEGRADED 0",
                        "111 XB service-changed far STARVED 0",
                        "201 XB service-changed far OK 100");
    }
}
