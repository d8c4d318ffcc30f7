package breakwater.ensemble;

import breakwater.network.DomainId;

import java.util.List;
import java.util.Optional;

/**
 * What a rehearsal found, as values.
 *
 * @param request what was asked
 * @param drills how many drills of each arm were played
 * @param level how sure each interval is: 0.95, or more when there were several looks
 * @param targetMet whether the half-width asked for was reached; empty when none was
 * @param figures of all services first, in the order of {@link DrillFigure}; then those of operators
 * @param operators id and name of every operator, by id
 * @param steps what the drills of each arm took of its playbooks
 */
public record RehearsalDocument(
        RehearsalRequest request,
        int drills,
        double level,
        Optional<Boolean> targetMet,
        List<Row> figures,
        List<Operator> operators,
        List<StepsTaken> steps) {

    public RehearsalDocument {
        figures = List.copyOf(figures);
        operators = List.copyOf(operators);
        steps = List.copyOf(steps);
    }

    /** Who takes part. */
    public record Operator(DomainId id, String name) {}

    /**
     * One figure.
     *
     * @param operator whose services; empty for all
     * @param first of the arm
     * @param second of the other, if there is one
     */
    public record Row(
            DrillFigure figure,
            Optional<DomainId> operator,
            Series first,
            Optional<Series> second,
            Optional<Comparison> comparison) {}

    /**
     * Of one arm.
     *
     * @param values of each drill, by its number; empty for figures of operators, which would take too much memory
     * @param estimate what they say
     */
    public record Series(List<Double> values, Estimate estimate) {
        public Series {
            values = List.copyOf(values);
        }
    }

    /** The figures of all services. */
    public List<Row> ofAll() {
        return figures.stream().filter(row -> row.operator().isEmpty()).toList();
    }

    /** The figures of operators in which a drill of either arm had more than 0. */
    public List<Row> ofOperatorsHit() {
        return figures.stream()
                .filter(row -> row.operator().isPresent())
                .filter(row -> row.first().estimate().greatest() > 0
                        || row.second().filter(s -> s.estimate().greatest() > 0).isPresent())
                .toList();
    }

    /** The row of a figure of all services. */
    public Optional<Row> findRow(DrillFigure figure) {
        return ofAll().stream().filter(row -> row.figure() == figure).findFirst();
    }
}
