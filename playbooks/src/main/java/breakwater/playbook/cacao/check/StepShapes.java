package breakwater.playbook.cacao.check;

import static breakwater.playbook.cacao.check.Kinds.dictionary;
import static breakwater.playbook.cacao.check.Kinds.extensions;
import static breakwater.playbook.cacao.check.Kinds.filled;
import static breakwater.playbook.cacao.check.Kinds.id;
import static breakwater.playbook.cacao.check.Kinds.list;
import static breakwater.playbook.cacao.check.Kinds.text;
import static breakwater.playbook.cacao.check.Kinds.whole;

import breakwater.playbook.cacao.StepType;

import java.util.LinkedHashMap;
import java.util.Map;

/** The steps of a workflow (CACAO 2.0, section 4). */
final class StepShapes {

    /** The official schema has 1 as the least delay, against its own text. */
    private static final Kind MILLISECONDS = whole(0, Kinds.WHOLE_MAX);

    private static final Shape COMMON = Shape.of("a step")
            .must("type", text())
            .may("name", text())
            .may("description", text())
            .may("external_references", list(1, CommonShapes.EXTERNAL_REFERENCE))
            .may("delay", MILLISECONDS)
            .may("timeout", MILLISECONDS)
            .may("step_variables", Variables.declarations())
            .may("owner", id())
            .may("on_completion", id())
            .may("on_success", id())
            .may("on_failure", id())
            .may("step_extensions", extensions());

    static final TypedEntries STEPS = new TypedEntries("step", shapes(), COMMON, false);

    private StepShapes() {}

    private static Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        put(shapes, StepType.START, COMMON.as("a start step"));
        put(shapes, StepType.END, COMMON.as("an end step"));
        put(
                shapes,
                StepType.ACTION,
                COMMON.as("an action")
                        .must("commands", list(1, new CommandKind()))
                        .must("agent", id())
                        .may("targets", list(1, id()))
                        .may("in_args", list(1, text()))
                        .may("out_args", list(1, text())));
        put(
                shapes,
                StepType.PLAYBOOK_ACTION,
                COMMON.as("a playbook-action")
                        .must("playbook_id", id("playbook"))
                        .may("playbook_version", Times.milliseconds())
                        .may("in_args", list(1, text()))
                        .may("out_args", list(1, text())));
        put(
                shapes,
                StepType.PARALLEL,
                COMMON.as("a parallel step").must("next_steps", list(2, id())));
        put(
                shapes,
                StepType.IF_CONDITION,
                COMMON.as("an if-condition")
                        .must("condition", text())
                        .must("on_true", id())
                        .may("on_false", id()));
        put(
                shapes,
                StepType.WHILE_CONDITION,
                COMMON.as("a while-condition").must("condition", text()).must("on_true", id()));
        put(
                shapes,
                StepType.SWITCH_CONDITION,
                COMMON.as("a switch-condition")
                        .must("switch", text())
                        .must("cases", filled(dictionary(id()))));
        return shapes;
    }

    private static void put(Map<String, Shape> shapes, StepType type, Shape shape) {
        shapes.put(type.word(), shape);
    }
}
