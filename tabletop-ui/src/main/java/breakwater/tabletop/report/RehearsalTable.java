package breakwater.tabletop.report;

import breakwater.ensemble.Comparison;
import breakwater.ensemble.DrillFigure;
import breakwater.ensemble.Estimate;
import breakwater.ensemble.RehearsalDocument;
import breakwater.ensemble.RehearsalDocument.Row;
import breakwater.ensemble.ReplicationSeeds;
import breakwater.report.Wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** A rehearsal on a terminal: the figures of all services, then the operators that were hit. */
public final class RehearsalTable {

    /** As many operators as fit on a screen below the figures. */
    private static final int OPERATORS_MAX = 12;

    private final RehearsalDocument document;
    private final RehearsalSentences sentences;
    private final StringBuilder text = new StringBuilder();

    private RehearsalTable(RehearsalDocument document) {
        this.document = document;
        this.sentences = new RehearsalSentences(document);
    }

    /** The table, each line ended. */
    public static String of(RehearsalDocument document) {
        return new RehearsalTable(document).write();
    }

    private String write() {
        line(sentences.scope());
        sentences.people().forEach(this::line);
        sentences.target().ifPresent(this::line);
        sentences.chance().ifPresent(this::line);
        line("");
        boolean alone = document.request().other().isEmpty();
        if (alone) {
            figuresAlone();
            shares();
        } else {
            figuresCompared();
        }
        operators(alone);
        if (!alone) {
            line("");
            sentences.findings().forEach(this::line);
        }
        for (NeverTaken never : NeverTaken.of(document)) {
            line("");
            line(never.sentence());
            print(never.rows());
            never.more().ifPresent(more -> line("  " + more));
        }
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append(System.lineSeparator());
    }

    private void figuresAlone() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "Figure",
                "mean",
                sentences.level() + " interval",
                "median",
                "worst 10 %",
                "worst 5 %",
                "worst",
                "its seed"));
        for (Row row : document.ofAll()) {
            if (row.figure().kind() != DrillFigure.Kind.SHARE
                    && RehearsalSentences.isTelling(row)) {
                rows.add(alone(row));
            }
        }
        print(rows);
    }

    private List<String> alone(Row row) {
        DrillFigure figure = row.figure();
        Estimate estimate = row.first().estimate();
        List<String> cells = new ArrayList<>(List.of(
                DrillFigureText.named(figure),
                DrillFigureText.of(figure, estimate.mean()),
                DrillFigureText.of(figure, estimate.interval())));
        estimate.quantiles()
                .forEach(quantile -> cells.add(DrillFigureText.of(figure, quantile.value())));
        cells.add(DrillFigureText.of(
                figure, figure.lowerIsBetter() ? estimate.greatest() : estimate.least()));
        cells.add(Long.toString(
                ReplicationSeeds.seedOf(document.request().seed(), estimate.worstDrill())));
        return cells;
    }

    private void shares() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of("Drills in which", "drills", "share", sentences.level() + " interval"));
        for (Row row : document.ofAll()) {
            if (row.figure().kind() == DrillFigure.Kind.SHARE) {
                Estimate estimate = row.first().estimate();
                rows.add(List.of(
                        lower(row.figure().title()),
                        Wording.number(Math.round(estimate.mean() * document.drills())),
                        DrillFigureText.of(row.figure(), estimate.mean()),
                        DrillFigureText.of(row.figure(), estimate.interval())));
            }
        }
        line("");
        print(rows);
    }

    private static String lower(String title) {
        return title.substring(0, 1).toLowerCase(Locale.ROOT) + title.substring(1);
    }

    private void figuresCompared() {
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "Figure",
                document.request().arm().name(),
                document.request().other().orElseThrow().name(),
                "difference",
                sentences.level() + " interval",
                "better",
                "alike",
                "worse",
                "verdict"));
        for (Row row : document.ofAll()) {
            if (RehearsalSentences.isTelling(row)) {
                rows.add(compared(DrillFigureText.named(row.figure()), row));
            }
        }
        print(rows);
    }

    private static List<String> compared(String head, Row row) {
        Comparison comparison = row.comparison().orElseThrow();
        DrillFigure figure = row.figure();
        return List.of(
                head,
                DrillFigureText.of(figure, row.first().estimate().mean()),
                DrillFigureText.of(figure, row.second().orElseThrow().estimate().mean()),
                DrillFigureText.difference(figure, comparison.difference()),
                DrillFigureText.difference(figure, comparison),
                Wording.number(comparison.better()),
                Wording.number(comparison.alike()),
                Wording.number(comparison.worse()),
                comparison.verdict().name().toLowerCase(Locale.ROOT));
    }

    private void operators(boolean alone) {
        List<Row> hit = document.ofOperatorsHit().stream()
                .filter(row -> row.figure() == DrillFigure.DEGRADED)
                .filter(row -> alone || RehearsalSentences.differs(row))
                .sorted(Comparator.comparingDouble(RehearsalTable::weight).reversed())
                .toList();
        if (hit.isEmpty()) {
            line("");
            line(
                    alone
                            ? "No operator had degraded user-minutes in any drill."
                            : "The degraded user-minutes of no operator differ in any drill.");
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        if (alone) {
            rows.add(List.of(
                    "Degraded user-minutes of",
                    "mean",
                    sentences.level() + " interval",
                    "median",
                    "worst 10 %",
                    "worst 5 %"));
        } else {
            rows.add(List.of(
                    "Degraded user-minutes of",
                    document.request().arm().name(),
                    document.request().other().orElseThrow().name(),
                    "difference",
                    sentences.level() + " interval",
                    "better",
                    "alike",
                    "worse",
                    "verdict"));
        }
        for (Row row : hit.subList(0, Math.min(OPERATORS_MAX, hit.size()))) {
            String name = nameOf(row);
            if (alone) {
                List<String> cells = alone(row);
                cells.set(0, name);
                rows.add(cells.subList(0, rows.get(0).size()));
            } else {
                rows.add(compared(name, row));
            }
        }
        line("");
        print(rows);
        if (hit.size() > OPERATORS_MAX) {
            line("  %s more; all of them are in rehearsal.json."
                    .formatted(hit.size() - OPERATORS_MAX));
        }
    }

    /** Compared, the largest difference first; else the largest mean. */
    private static double weight(Row row) {
        return row.comparison()
                .map(comparison -> Math.abs(comparison.difference()))
                .orElse(row.first().estimate().mean());
    }

    private String nameOf(Row row) {
        return document.operators().stream()
                .filter(operator -> row.operator().filter(operator.id()::equals).isPresent())
                .map(operator -> "%s %s".formatted(operator.id(), operator.name()))
                .findFirst()
                .orElseThrow();
    }

    /** The first column to the left, the others to the right. */
    private void print(List<List<String>> rows) {
        int columns = rows.isEmpty() ? 0 : rows.get(0).size();
        int[] widths = new int[columns];
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                widths[column] = Math.max(widths[column], row.get(column).length());
            }
        }
        for (List<String> row : rows) {
            for (int column = 0; column < columns; column++) {
                String cell = row.get(column);
                String pad = " ".repeat(widths[column] - cell.length());
                text.append(column == 0 ? "  " + cell + pad : "  " + pad + cell);
            }
            text.append(System.lineSeparator());
        }
    }
}
