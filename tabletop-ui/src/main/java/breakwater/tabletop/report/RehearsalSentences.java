package breakwater.tabletop.report;

import breakwater.ensemble.Arm;
import breakwater.ensemble.Comparison;
import breakwater.ensemble.Comparison.Verdict;
import breakwater.ensemble.DrillFigure;
import breakwater.ensemble.Estimate;
import breakwater.ensemble.RehearsalDocument;
import breakwater.ensemble.RehearsalDocument.Row;
import breakwater.ensemble.RehearsalRequest;
import breakwater.ensemble.ReplicationSeeds;
import breakwater.report.Wording;
import breakwater.scenario.Response;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What a rehearsal found, in sentences; the same on the terminal and on the page. */
final class RehearsalSentences {

    private final RehearsalDocument document;

    RehearsalSentences(RehearsalDocument document) {
        this.document = document;
    }

    /** {@code 95 %}; with several looks {@code 98.75 %}. */
    String level() {
        String percent = Wording.decimals(document.level() * 100, 2);
        return percent.replaceAll("\\.?0+$", "") + " %";
    }

    /** How many drills, from which seed, and how sure. */
    String scope() {
        RehearsalRequest request = document.request();
        String arms = request.other().isPresent() ? " of each arm" : "";
        return "%s%s, seed %s, intervals of %s%s."
                .formatted(
                        Wording.count(document.drills(), "drill"),
                        arms,
                        request.seed(),
                        level(),
                        request.looks().size() > 1
                                ? " (95 %% over %s looks)"
                                        .formatted(request.looks().size())
                                : "");
    }

    /** How people are modelled, which is an assumption; per arm when the arms differ in it. */
    List<String> people() {
        List<String> sentences = new ArrayList<>();
        String first = peopleOf(document.request().arm());
        String second = document.request().other().map(this::peopleOf).orElse(first);
        if (first.equals(second)) {
            if (!first.isEmpty()) {
                sentences.add("How fast people answer is assumed: %s.".formatted(first));
            }
            return sentences;
        }
        document.request().other().ifPresent(other -> {
            sentences.add(peopleIn(document.request().arm(), first));
            sentences.add(peopleIn(other, second));
        });
        return sentences;
    }

    private static String peopleIn(Arm arm, String people) {
        return people.isEmpty()
                ? "No people are asked in '%s'.".formatted(arm.name())
                : "How fast people answer in '%s' is assumed: %s.".formatted(arm.name(), people);
    }

    private String peopleOf(Arm arm) {
        Response response = arm.plan().exercise().response();
        if (response.playbooks().isEmpty()) {
            return "";
        }
        return response.people().stream()
                .map(role -> role.absent()
                        ? "%s never".formatted(role.role())
                        : "%s in %s (19 of 20 times within %s)"
                                .formatted(
                                        role.role(),
                                        Wording.duration(role.medianSeconds() * 1_000_000),
                                        Wording.duration(role.p95Seconds() * 1_000_000)))
                .collect(Collectors.joining(", "));
    }

    /** Whether the half-width asked for was reached. */
    Optional<String> target() {
        return document.request().target().map(target -> {
            String wanted = target.relative()
                    ? Wording.decimals(target.halfWidth() * 100, 2).replaceAll("\\.?0+$", "")
                            + " % of the mean"
                    : DrillFigureText.of(target.figure(), target.halfWidth());
            return document.targetMet().orElse(false)
                    ? "%s is known to %s: reached after %s."
                            .formatted(
                                    target.figure().title(),
                                    wanted,
                                    Wording.count(document.drills(), "drill"))
                    : "%s is not known to %s after %s; --most allows no further look."
                            .formatted(
                                    target.figure().title(),
                                    wanted,
                                    Wording.count(document.drills(), "drill"));
        });
    }

    /** One sentence per figure of all services that says something; what mutual aid did before them. */
    List<String> findings() {
        List<String> sentences = new ArrayList<>(AidSentences.of(document, level()));
        for (Row row : document.ofAll()) {
            if (isTelling(row)) {
                sentences.add(row.comparison()
                        .map(comparison -> verdict(row, comparison))
                        .orElseGet(() -> alone(row)));
            }
        }
        return sentences;
    }

    /** A figure that is 0 in every drill of every arm says nothing. */
    static boolean isTelling(Row row) {
        return row.first().estimate().greatest() > 0
                || row.second().filter(s -> s.estimate().greatest() > 0).isPresent();
    }

    /** Said when chance has no part in an exercise, so that one drill says as much as many. */
    Optional<String> chance() {
        boolean varies = document.ofAll().stream()
                .anyMatch(row -> varies(row.first().estimate())
                        || row.second().filter(s -> varies(s.estimate())).isPresent());
        return varies
                ? Optional.empty()
                : Optional.of(
                        "Every drill came to the same figures: nothing that is drawn in this exercise changes them.");
    }

    private static boolean varies(Estimate estimate) {
        return estimate.least() != estimate.greatest();
    }

    /** Whether the arms differ in any drill. */
    static boolean differs(Row row) {
        return row.comparison()
                .filter(comparison -> comparison.verdict() != Verdict.ALIKE)
                .isPresent();
    }

    /** The figure that everything else goes back to. */
    String lead() {
        Row row = document.findRow(DrillFigure.DEGRADED).orElseThrow();
        return row.comparison()
                .map(comparison -> verdict(row, comparison))
                .orElseGet(() -> alone(row));
    }

    private String alone(Row row) {
        DrillFigure figure = row.figure();
        var estimate = row.first().estimate();
        if (figure.kind() == DrillFigure.Kind.SHARE) {
            return "%s: in %s of %s (%s)."
                    .formatted(
                            figure.title(),
                            Wording.number(Math.round(estimate.mean() * document.drills())),
                            Wording.count(document.drills(), "drill"),
                            DrillFigureText.of(figure, estimate.interval()));
        }
        if (!varies(estimate)) {
            return "%s: %s in every drill."
                    .formatted(figure.title(), DrillFigureText.of(figure, estimate.mean()));
        }
        return "%s: %s on average (%s), worst %s in the drill of seed %s."
                .formatted(
                        figure.title(),
                        DrillFigureText.of(figure, estimate.mean()),
                        DrillFigureText.of(figure, estimate.interval()),
                        DrillFigureText.of(
                                figure,
                                figure.lowerIsBetter() ? estimate.greatest() : estimate.least()),
                        ReplicationSeeds.seedOf(document.request().seed(), estimate.worstDrill()));
    }

    /** {@code 'b' saves 12.3 % (95 % interval 10.1 .. 14.4 %) of user-minutes: better in 243 of 256 drills.} */
    String verdict(Row row, Comparison comparison) {
        String other = document.request().other().orElseThrow().name();
        String what = row.figure().title().toLowerCase(Locale.ROOT);
        if (comparison.verdict() == Verdict.ALIKE) {
            return "%s: alike in all %s."
                    .formatted(row.figure().title(), Wording.count(comparison.pairs(), "drill"));
        }
        if (comparison.verdict() == Verdict.OPEN) {
            return "%s: no difference can be told (%s interval %s): better in %s, worse in %s, alike in %s of %s."
                    .formatted(
                            row.figure().title(),
                            level(),
                            intervalText(row, comparison),
                            Wording.number(comparison.better()),
                            Wording.number(comparison.worse()),
                            Wording.number(comparison.alike()),
                            Wording.count(comparison.pairs(), "drill"));
        }
        boolean better = comparison.verdict() == Verdict.BETTER;
        String size = "%s (%s interval %s)"
                .formatted(sizeText(row, comparison), level(), sizeIntervalText(row, comparison));
        return "'%s' %s: %s in %s of %s."
                .formatted(
                        other,
                        row.figure().lowerIsBetter()
                                ? "%s %s of %s".formatted(better ? "saves" : "costs", size, what)
                                : "%s %s by %s".formatted(better ? "raises" : "lowers", what, size),
                        better ? "better" : "worse",
                        Wording.number(better ? comparison.better() : comparison.worse()),
                        Wording.count(comparison.pairs(), "drill"));
    }

    /** Without a sign, since the verb has it. */
    private static String sizeText(Row row, Comparison comparison) {
        return comparison
                .relative()
                .filter(relative -> row.figure().lowerIsBetter())
                .map(relative -> DrillFigureText.relative(relative.difference()))
                .orElseGet(() -> DrillFigureText.difference(row.figure(), comparison.difference()))
                .substring(1);
    }

    private static String sizeIntervalText(Row row, Comparison comparison) {
        boolean down = comparison.difference() < 0;
        return comparison
                .relative()
                .filter(relative -> row.figure().lowerIsBetter())
                .map(relative -> DrillFigureText.relative(
                        down ? relative.interval().negated() : relative.interval()))
                .orElseGet(() -> DrillFigureText.difference(
                        row.figure(),
                        down ? comparison.interval().negated() : comparison.interval()))
                .replace("+", "");
    }

    private static String intervalText(Row row, Comparison comparison) {
        return comparison
                .relative()
                .filter(relative -> row.figure().lowerIsBetter())
                .map(relative -> DrillFigureText.relative(relative.interval()))
                .orElseGet(() -> DrillFigureText.difference(row.figure(), comparison.interval()));
    }
}
