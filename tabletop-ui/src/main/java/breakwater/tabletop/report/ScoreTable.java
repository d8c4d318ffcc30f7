package breakwater.tabletop.report;

import breakwater.report.Wording;
import breakwater.scoring.Figures;
import breakwater.scoring.Measure;
import breakwater.scoring.Scorecard;
import breakwater.scoring.Scorecard.Group;

import java.util.ArrayList;
import java.util.List;

/** The scorecard on a terminal: the federation first, then the operators that were hit. */
public final class ScoreTable {

    /** As many operators as fit on a screen below the federation. */
    private static final int OPERATORS_MAX = 12;

    private static final List<Measure> FEDERATION = List.of(
            Measure.AVAILABILITY,
            Measure.AVAILABILITY_WORST,
            Measure.KEY_DELIVERY_RATIO,
            Measure.LOWEST_QUALITY,
            Measure.NORMALISED_RESILIENCE,
            Measure.RESILIENCE_LOSS,
            Measure.OUTAGE_USER_MINUTES,
            Measure.DEGRADED_USER_MINUTES,
            Measure.RESTORE_MEDIAN_SECONDS,
            Measure.RIDE_THROUGH_MEDIAN_SECONDS,
            Measure.STARVED_SECONDS,
            Measure.LINK_AVAILABILITY);

    private ScoreTable() {}

    /** The table, each line ended. */
    public static String of(Scorecard card) {
        StringBuilder text = new StringBuilder();
        Figures all = card.federation().figures();
        text.append("Hit: %s of %s services, %s of %s links; %s outages, %s still open at EndEx%n"
                .formatted(
                        FigureText.of(Measure.SERVICES_HIT, all),
                        FigureText.of(Measure.SERVICES, all),
                        FigureText.of(Measure.LINKS_HIT, all),
                        FigureText.of(Measure.LINKS, all),
                        FigureText.of(Measure.OUTAGES, all),
                        FigureText.of(Measure.NOT_RESTORED, all)));
        for (Measure measure : FEDERATION) {
            text.append("  %-38s %16s%s%n"
                    .formatted(measure.title(), FigureText.of(measure, all), note(measure, all)));
        }
        operators(card, text);
        return text.toString();
    }

    /** A median of what was partly cut short says little without the two numbers. */
    private static String note(Measure measure, Figures all) {
        return measure == Measure.RIDE_THROUGH_MEDIAN_SECONDS
                ? "   (%s losses, %s ridden out)"
                        .formatted(
                                FigureText.of(Measure.RIDE_THROUGHS, all),
                                FigureText.of(Measure.RIDE_THROUGHS_CENSORED, all))
                : "";
    }

    private static void operators(Scorecard card, StringBuilder text) {
        List<Group> hit = card.operatorsHit();
        if (hit.isEmpty()) {
            text.append("No operator had an outage.%n".formatted());
            return;
        }
        List<List<String>> rows = new ArrayList<>();
        rows.add(List.of(
                "Operator",
                "services",
                "hit",
                "availability",
                "key delivered",
                "outage user-min",
                "median to restore"));
        hit.stream().limit(OPERATORS_MAX).map(ScoreTable::row).forEach(rows::add);
        text.append(System.lineSeparator());
        print(rows, text);
        int rest = hit.size() - Math.min(OPERATORS_MAX, hit.size());
        int well = card.operators().size() - hit.size();
        if (rest > 0) {
            text.append("  %s more %s hit less.%n"
                    .formatted(Wording.number(rest), rest == 1 ? "was" : "were"));
        }
        if (well > 0) {
            text.append("  %s had no outage.%n".formatted(Wording.count(well, "operator")));
        }
    }

    private static List<String> row(Group group) {
        Figures figures = group.figures();
        return List.of(
                "%s %s".formatted(group.id(), group.name()),
                FigureText.of(Measure.SERVICES, figures),
                FigureText.of(Measure.SERVICES_HIT, figures),
                FigureText.of(Measure.AVAILABILITY, figures),
                FigureText.of(Measure.KEY_DELIVERY_RATIO, figures),
                FigureText.of(Measure.OUTAGE_USER_MINUTES, figures),
                FigureText.of(Measure.RESTORE_MEDIAN_SECONDS, figures));
    }

    /** The first column to the left, the others to the right. */
    private static void print(List<List<String>> rows, StringBuilder text) {
        int columns = rows.get(0).size();
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
