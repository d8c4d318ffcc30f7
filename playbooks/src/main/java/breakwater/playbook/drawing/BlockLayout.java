package breakwater.playbook.drawing;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Verb;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lays out steps, from the innermost out. As deep as the YAML it came from, whose depth is bounded. */
final class BlockLayout {

    /** Of a step without steps in it: some forty letters a line. */
    static final int STEP_WIDTH = 276;

    /** From a box to the next below: room for an arrow. */
    static final int GAP = 22;

    /** From a step to what is done when it fails, and between branches. */
    static final int ASIDE = 26;

    static final int PADDING = 12;
    static final int PADDING_VERTICAL = 8;

    /** Where the way to a failure's steps leaves its step. */
    private static final int FAILURE_Y = 20;

    private static final int END_WIDTH = 120;

    private final StepWords words;

    BlockLayout(Playbook playbook) {
        words = new StepWords(playbook);
    }

    /** One below the other, joined by arrows. */
    static Laid below(List<Laid> items) {
        int left = items.stream().mapToInt(Laid::axis).max().orElse(0);
        int right = items.stream()
                .mapToInt(item -> item.width() - item.axis())
                .max()
                .orElse(0);
        Canvas canvas = new Canvas();
        int y = 0;
        boolean goesOn = true;
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) {
                if (goesOn) {
                    canvas.line(Line.arrow(new Point(left, y), new Point(left, y + GAP)));
                }
                y += GAP;
            }
            Laid item = items.get(i);
            canvas.put(item, left - item.axis(), y);
            y += item.height();
            goesOn = item.goesOn();
        }
        return new Laid(canvas.box(left + right, y, Look.GROUP, ""), left, goesOn);
    }

    /** Steps in a row. */
    Laid sequence(List<Step> steps) {
        return below(steps.stream().map(this::step).toList());
    }

    /** A dashed block beside or below the flow. */
    Laid aside(Look look, String title, List<Step> steps) {
        Laid inner = sequence(steps);
        Canvas canvas = new Canvas();
        int width = Math.max(inner.width(), Face.NAME.width(title)) + 2 * PADDING;
        int y = canvas.write(List.of(Said.name(title)), PADDING, PADDING_VERTICAL, width) + 6;
        canvas.put(inner, PADDING, y);
        int height = y + inner.height() + PADDING;
        return new Laid(
                canvas.box(width, height, look, ""), PADDING + inner.axis(), inner.goesOn());
    }

    /** Text in a box, broken to the width. */
    static Laid text(Look look, String path, List<Said> said, int width) {
        Canvas canvas = new Canvas();
        int y = canvas.write(said, PADDING, PADDING_VERTICAL, width - 2 * PADDING);
        return new Laid(
                canvas.box(width, y + PADDING_VERTICAL, look, path), width / 2, look != Look.END);
    }

    private Laid step(Step step) {
        Optional<Laid> handler =
                step.modifiers().onFailure() instanceof Step.OnFailure.Handle failed
                        ? Optional.of(aside(Look.FAILURE, "if it fails", failed.steps()))
                        : Optional.empty();
        Optional<Laid> undo = step.modifiers()
                .undo()
                .filter(back -> !StepWords.isShort(back))
                .map(back -> aside(Look.UNDO, "taken back by", List.of(back)));
        Laid main = main(step);
        return handler.isEmpty() && undo.isEmpty() ? main : beside(main, handler, undo);
    }

    /** A step; right of it what is done when it fails, whose way comes back in below, and what takes it back. */
    private static Laid beside(Laid main, Optional<Laid> handler, Optional<Laid> undo) {
        Canvas canvas = new Canvas();
        canvas.put(main, 0, 0);
        int right = main.width();
        int bottom = main.height();
        boolean comesBack = false;
        if (handler.isPresent()) {
            Laid failed = handler.get();
            int x = right + ASIDE;
            canvas.put(failed, x, 0);
            canvas.line(Line.afterFailure(new Point(right, FAILURE_Y), new Point(x, FAILURE_Y)));
            comesBack = failed.goesOn();
            bottom = Math.max(bottom, failed.height()) + (comesBack ? GAP / 2 : 0);
            right = x + failed.width();
            if (comesBack) {
                canvas.line(Line.afterFailure(
                        new Point(x + failed.axis(), failed.height()),
                        new Point(x + failed.axis(), bottom),
                        new Point(main.axis(), bottom)));
            }
        }
        if (undo.isPresent()) {
            canvas.put(undo.get(), right + ASIDE, 0);
            bottom = Math.max(bottom, undo.get().height());
            right += ASIDE + undo.get().width();
        }
        if (main.goesOn()) {
            canvas.line(Line.plain(
                    new Point(main.axis(), main.height()), new Point(main.axis(), bottom)));
        }
        return new Laid(
                canvas.box(right, bottom, Look.GROUP, ""), main.axis(), main.goesOn() || comesBack);
    }

    private Laid main(Step step) {
        Verb verb = step.verb();
        List<Said> said = words.of(step);
        if (verb instanceof Verb.If choice) {
            return Frames.branched(
                    step.path(),
                    said,
                    List.of(branch("yes", choice.then()), branch("no", choice.otherwise())),
                    "");
        }
        if (verb instanceof Verb.Switch choice) {
            List<Laid> branches = new ArrayList<>();
            choice.cases()
                    .forEach(one -> branches.add(branch("'" + one.name() + "'", one.steps())));
            branches.add(branch("otherwise", choice.otherwise()));
            return Frames.branched(step.path(), said, branches, "");
        }
        if (verb instanceof Verb.Parallel parallel) {
            List<Laid> branches = parallel.branches().stream()
                    .map(one -> branch(one.name(), one.steps()))
                    .toList();
            return Frames.branched(step.path(), said, branches, join(parallel));
        }
        if (verb instanceof Verb.While loop) {
            return Frames.loop(step.path(), said, sequence(loop.steps()));
        }
        return text(
                look(verb),
                step.path(),
                said,
                verb instanceof Verb.End && step.modifiers().equals(Step.Modifiers.NONE)
                        ? END_WIDTH
                        : STEP_WIDTH);
    }

    private Laid branch(String name, List<Step> steps) {
        List<Laid> all = new ArrayList<>(List.of(Frames.name(name)));
        steps.forEach(step -> all.add(step(step)));
        return below(all);
    }

    private static String join(Verb.Parallel parallel) {
        int all = parallel.branches().size();
        if (parallel.join() == all) {
            return "goes on when all %s have ended".formatted(all);
        }
        return parallel.join() == 1
                ? "goes on when one of %s has ended".formatted(all)
                : "goes on when %s of %s have ended".formatted(parallel.join(), all);
    }

    private static Look look(Verb verb) {
        return switch (verb.keyword()) {
            case "task", "decide" -> Look.PEOPLE;
            case "notify", "escalate" -> Look.MESSAGE;
            case "aid", "return" -> Look.AID;
            case "wait" -> Look.TIME;
            case "end" -> Look.END;
            default -> Look.ACTION;
        };
    }
}
