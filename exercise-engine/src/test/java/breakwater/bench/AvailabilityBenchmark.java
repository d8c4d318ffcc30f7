package breakwater.bench;

import java.util.List;

/**
 * B2: 1,000 links that fail and are repaired, 500 services on six links each, with service levels accounted for:
 * outages, time lost, a histogram of durations, violations of a limit. The engine's own queue also draws by key and
 * writes a journal with a checksum; its peers do neither and draw from the fastest generator at hand.
 */
final class AvailabilityBenchmark implements Benchmark {

    private static final String OWN = "winner tree";
    private static final String JDK = "jdk PriorityQueue";

    @Override
    public String name() {
        return "B2";
    }

    @Override
    public String title() {
        return "AVAIL-NET: 1,000 failing links, 500 services, service levels, keyed draws, journal";
    }

    @Override
    public List<String> contestants() {
        return List.of(OWN, "ssj SplayTree", "ssj Henriksen", "ssj RedblackTree", JDK);
    }

    @Override
    public Contestant contestant(String name) {
        return switch (name) {
            case OWN -> new AvailabilityOnWinnerTree();
            case JDK -> new AvailabilityOnPriorityQueue();
            default -> new AvailabilityOnSsj(SsjLists.create(name));
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
                        3),
                Figure.comparison(
                        "M events/s",
                        own.millionEventsPerSecond(),
                        outcomes.label(JDK),
                        outcomes.get(JDK).millionEventsPerSecond()),
                Figure.information("B allocated/event", own.bytesPerEvent()));
    }
}
