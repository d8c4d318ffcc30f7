package breakwater.graph;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.graph.FillInstance.Shape;

import org.junit.jupiter.api.Test;
import org.ojalgo.optimisation.Expression;
import org.ojalgo.optimisation.ExpressionsBasedModel;
import org.ojalgo.optimisation.Optimisation;
import org.ojalgo.optimisation.Variable;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * How far the fill is from the best possible: linear programs that maximize the rate of class 0, then that of class 1
 * without loss to class 0, and so on.
 */
class StrictFillOptimumTest {

    private static final int SEEDS = 40;
    private static final int CLASSES = 3;
    private static final long UNIT_BIT_PER_SECOND = 10_000;

    /** The solver's own tolerance, relative. */
    private static final double TOLERANCE = 1e-6;

    @Test
    void staysCloseToTheOptimumAndNeverAboveIt() {
        List<double[]> ratios = new ArrayList<>();
        for (int seed = 0; seed < SEEDS; seed++) {
            int vertices = 30 + 70 * seed / SEEDS;
            FillInstance instance =
                    FillInstance.of(Shape.of(vertices, 0.5, UNIT_BIT_PER_SECOND), seed);
            var fill = new StrictFill(instance.paths());
            instance.solve(fill);
            double[] filled = inUnits(instance.classTotals(fill));
            double[] best = lexicographicOptimum(instance);

            assertNotAbove(filled, best, seed);
            assertThat(sum(filled))
                    .as("seed %d", seed)
                    .isLessThanOrEqualTo(
                            maximum(instance, 0, CLASSES, new double[0]) * (1 + TOLERANCE));
            ratios.add(ratios(filled, best));
        }
        print(ratios);

        // The instances are fixed, so the bounds stand close below what was measured. The least are
        // small, overloaded
        // networks in which sharing equally costs total rate: long routes take from many short
        // ones.
        assertThat(mean(ratios, 0)).isGreaterThan(0.99);
        assertThat(least(ratios, 0)).isGreaterThan(0.94);
        assertThat(mean(ratios, CLASSES)).isGreaterThan(0.95);
        assertThat(least(ratios, CLASSES)).isGreaterThan(0.75);
    }

    /** A class can be above its optimum only where a higher class is below its own. */
    private static void assertNotAbove(double[] filled, double[] best, long seed) {
        int priorityClass = 0;
        boolean higherClassesAtOptimum = true;
        while (priorityClass < CLASSES && higherClassesAtOptimum) {
            assertThat(filled[priorityClass])
                    .as("seed %d class %d", seed, priorityClass)
                    .isLessThanOrEqualTo(best[priorityClass] * (1 + TOLERANCE));
            higherClassesAtOptimum = filled[priorityClass] >= best[priorityClass] * (1 - TOLERANCE);
            priorityClass++;
        }
    }

    private static double[] lexicographicOptimum(FillInstance instance) {
        double[] best = new double[0];
        for (int priorityClass = 0; priorityClass < CLASSES; priorityClass++) {
            double next = maximum(instance, priorityClass, priorityClass + 1, best);
            best = Arrays.copyOf(best, priorityClass + 1);
            best[priorityClass] = next;
        }
        return best;
    }

    /**
     * The largest total of the classes from {@code first} to {@code end} - 1, with the classes above at {@code kept}.
     */
    private static double maximum(FillInstance instance, int first, int end, double[] kept) {
        CandidatePaths paths = instance.paths();
        var model = new ExpressionsBasedModel();
        var variables = new Variable[paths.pathCount()];
        var totals = new Expression[CLASSES];
        for (int priorityClass = 0; priorityClass < CLASSES; priorityClass++) {
            totals[priorityClass] = model.newExpression("class " + priorityClass);
            if (priorityClass < kept.length) {
                totals[priorityClass].lower(kept[priorityClass] * (1 - 1e-9));
            }
        }
        for (int service = 0; service < paths.serviceCount(); service++) {
            int priorityClass = paths.classOf(service);
            Expression demand = model.newExpression("demand " + service);
            demand.upper(units(instance.demands()[service]));
            for (int path = paths.firstPath(service); path < paths.pathEnd(service); path++) {
                variables[path] = model.newVariable("path " + path).lower(0);
                boolean counts = priorityClass >= first && priorityClass < end;
                variables[path].weight(counts ? 1 : 0);
                demand.set(variables[path], 1);
                totals[priorityClass].set(variables[path], 1);
            }
        }
        for (int link = 0; link < paths.linkCount(); link++) {
            Expression load = model.newExpression("link " + link);
            load.upper(units(instance.capacities()[link]));
            for (int i = 0; i < paths.userCount(link); i++) {
                load.set(variables[paths.userOf(link, i)], 1);
            }
        }
        Optimisation.Result result = model.maximise();
        assertThat(result.getState().isOptimal())
                .as("the linear program is solved")
                .isTrue();
        return result.getValue();
    }

    /** In units, so that the solver meets numbers near 1. */
    private static double units(long bitPerSecond) {
        return (double) bitPerSecond / UNIT_BIT_PER_SECOND;
    }

    private static double[] inUnits(double[] totals) {
        return Arrays.stream(totals).map(total -> total / UNIT_BIT_PER_SECOND).toArray();
    }

    /** Filled over optimal per class, then in total. A class without services counts as 1. */
    private static double[] ratios(double[] filled, double[] best) {
        double[] ratios = new double[CLASSES + 1];
        for (int priorityClass = 0; priorityClass < CLASSES; priorityClass++) {
            ratios[priorityClass] =
                    best[priorityClass] == 0 ? 1 : filled[priorityClass] / best[priorityClass];
        }
        ratios[CLASSES] = sum(filled) / sum(best);
        return ratios;
    }

    private static double sum(double[] values) {
        return Arrays.stream(values).sum();
    }

    private static double mean(List<double[]> ratios, int column) {
        return ratios.stream().mapToDouble(r -> r[column]).average().orElseThrow();
    }

    private static double least(List<double[]> ratios, int column) {
        return ratios.stream().mapToDouble(r -> r[column]).min().orElseThrow();
    }

    private static void print(List<double[]> ratios) {
        System.out.printf("Strict fill / lexicographic optimum over %d networks:%n", SEEDS);
        for (int column = 0; column <= CLASSES; column++) {
            System.out.printf(
                    Locale.ROOT,
                    "  %-8s mean %.4f, least %.4f%n",
                    column < CLASSES ? "class " + column : "total",
                    mean(ratios, column),
                    least(ratios, column));
        }
    }
}
