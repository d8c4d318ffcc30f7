package breakwater.tabletop.cli;

import breakwater.ensemble.DrillFigure;
import breakwater.ensemble.RehearsalRequest;
import breakwater.problem.Nearest;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** When a rehearsal may stop, as it is typed: {@code --until FIGURE --half-width 5%}. */
final class TargetText {

    private TargetText() {}

    /** Throws a {@link ParameterException} that names what there is. */
    static RehearsalRequest.Target parse(CommandLine command, String figure, String halfWidth) {
        List<String> ids = Stream.of(DrillFigure.values()).map(DrillFigure::id).toList();
        DrillFigure wanted = Arrays.stream(DrillFigure.values())
                .filter(candidate -> candidate.id().equals(figure))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        command,
                        "Expected --until with one of %s, found '%s'. %s"
                                .formatted(
                                        String.join(", ", ids),
                                        figure,
                                        Nearest.adviceAmong(ids, figure))
                                .strip()));
        boolean relative = halfWidth.endsWith("%");
        String number =
                (relative ? halfWidth.substring(0, halfWidth.length() - 1) : halfWidth).strip();
        // Digits with at most one point, so that no locale and no 'NaN' comes in.
        if (!number.matches("\\d{1,15}(\\.\\d{1,9})?") || Double.parseDouble(number) == 0) {
            throw new ParameterException(
                    command,
                    "Expected --half-width with a share such as 5%% or an amount in %s, found '%s'."
                            .formatted(unitOf(wanted), halfWidth));
        }
        double value = Double.parseDouble(number);
        return new RehearsalRequest.Target(wanted, relative ? value / 100 : value, relative);
    }

    private static String unitOf(DrillFigure figure) {
        return figure.unit().equals("1") ? "drills' own count" : figure.unit();
    }
}
