package breakwater.engine.plan;

import breakwater.graph.CsrGraph;
import breakwater.network.QkdLink;

/** Lengths as the integer weights of routing. */
final class LinkLength {

    /** Weights count 100 m: finer than any route differs, coarse enough for the longest link on Earth. */
    private static final double WEIGHTS_PER_KM = 10;

    private LinkLength() {}

    /** At least 1, rounded. */
    static int weight(QkdLink link) {
        long weight = Math.round(link.lengthKm() * WEIGHTS_PER_KM);
        return (int) Math.max(1, Math.min(weight, CsrGraph.MAX_WEIGHT));
    }
}
