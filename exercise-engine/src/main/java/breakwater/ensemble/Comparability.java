package breakwater.ensemble;

import breakwater.network.Service;
import breakwater.scenario.Exercise;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Whether two arms may be compared drill by drill: the same operators, the same services and as much time. Links,
 * nodes, faults, playbooks and agreements may differ, for that is what is compared.
 */
public final class Comparability {

    /** As many services as fit into a sentence. */
    private static final int NAMED_MAX = 3;

    private Comparability() {}

    /** Why not, in sentences; empty when they may. */
    public static Optional<String> findObjection(Arm first, Arm other) {
        Exercise one = first.plan().exercise();
        Exercise two = other.plan().exercise();
        if (one.horizonMicros() != two.horizonMicros()) {
            return Optional.of(
                    "Expected two exercises with the same horizon, but '%s' ends after %s s and '%s' after %s s. Maybe give both the same 'clock'."
                            .formatted(
                                    first.name(),
                                    one.horizonMicros() / 1_000_000,
                                    other.name(),
                                    two.horizonMicros() / 1_000_000));
        }
        if (!first.plan().domains().stream()
                .map(d -> d.id())
                .toList()
                .equals(other.plan().domains().stream().map(d -> d.id()).toList())) {
            return Optional.of(
                    "Expected two exercises with the same operators, but those of '%s' are not those of '%s'. Maybe compare exercises on one network."
                            .formatted(first.name(), other.name()));
        }
        List<String> different = differentServices(one, two);
        return different.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        "Expected two exercises with the same services, but '%s' and '%s' differ in %s%s. Maybe compare exercises on one network."
                                .formatted(
                                        first.name(),
                                        other.name(),
                                        String.join(
                                                ", ",
                                                different.subList(
                                                        0, Math.min(NAMED_MAX, different.size()))),
                                        different.size() > NAMED_MAX
                                                ? " and %s more"
                                                        .formatted(different.size() - NAMED_MAX)
                                                : ""));
    }

    private static List<String> differentServices(Exercise one, Exercise two) {
        Map<String, Judged> left = judged(one);
        Map<String, Judged> right = judged(two);
        List<String> different = new ArrayList<>();
        left.forEach((id, service) -> {
            if (!service.equals(right.get(id))) {
                different.add(id);
            }
        });
        right.keySet().stream().filter(id -> !left.containsKey(id)).forEach(different::add);
        return different.stream().sorted().toList();
    }

    /** What of a service its figures are weighed by; its routes and grace may differ. */
    private record Judged(String from, String to, int priorityClass, long demand, int users) {}

    private static Map<String, Judged> judged(Exercise exercise) {
        Map<String, Judged> all = new HashMap<>();
        for (Service service : exercise.network().services()) {
            all.put(
                    service.id().value(),
                    new Judged(
                            service.from().value(),
                            service.to().value(),
                            service.priorityClass(),
                            service.suite().demandBitPerSecond(),
                            service.usersServed()));
        }
        return all;
    }
}
