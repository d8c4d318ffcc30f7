package breakwater.scoring;

import breakwater.exercise.ExerciseEvent.ServiceDeclared;
import breakwater.network.NodeId;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;

/**
 * Outage user-minutes without double counting, of whatever outages are put in: at each moment the largest hit service
 * of a home node counts. One method for the headline, each operator and each inject, so that they can be compared.
 */
final class OutageUsers {

    private static final int MINUTE = 60;

    private final Map<NodeId, UnionOfUsers> byHome = new TreeMap<>();

    void add(ServiceDeclared service, Outage outage) {
        byHome.computeIfAbsent(service.from(), n -> new UnionOfUsers())
                .add(outage.fromSecond(), outage.untilSecond(), service.usersServed());
    }

    /** O(n log n) in the outages. */
    BigDecimal minutes() {
        ExactSum userSeconds = new ExactSum();
        byHome.values().forEach(union -> union.addIntegralTo(userSeconds));
        return Rounding.quotient(userSeconds.value(), MINUTE);
    }
}
