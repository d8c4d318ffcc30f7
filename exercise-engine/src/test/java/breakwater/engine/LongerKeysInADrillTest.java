package breakwater.engine;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.engine.PlayedDrill.Order;
import breakwater.engine.PlayedDrill.Script;
import breakwater.exercise.Intent;
import breakwater.network.LinkId;
import breakwater.network.ServiceId;

import org.junit.jupiter.api.Test;

/** Keys that are used for longer to spare a link, worked out by hand. */
class LongerKeysInADrillTest {

    /**
     * All from A1 to A2 over the link between them. {@code tunnel}: 256 bit x 10 / 10 s = 256 bit/s; {@code hybrid} the
     * same; {@code pad}: 100 bit/s without rekeying; {@code first}, of class 0, as {@code tunnel}.
     */
    private static final String SERVICES = """
              - {id: first, from: A1, to: A2, aes256: {rekey: 10 s, associations: 10}, class: 0, grace: 0 s, users: 1, route: {direct: true}}
              - {id: hybrid, from: A1, to: A2, hybrid: {rekey: 10 s, associations: 10}, class: 1, grace: 0 s, users: 1, route: {direct: true}}
              - {id: tunnel, from: A1, to: A2, aes256: {rekey: 10 s, associations: 10}, class: 2, grace: 0 s, users: 1, route: {direct: true}}
              - {id: pad, from: A1, to: A2, otpBitPerSecond: 100, class: 2, grace: 0 s, users: 1, route: {direct: true}}
            """;

    private static final Script SCRIPT =
            Script.near("fibre-cut: {links: [A1~A2], work: 20 min}").withServices(SERVICES);

    private static final LinkId NEAR = new LinkId("A1~A2");
    private static final LinkId OTHER = new LinkId("A1~A3");

    private static Order at(long seconds, Intent intent) {
        return new Order(seconds, "XA", intent);
    }

    @Test
    void servicesOfTheClassThatRekeyAskForLessUntilTheLinkNeedsItNoMore() {
        PlayedDrill drill = PlayedDrill.ordered(
                SCRIPT,
                at(200, new Intent.LongerRekey(NEAR, 1, 100)),
                at(300, new Intent.AgreedRekey(NEAR)));

        assertThat(drill.linesWith("service-adapted"))
                .containsExactly(
                        "200 XA service-adapted hybrid HYBRID 26",
                        "200 XA service-adapted tunnel AES-256 26",
                        "300 XA service-adapted hybrid HYBRID 256",
                        "300 XA service-adapted tunnel AES-256 256");
    }

    @Test
    void theStoreLastsLonger() {
        // From 162.5 s at the latest the store is full: 100,000 bit. Cut at 100 s, 868 bit/s are
        // taken, later
        // 256 + 26 + 26 + 100 = 408.
        PlayedDrill all = PlayedDrill.ordered(SCRIPT);
        PlayedDrill less =
                PlayedDrill.ordered(SCRIPT, at(110, new Intent.LongerRekey(NEAR, 1, 100)));

        assertThat(all.linesWith("store-changed A1~A2 EXHAUSTED")).hasSize(1);
        assertThat(secondOf(less, "store-changed A1~A2 EXHAUSTED"))
                .isGreaterThan(2 * secondOf(all, "store-changed A1~A2 EXHAUSTED") - 130);
    }

    private static double secondOf(PlayedDrill drill, String part) {
        return Double.parseDouble(drill.linesWith(part).get(0).split(" ", 2)[0]);
    }

    @Test
    void whoIsShortOnTwoLinksComesBackWithTheLast() {
        PlayedDrill drill = PlayedDrill.ordered(
                SCRIPT.withServices(
                        "  - {id: round, from: A1, to: A2, aes256: {rekey: 10 s, associations: 10}, class: 1, grace: 0 s, users: 1}\n"),
                at(200, new Intent.LongerRekey(NEAR, 1, 100)),
                at(210, new Intent.LongerRekey(OTHER, 1, 100)),
                at(300, new Intent.AgreedRekey(NEAR)),
                at(400, new Intent.AgreedRekey(OTHER)));

        assertThat(drill.linesWith("service-adapted"))
                .containsExactly(
                        "200 XA service-adapted round AES-256 26",
                        "400 XA service-adapted round AES-256 256");
    }

    @Test
    void whoWasChangedInAnotherWayMeanwhileStaysAsItIs() {
        PlayedDrill drill = PlayedDrill.ordered(
                SCRIPT,
                at(200, new Intent.LongerRekey(NEAR, 2, 100)),
                at(250, new Intent.ChangeRekey(new ServiceId("tunnel"), 200)),
                at(300, new Intent.AgreedRekey(NEAR)));

        assertThat(drill.linesWith("service-adapted"))
                .containsExactly(
                        "200 XA service-adapted tunnel AES-256 26",
                        "250 XA service-adapted tunnel AES-256 13");
    }

    @Test
    void anIntervalThatIsNoneIsRefused() {
        PlayedDrill drill =
                PlayedDrill.ordered(SCRIPT, at(200, new Intent.LongerRekey(NEAR, 1, 0)));

        assertThat(drill.linesWith("intent-refused"))
                .containsExactly(
                        "200 XA intent-refused orders longer-rekey A1~A2 Expected a rekey interval of 1 to 31622400 s, but found 0.");
    }
}
