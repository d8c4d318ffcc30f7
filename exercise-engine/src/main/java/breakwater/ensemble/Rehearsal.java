package breakwater.ensemble;

import breakwater.ensemble.Columns.Column;
import breakwater.ensemble.RehearsalDocument.Row;
import breakwater.network.Domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Plays the drills of a rehearsal until it may stop, and says what they show. */
public final class Rehearsal {

    private final RehearsalRequest request;
    private final ReplicationRunner runner;
    private final Runnable onDrill;
    private final List<Ensemble> arms = new ArrayList<>();
    private final Columns columns;
    private volatile boolean tooLong;

    /**
     * A rehearsal to be played once.
     *
     * @param onDrill told after each drill of each arm, by the thread that played it
     * @throws IllegalArgumentException when the arms cannot be compared; see {@link Comparability}
     */
    public Rehearsal(RehearsalRequest request, ReplicationRunner runner, Runnable onDrill) {
        this.request = request;
        this.runner = runner;
        this.onDrill = onDrill;
        // Without agreements nobody asks, so nothing is unmet: that is no merit to be compared.
        boolean aid = hasAgreements(request.arm())
                && request.other().map(Rehearsal::hasAgreements).orElse(true);
        arms.add(new Ensemble(request.arm(), request.seed(), request.most(), aid));
        request.other().ifPresent(other -> {
            Comparability.findObjection(request.arm(), other).ifPresent(objection -> {
                throw new IllegalArgumentException(objection);
            });
            arms.add(new Ensemble(other, request.seed(), request.most(), aid));
        });
        columns = arms.get(0).columns();
        request.target()
                .filter(target -> columns.list().stream()
                        .noneMatch(column -> column.figure() == target.figure()))
                .ifPresent(target -> {
                    throw new IllegalArgumentException("The exercise has no figure '%s'."
                            .formatted(target.figure().id()));
                });
    }

    private static boolean hasAgreements(Arm arm) {
        return !arm.plan().exercise().agreements().isEmpty();
    }

    /**
     * Plays and judges.
     *
     * @return empty when a drill had more than {@link breakwater.scenario.Exercise#LOG_ENTRIES_MAX} entries
     */
    public Optional<RehearsalDocument> play() {
        int played = 0;
        boolean met = false;
        for (int look : request.looks()) {
            runner.run(played, look, this::playPair);
            if (tooLong) {
                return Optional.empty();
            }
            played = look;
            met = isTargetMet(played);
            if (met) {
                break;
            }
        }
        return Optional.of(document(played, met));
    }

    private void playPair(int number) {
        for (Ensemble arm : arms) {
            if (!tooLong && !arm.play(number)) {
                tooLong = true;
            }
            onDrill.run();
        }
    }

    private boolean isTargetMet(int played) {
        if (request.target().isEmpty()) {
            return false;
        }
        RehearsalRequest.Target target = request.target().get();
        List<Column> wanted = columns.list().stream()
                .filter(column ->
                        column.figure() == target.figure() && column.operator().isEmpty())
                .toList();
        List<Row> rows = rowsOf(wanted, played);
        if (rows.isEmpty()) {
            // Not defined in every drill so far, and so never will be.
            return false;
        }
        Row row = rows.get(0);
        double mean = row.first().estimate().mean();
        double halfWidth = row.comparison()
                .map(comparison -> comparison.interval().halfWidth())
                .orElse(row.first().estimate().interval().halfWidth());
        double allowed =
                target.relative() ? target.halfWidth() * Math.abs(mean) : target.halfWidth();
        return halfWidth <= allowed;
    }

    private RehearsalDocument document(int played, boolean met) {
        return new RehearsalDocument(
                request,
                played,
                request.levelPerLook(),
                request.target().map(target -> met),
                rowsOf(columns.list(), played),
                request.arm().plan().exercise().network().domains().stream()
                        .sorted(Comparator.comparing(Domain::id))
                        .map(domain -> new RehearsalDocument.Operator(domain.id(), domain.name()))
                        .toList(),
                arms.stream().map(arm -> arm.stepsTaken(played)).toList());
    }

    private List<Row> rowsOf(List<Column> wanted, int played) {
        return new Appraisal(wanted, arms, played, request.levelPerLook())
                .rows(request.seed(), runner);
    }
}
