package breakwater.bench;

import java.util.List;

/**
 * B1: the bare event queue. 10,000 entities with one pending event each; take the earliest, schedule it again after a
 * delay uniform over 0 to 2 units of 2^20 ticks.
 *
 * <p>The delays of an entity come from a SplitMix64 generator of its own, so that every contestant draws the same ones
 * whatever the order of events at one instant, and so that the queue is measured rather than the generator.
 */
final class HoldBenchmark implements Benchmark {

    static final int ENTITIES = 10_000;

    /** So many events, that a mistake in the order would show. */
    static final int PROOF_EVENTS = 200_000;

    private static final String OWN = "winner tree";
    private static final String JDK = "jdk PriorityQueue";

    @Override
    public String name() {
        return "B1";
    }

    @Override
    public String title() {
        return "HOLD-10K: take the earliest of 10,000 events, schedule it again";
    }

    @Override
    public List<String> contestants() {
        return List.of(OWN, "ssj SplayTree", "ssj Henriksen", "ssj RedblackTree", JDK);
    }

    @Override
    public Contestant contestant(String name) {
        return switch (name) {
            case OWN -> new HoldOnWinnerTree();
            case JDK -> new HoldOnPriorityQueue();
            default -> new HoldOnSsj(SsjLists.create(name));
        };
    }

    @Override
    public List<Figure> figures(Outcomes outcomes) {
        Outcome own = outcomes.get(OWN);
        String fastest = outcomes.fastest("ssj");
        return List.of(
                Figure.ratioAtLeast(
                        "M events/s",
                        own.millionEventsPerSecond(),
                        outcomes.label(fastest),
                        outcomes.get(fastest).millionEventsPerSecond(),
                        8),
                Figure.comparison(
                        "M events/s",
                        own.millionEventsPerSecond(),
                        outcomes.label(JDK),
                        outcomes.get(JDK).millionEventsPerSecond()),
                // Less than one small object in 50,000 events: what measuring itself allocates.
                Figure.atMost("B allocated/event", own.bytesPerEvent(), 0.001, "0"));
    }

    /** The next state of an entity's SplitMix64 generator. */
    static long nextState(long state) {
        return state + 0x9E37_79B9_7F4A_7C15L;
    }

    /** The delay that goes with a state: 21 bits of ticks. */
    static long delayTicks(long state) {
        long mixed = (state ^ state >>> 30) * 0xBF58_476D_1CE4_E5B9L;
        mixed = (mixed ^ mixed >>> 27) * 0x94D0_49BB_1331_11EBL;
        return (mixed ^ mixed >>> 31) >>> 43;
    }

    /** The state an entity starts from, far from those of all others. */
    static long firstState(int entity) {
        return (entity + 1) * 0xD1B5_4A32_D192_ED03L;
    }

    /** What one event adds to the sum that contestants must agree on; sums do not depend on the order of ties. */
    static long trace(int entity, int count, long ticks) {
        return (ticks + count) * (2L * entity + 1);
    }
}
