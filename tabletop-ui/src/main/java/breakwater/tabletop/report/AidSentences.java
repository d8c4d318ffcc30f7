package breakwater.tabletop.report;

import breakwater.ensemble.Comparison;
import breakwater.ensemble.Comparison.Verdict;
import breakwater.ensemble.DrillFigure;
import breakwater.ensemble.RehearsalDocument;
import breakwater.ensemble.RehearsalDocument.Operator;
import breakwater.ensemble.RehearsalDocument.Row;
import breakwater.network.DomainId;
import breakwater.report.Wording;
import breakwater.scenario.Exercise;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * What mutual aid saved those who got it and cost those who gave it, told when an exercise is compared with itself
 * without agreements. The other arm is the one without, so what is worse there was saved.
 */
final class AidSentences {

    private final RehearsalDocument document;
    private final String level;

    private AidSentences(RehearsalDocument document, String level) {
        this.document = document;
        this.level = level;
    }

    /** One sentence for every party of an agreement; none when that was not what was compared. */
    static List<String> of(RehearsalDocument document, String level) {
        Exercise exercise = document.request().arm().plan().exercise();
        boolean without = document.request()
                .other()
                .filter(other -> other.plan().exercise().agreements().isEmpty())
                .isPresent();
        if (!without || exercise.agreements().isEmpty()) {
            return List.of();
        }
        AidSentences sentences = new AidSentences(document, level);
        Set<DomainId> parties = new TreeSet<>();
        exercise.agreements().forEach(agreement -> parties.addAll(agreement.parties()));
        return document.figures().stream()
                .filter(row -> row.operator().filter(parties::contains).isPresent())
                .filter(row -> row.figure() == DrillFigure.DEGRADED)
                .map(row -> sentences.tell(row, row.comparison().orElseThrow()))
                .toList();
    }

    private String tell(Row row, Comparison comparison) {
        DrillFigure figure = row.figure();
        if (comparison.verdict() == Verdict.ALIKE) {
            return "Mutual aid saved %s nothing and cost it nothing: alike in all %s."
                    .formatted(nameOf(row), Wording.count(comparison.pairs(), "drill"));
        }
        if (comparison.verdict() == Verdict.OPEN) {
            return "What mutual aid saved or cost %s cannot be told (%s interval of what it cost %s): better in %s, worse in %s of %s."
                    .formatted(
                            nameOf(row),
                            level,
                            DrillFigureText.difference(
                                    figure, comparison.interval().negated()),
                            Wording.number(comparison.worse()),
                            Wording.number(comparison.better()),
                            Wording.count(comparison.pairs(), "drill"));
        }
        boolean saved = comparison.verdict() == Verdict.WORSE;
        return "Mutual aid %s %s %s %s (%s interval %s): in %s of %s."
                .formatted(
                        saved ? "saved" : "cost",
                        nameOf(row),
                        DrillFigureText.of(figure, Math.abs(comparison.difference())),
                        figure.title().toLowerCase(Locale.ROOT),
                        level,
                        DrillFigureText.of(
                                figure,
                                saved
                                        ? comparison.interval()
                                        : comparison.interval().negated()),
                        Wording.number(saved ? comparison.worse() : comparison.better()),
                        Wording.count(comparison.pairs(), "drill"));
    }

    private String nameOf(Row row) {
        return document.operators().stream()
                .filter(operator -> operator.id().equals(row.operator().orElseThrow()))
                .map(Operator::name)
                .findFirst()
                .orElseThrow();
    }
}
