package breakwater.ensemble;

import breakwater.exercise.SimTime;
import breakwater.network.DomainId;
import breakwater.scoring.LiveScore;
import breakwater.scoring.ScoredServices;

import org.jspecify.annotations.Nullable;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Which figures each drill of an exercise has, in which order: all drills have the same. */
final class Columns {

    private static final double MINUTE_MICROS = 60.0 * SimTime.MICROS_PER_SECOND;
    private static final int CLASS_SERVED_FIRST = 0;

    private final List<Column> columns = new ArrayList<>();
    private final List<DomainId> operators;

    /** A figure of all services, or of an operator's. */
    record Column(DrillFigure figure, Optional<DomainId> operator) {}

    /** @param aid whether operators may ask each other for aid */
    Columns(ScoredServices services, boolean aid) {
        operators = services.domains();
        for (DrillFigure figure : DrillFigure.values()) {
            if ((!figure.isOfFirstClass() || services.hasClass(CLASS_SERVED_FIRST))
                    && (!figure.isOfAid() || aid)) {
                columns.add(new Column(figure, Optional.empty()));
            }
        }
        for (DrillFigure figure : DrillFigure.values()) {
            if (figure.isPerOperator()) {
                operators.forEach(
                        operator -> columns.add(new Column(figure, Optional.of(operator))));
            }
        }
    }

    int count() {
        return columns.size();
    }

    List<Column> list() {
        return columns;
    }

    /** The values of a drill, one per column; not a number where a figure of aid is not defined. */
    double[] valuesOf(LiveScore.Result drill) {
        double[] values = new double[columns.size()];
        for (int column = 0; column < values.length; column++) {
            Column wanted = columns.get(column);
            values[column] = wanted.operator().isEmpty()
                    ? valueOf(wanted.figure(), drill)
                    : valueOf(
                            wanted.figure(),
                            drill.operators()
                                    .get(operators.indexOf(wanted.operator().get())));
        }
        return values;
    }

    private static double valueOf(DrillFigure figure, LiveScore.Result drill) {
        return switch (figure) {
            case RESTORE -> drill.restoreMicros() / (double) SimTime.MICROS_PER_SECOND;
            case DEGRADED -> drill.degradedUserMinutes().doubleValue();
            case FORGONE -> drill.forgoneUserMinutes().doubleValue();
            case ADAPTED -> drill.adaptedMicros() / MINUTE_MICROS;
            case STARVED -> drill.starvedMicros() / MINUTE_MICROS;
            case STARVED_USERS -> drill.starvedUserMicros().doubleValue() / MINUTE_MICROS;
            case FIRST_CLASS_AVAILABILITY -> defined(drill.firstClassAvailability());
            case NOTICES_LATE -> drill.noticesLate();
            case NOTICES_OPEN -> drill.noticesOpen();
            case AID_FULFILMENT -> orUndefined(drill.aid().fulfilment());
            case AID_UNMET -> drill.aid().unmetHours().doubleValue();
            case AID_DEPLOY -> orUndefined(drill.aid().deploySeconds());
            case AID_BROKEN -> drill.aid().broken();
            case HIT -> drill.hit() ? 1 : 0;
            case NOT_RESTORED -> drill.restored() ? 0 : 1;
            case FIRST_CLASS_STARVED -> drill.firstClassStarved() ? 1 : 0;
        };
    }

    private static double valueOf(DrillFigure figure, LiveScore.OfOperator operator) {
        return switch (figure) {
            case DEGRADED -> operator.degradedUserMinutes().doubleValue();
            case STARVED -> operator.starvedMicros() / MINUTE_MICROS;
            case NOTICES_LATE -> operator.noticesLate();
            default ->
                throw new IllegalArgumentException(
                        "The figure (%s) is not one of operators.".formatted(figure));
        };
    }

    private static double orUndefined(@Nullable BigDecimal value) {
        return value == null ? Double.NaN : value.doubleValue();
    }

    private static double defined(@Nullable BigDecimal value) {
        return Objects.requireNonNull(value, "a column of class 0 without its services")
                .doubleValue();
    }
}
