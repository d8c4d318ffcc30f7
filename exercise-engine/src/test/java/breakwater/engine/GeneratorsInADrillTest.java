package breakwater.engine;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.engine.PlayedDrill.Order;
import breakwater.engine.PlayedDrill.Script;
import breakwater.exercise.Intent;
import breakwater.network.NodeId;

import org.junit.jupiter.api.Test;

/** What mobile generators do, worked out by hand: setting one up takes 30 minutes, and XA has one. */
class GeneratorsInADrillTest {

    private static final Script DARK_A2 =
            Script.near("power-loss: {area: {nodes: [A2]}, outage: 2 h}").lasting("3 h");

    private static Order power(long seconds, String node) {
        return new Order(seconds, "XA", new Intent.PowerNode(new NodeId(node)));
    }

    @Test
    void aCrewBringsOneToANodeThatIsDarkAndItFeedsTheNodeUntilTheGridIsBack() {
        PlayedDrill drill = PlayedDrill.ordered(DARK_A2, power(200, "A2"));

        assertThat(drill.linesWith("intent-", "crew-", "node-changed", "generator-", "service-"))
                .containsExactly(
                        "100 XA node-changed A2 ON_BATTERY",
                        "200 XA intent-accepted orders power-node A2",
                        "200 XA crew-changed XA-crew-1 TRAVELLING power/A2 200000000",
                        "200 XA crew-changed XA-crew-1 WORKING power/A2 2000000000",
                        "700 XA node-changed A2 DOWN",
                        "700 XA service-changed near STARVED 0",
                        "2000 XA crew-changed XA-crew-1 IDLE  2000000000",
                        "2000 XA node-changed A2 ON_GENERATOR",
                        "2000 XA generator-changed A2 true 0",
                        "2000 XA service-changed near OK 200",
                        "7300 XA node-changed A2 UP",
                        "7300 XA generator-changed A2 false 1");
    }

    @Test
    void whoBringsOneIsCalledBackWhenTheGridIsBackFirst() {
        PlayedDrill drill = PlayedDrill.ordered(
                Script.near("power-loss: {area: {nodes: [A2]}, outage: 5 min}").lasting("3 h"),
                power(200, "A2"));

        assertThat(drill.linesWith("crew-", "node-changed", "generator-"))
                .containsExactly(
                        "100 XA node-changed A2 ON_BATTERY",
                        "200 XA crew-changed XA-crew-1 TRAVELLING power/A2 200000000",
                        "200 XA crew-changed XA-crew-1 WORKING power/A2 2000000000",
                        "400 XA node-changed A2 UP",
                        "400 XA crew-changed XA-crew-1 IDLE  400000000");
    }

    @Test
    void itIsRefusedWhereTheGridIsThereOrOneIsOnItsWayOrNoneIsLeft() {
        PlayedDrill drill = PlayedDrill.ordered(
                Script.near("power-loss: {area: {nodes: [A2, A3]}, outage: 2 h}")
                        .lasting("3 h"),
                power(200, "A1"),
                power(201, "A2"),
                power(202, "A2"),
                power(203, "A3"),
                power(204, "B1"));

        assertThat(drill.linesWith("intent-refused"))
                .containsExactly(
                        "200 XA intent-refused orders power-node A1 Expected a node without grid, but 'A1' is on the grid.",
                        "202 XA intent-refused orders power-node A2 Expected a node without generator, but 'A2' has one on its way.",
                        "203 XA intent-refused orders power-node A3 Expected a free generator for 'A3', but there is none. Maybe wait until one is free, or ask for aid.",
                        "204 XA intent-refused orders power-node B1 Expected a node of XA, but 'B1' is none.");
    }

    @Test
    void whoIsRecalledTakesTheGeneratorAlong() {
        PlayedDrill drill = PlayedDrill.ordered(
                Script.near("power-loss: {area: {nodes: [A3]}, outage: 4 h}").lasting("5 h"),
                power(200, "A3"),
                new Order(300, "XA", new Intent.RecallCrew("power/A3")),
                power(400, "A3"));

        // The crew counts as being at A3 already when it is called back.
        assertThat(drill.linesWith("crew-", "generator-"))
                .containsExactly(
                        "200 XA crew-changed XA-crew-1 TRAVELLING power/A3 6871704814",
                        "300 XA crew-changed XA-crew-1 IDLE  300000000",
                        "400 XA crew-changed XA-crew-1 TRAVELLING power/A3 400000000",
                        "400 XA crew-changed XA-crew-1 WORKING power/A3 2200000000",
                        "2200 XA crew-changed XA-crew-1 IDLE  2200000000",
                        "2200 XA generator-changed A3 true 0",
                        "14500 XA generator-changed A3 false 1");
    }
}
