package breakwater.playbook.drawing;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.yaml.PlaybookDurations;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Draws the flow of a playbook. Pure; time linear in its size. */
public final class PlaybookDrawing {

    private static final int MARGIN = 20;

    /** So that the head of a small playbook is no column of single words. */
    private static final int HEAD_WIDTH_MIN = 520;

    /** Wider lines are hard to read. */
    private static final int HEAD_WIDTH_MAX = 900;

    private PlaybookDrawing() {}

    /** The drawing; of a playbook with errors too, as far as it was understood. */
    public static Drawing of(Playbook playbook) {
        BlockLayout layout = new BlockLayout(playbook);
        List<Laid> flow = new ArrayList<>();
        flow.add(BlockLayout.text(Look.START, "", start(playbook), BlockLayout.STEP_WIDTH));
        flow.add(layout.sequence(playbook.steps()));
        Laid main = BlockLayout.below(flow);
        List<Laid> apart = new ArrayList<>();
        if (!playbook.onAbort().isEmpty()) {
            apart.add(layout.aside(
                    Look.FAILURE, "on_abort: after a failure nobody handled", playbook.onAbort()));
        }
        if (!playbook.lastly().isEmpty()) {
            apart.add(layout.aside(
                    Look.FINALLY, "finally: always, when the run ends", playbook.lastly()));
        }
        return new Drawing(
                "%s (%s %s)".formatted(playbook.title(), playbook.id(), playbook.version()),
                description(playbook),
                page(playbook, main, apart));
    }

    private static Box page(Playbook playbook, Laid main, List<Laid> apart) {
        int apartWidth = apart.stream().mapToInt(Laid::width).sum()
                + BlockLayout.ASIDE * Math.max(0, apart.size() - 1);
        int inner = Math.max(HEAD_WIDTH_MIN, Math.max(main.width(), apartWidth));
        Canvas canvas = new Canvas();
        Laid head =
                BlockLayout.text(Look.HEAD, "", head(playbook), Math.min(inner, HEAD_WIDTH_MAX));
        canvas.put(head, MARGIN, MARGIN);
        int y = MARGIN + head.height() + BlockLayout.GAP;
        canvas.put(main, MARGIN + (inner - main.width()) / 2, y);
        y += main.height();
        int x = MARGIN + (inner - apartWidth) / 2;
        int tallest = 0;
        for (Laid one : apart) {
            canvas.put(one, x, y + 2 * BlockLayout.GAP);
            x += one.width() + BlockLayout.ASIDE;
            tallest = Math.max(tallest, 2 * BlockLayout.GAP + one.height());
        }
        return canvas.box(inner + 2 * MARGIN, y + tallest + MARGIN, Look.GROUP, "");
    }

    private static List<Said> head(Playbook playbook) {
        List<Said> said = new ArrayList<>();
        said.add(new Said(playbook.title(), Face.HEADLINE, Mark.NONE));
        said.add(Said.detail("%s %s · TLP:%s · owner: %s · %s"
                .formatted(
                        playbook.id(),
                        playbook.version(),
                        playbook.tlp().label().toUpperCase(Locale.ROOT),
                        playbook.owner(),
                        String.join(", ", playbook.types()))));
        playbook.roles()
                .forEach(role -> said.add(Said.person("%s: %s (%s)"
                        .formatted(
                                role.id(),
                                role.title(),
                                role.kind().name().toLowerCase(Locale.ROOT)))));
        if (!playbook.inputs().isEmpty()) {
            said.add(Said.detail(playbook.inputs().stream()
                    .map(input -> input.name() + " (" + input.type().label() + ")")
                    .collect(Collectors.joining(", ", "given: ", ""))));
        }
        if (!playbook.constants().isEmpty()) {
            said.add(Said.detail(playbook.constants().stream()
                    .map(one -> one.name() + " = " + StepWords.text(one.value()))
                    .collect(Collectors.joining(", ", "fixed: ", ""))));
        }
        Playbook.Defaults defaults = playbook.defaults();
        defaults.timeoutMicros()
                .ifPresent(micros ->
                        said.add(Said.clock("a step takes at most %s, if it says nothing else"
                                .formatted(PlaybookDurations.format(micros)))));
        defaults.retry()
                .ifPresent(retry -> said.add(Said.detail(
                        "actions, if they say nothing else: " + StepWords.retry(retry))));
        return said;
    }

    private static List<Said> start(Playbook playbook) {
        List<Said> said = new ArrayList<>(List.of(Said.name("start")));
        if (playbook.triggers().isEmpty()) {
            said.add(Said.text("by people, or by another playbook"));
        }
        for (Playbook.Trigger trigger : playbook.triggers()) {
            said.add(Said.text("at " + trigger.event()));
            trigger.when().ifPresent(when -> said.add(Said.detail("if " + when.text())));
        }
        return said;
    }

    private static String description(Playbook playbook) {
        String starts = playbook.triggers().isEmpty()
                ? "Started by people, or by another playbook."
                : playbook.triggers().stream()
                        .map(Playbook.Trigger::event)
                        .collect(Collectors.joining(", ", "Started at ", "."));
        return starts
                + names(" Steps: ", playbook.steps())
                + names(" After a failure nobody handled: ", playbook.onAbort())
                + names(" Always at the end: ", playbook.lastly());
    }

    private static String names(String title, List<Step> steps) {
        return steps.isEmpty()
                ? ""
                : steps.stream()
                        .map(step -> step.verb().keyword()
                                + (step.id().isEmpty() ? "" : " " + step.id()))
                        .collect(Collectors.joining(", ", title, "."));
    }
}
