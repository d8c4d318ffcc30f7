package breakwater.bench;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;

/** The outcomes of one benchmark by contestant, in the order in which they took turns. */
public final class Outcomes {

    private final Map<String, Outcome> byContestant;

    Outcomes(Map<String, Outcome> byContestant) {
        this.byContestant = new LinkedHashMap<>(byContestant);
    }

    public Outcome get(String contestant) {
        Outcome outcome = byContestant.get(contestant);
        if (outcome == null) {
            throw new IllegalArgumentException(
                    "No outcome of '%s', only of %s.".formatted(contestant, byContestant.keySet()));
        }
        return outcome;
    }

    /** The fastest of the contestants whose names begin so. */
    public String fastest(String prefix) {
        return byContestant.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(prefix))
                .min(Comparator.comparingDouble(entry -> entry.getValue().nanosPerEvent()))
                .orElseThrow()
                .getKey();
    }

    /** The contestant's name with the version of what it ran on. */
    public String label(String contestant) {
        return contestant + " " + get(contestant).version();
    }

    void forEach(BiConsumer<String, Outcome> action) {
        byContestant.forEach(action);
    }

    /** Why the times of one of them do not count, if so. */
    Optional<String> findComplaint() {
        return byContestant.entrySet().stream()
                .filter(entry -> !entry.getValue().complaint().isEmpty())
                .map(entry -> entry.getKey() + ": " + entry.getValue().complaint())
                .findFirst();
    }
}
