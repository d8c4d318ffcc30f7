package breakwater.bench;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures of a run as a table for people or as JSON for programs. */
final class Report {

    /** One benchmark's outcomes, contestant by contestant, and its figures; or why it does not count. */
    record Section(Benchmark benchmark, Outcomes outcomes, List<Figure> figures, String complaint) {

        boolean holds() {
            return complaint.isEmpty() && figures.stream().allMatch(Figure::holds);
        }
    }

    private static final String ROW = "%-6s  %-18s  %10s  %-26s  %10s  %7s  %-6s  %s%n";

    private Report() {}

    static String table(List<Section> sections) {
        var text = new StringBuilder();
        text.append("%s, %s, %s, JDK %s, %s%n%s%n%n"
                .formatted(
                        Machine.cpu(),
                        Machine.cores(),
                        Machine.system(),
                        Machine.jdk(),
                        today(),
                        ContestantProcess.configuration()));
        text.append(ROW.formatted("", "figure", "ours", "peer", "peer's", "ratio", "bar", ""));
        for (Section section : sections) {
            text.append("%n%s%n".formatted(section.benchmark.title()));
            if (!section.complaint.isEmpty()) {
                text.append("%-6s  does not count: %s%n"
                        .formatted(section.benchmark.name(), section.complaint));
            }
            for (Figure figure : section.figures) {
                text.append(row(section.benchmark.name(), figure));
            }
            section.outcomes.forEach((name, outcome) -> text.append(line(name, outcome)));
        }
        return text.toString();
    }

    private static String row(String benchmark, Figure figure) {
        String verdict = figure.holds() ? "holds" : "FAILS";
        return ROW.formatted(
                benchmark,
                figure.what(),
                number(figure.value(), ""),
                figure.peer(),
                number(figure.peerValue(), ""),
                number(figure.ratio(), "x"),
                figure.bar(),
                figure.bar().isEmpty() ? "" : verdict);
    }

    private static String line(String name, Outcome outcome) {
        return String.format(
                Locale.ROOT,
                "       %-18s  %8.1f ns/event  %8.2f B/event%n",
                name,
                outcome.nanosPerEvent(),
                outcome.bytesPerEvent());
    }

    private static String number(double value, String unit) {
        return Double.isNaN(value) ? "" : String.format(Locale.ROOT, "%.2f%s", value, unit);
    }

    static String json(List<Section> sections) {
        var text = new StringBuilder();
        text.append(
                "{\"date\":%s,\"cpu\":%s,\"cores\":%s,\"system\":%s,\"jdk\":%s,\"configuration\":%s,\"benchmarks\":["
                        .formatted(
                                quoted(today()),
                                quoted(Machine.cpu()),
                                quoted(Machine.cores()),
                                quoted(Machine.system()),
                                quoted(Machine.jdk()),
                                quoted(ContestantProcess.configuration())));
        text.append(String.join(",", sections.stream().map(Report::json).toList()));
        return text.append("]}").toString();
    }

    private static String json(Section section) {
        List<String> figures = section.figures.stream().map(Report::json).toList();
        List<String> contestants = new ArrayList<>();
        section.outcomes.forEach((name, outcome) -> contestants.add(json(name, outcome)));
        return "{\"name\":%s,\"title\":%s,\"holds\":%s,\"complaint\":%s,\"figures\":[%s],\"contestants\":[%s]}"
                .formatted(
                        quoted(section.benchmark.name()),
                        quoted(section.benchmark.title()),
                        section.holds(),
                        quoted(section.complaint),
                        String.join(",", figures),
                        String.join(",", contestants));
    }

    private static String json(Figure figure) {
        return "{\"what\":%s,\"value\":%s,\"peer\":%s,\"peerValue\":%s,\"ratio\":%s,\"bar\":%s,\"holds\":%s}"
                .formatted(
                        quoted(figure.what()),
                        jsonNumber(figure.value()),
                        quoted(figure.peer()),
                        jsonNumber(figure.peerValue()),
                        jsonNumber(figure.ratio()),
                        quoted(figure.bar()),
                        figure.holds());
    }

    private static String json(String contestant, Outcome outcome) {
        return "{\"name\":%s,\"version\":%s,\"nanosPerEvent\":%s,\"bytesPerEvent\":%s}"
                .formatted(
                        quoted(contestant),
                        quoted(outcome.version()),
                        jsonNumber(outcome.nanosPerEvent()),
                        jsonNumber(outcome.bytesPerEvent()));
    }

    private static String jsonNumber(double value) {
        return Double.isNaN(value) ? "null" : String.format(Locale.ROOT, "%.6f", value);
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static String today() {
        return LocalDate.now(ZoneOffset.UTC).toString();
    }
}
