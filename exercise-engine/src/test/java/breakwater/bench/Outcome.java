package breakwater.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What one contestant reached in one pass.
 *
 * @param nanosPerEvent CPU time of the thread, median over the second half of the rounds
 * @param bytesPerEvent allocated by the thread, over the second half of the rounds
 * @param version of the library that did the work
 * @param complaint why the times do not count; empty if they do
 */
public record Outcome(
        double nanosPerEvent, double bytesPerEvent, String version, String complaint) {

    private static final String TAB = "\t";

    public double millionEventsPerSecond() {
        return 1_000 / nanosPerEvent;
    }

    /** The medians over several passes; the first complaint, if there is one. */
    static Outcome median(List<Outcome> passes) {
        return new Outcome(
                median(passes.stream().mapToDouble(Outcome::nanosPerEvent).toArray()),
                median(passes.stream().mapToDouble(Outcome::bytesPerEvent).toArray()),
                passes.get(0).version,
                passes.stream()
                        .map(Outcome::complaint)
                        .filter(c -> !c.isEmpty())
                        .findFirst()
                        .orElse(""));
    }

    static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    String toLine() {
        return String.format(
                Locale.ROOT,
                "%.4f\t%.6f\t%s\t%s",
                nanosPerEvent,
                bytesPerEvent,
                version,
                complaint);
    }

    static Outcome ofLine(String line) {
        String[] parts = line.split(TAB, -1);
        return new Outcome(
                Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), parts[2], parts[3]);
    }
}
