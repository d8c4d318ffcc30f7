package breakwater.scenario.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.Fields;
import breakwater.document.ScalarReader;
import breakwater.problem.Problems;
import breakwater.scenario.Spell;

import java.util.List;

/** Reads durations that may be drawn: {@code 4 h}, {@code {uniform: [6 h, 16 h]}} and the like. */
final class SpellReader {

    private static final Spell NONE = new Spell.Fixed(0);

    private final Problems problems;
    private final ScalarReader scalars;

    SpellReader(Problems problems) {
        this.problems = problems;
        this.scalars = new ScalarReader(problems);
    }

    /** The spell under {@code key}; no time at all when it is missing or wrong, which is then reported. */
    Spell spell(Fields fields, String key) {
        return fields.find(key).map(node -> spell(key, node)).orElse(NONE);
    }

    private Spell spell(String key, DocumentNode node) {
        if (!(node instanceof DocumentNode.Mapping)) {
            return new Spell.Fixed(seconds(key, node));
        }
        return Fields.read(ScenarioShapes.SPELL, node, problems)
                .flatMap(fields -> fields.onlyOne(ScenarioShapes.SPELL.optional())
                        .map(law -> drawn(fields, law)))
                .orElse(NONE);
    }

    private Spell drawn(Fields fields, String law) {
        return switch (law) {
            case "uniform" -> uniform(fields);
            case "exponential" -> exponential(fields);
            default ->
                fields.mapping("logNormal", ScenarioShapes.LOG_NORMAL)
                        .map(this::logNormal)
                        .orElse(NONE);
        };
    }

    private Spell uniform(Fields fields) {
        List<DocumentNode> bounds = fields.items("uniform");
        if (bounds.size() != 2) {
            boolean isList = fields.find("uniform")
                    .filter(DocumentNode.Sequence.class::isInstance)
                    .isPresent();
            if (isList) {
                fields.report(
                        "uniform",
                        "wrong-type",
                        "Expected [shortest, longest] for 'uniform', but found %s values."
                                .formatted(bounds.size()),
                        "");
            }
            return NONE;
        }
        double shortest = seconds("uniform", bounds.get(0));
        double longest = seconds("uniform", bounds.get(1));
        if (!fields.isSound()) {
            return NONE;
        }
        if (longest < shortest) {
            fields.report(
                    "uniform",
                    "out-of-range",
                    "Expected [shortest, longest] for 'uniform', but the second is shorter.",
                    "Maybe swap them.");
            return NONE;
        }
        return new Spell.Uniform(shortest, longest);
    }

    private Spell exponential(Fields fields) {
        double mean = fields.durationMicros("exponential") / 1e6;
        return isPositive(fields, "exponential", mean) ? new Spell.Exponential(mean) : NONE;
    }

    private Spell logNormal(Fields fields) {
        double median = fields.durationMicros("median") / 1e6;
        double p95 = fields.durationMicros("p95") / 1e6;
        if (!fields.isSound() || !isPositive(fields, "median", median)) {
            return NONE;
        }
        if (p95 < median) {
            fields.report(
                    "p95",
                    "out-of-range",
                    "Expected 'p95' to be at least 'median', but it is shorter.",
                    "");
            return NONE;
        }
        return new Spell.LogNormal(median, p95);
    }

    private static boolean isPositive(Fields fields, String key, double seconds) {
        if (seconds > 0) {
            return true;
        }
        if (fields.isSound()) {
            fields.report(
                    key, "out-of-range", "Expected '%s' to be longer than 0 s.".formatted(key), "");
        }
        return false;
    }

    private double seconds(String key, DocumentNode node) {
        return scalars.durationMicros(key, node) / 1e6;
    }
}
