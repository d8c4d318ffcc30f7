package breakwater.playbook.drawing;

import static breakwater.playbook.yaml.PlaybookDurations.format;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Template;
import breakwater.playbook.Value;
import breakwater.playbook.Verb;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a step's box says, paragraph by paragraph; the steps within it have boxes of their own. */
final class StepWords implements Verb.Visitor<List<Said>> {

    private final Map<String, String> titleOfRole = new HashMap<>();

    StepWords(Playbook playbook) {
        playbook.roles().forEach(role -> titleOfRole.put(role.id(), role.title()));
    }

    /** All of it: name, what is done, by whom, until when, and what holds for it besides. */
    List<Said> of(Step step) {
        List<Said> all = new ArrayList<>();
        all.add(Said.name(
                step.id().isEmpty()
                        ? step.verb().keyword()
                        : step.verb().keyword() + " · " + step.id()));
        if (!step.title().isEmpty()) {
            all.add(new Said(step.title(), Face.STRONG, Mark.NONE));
        }
        Step.Modifiers how = step.modifiers();
        how.when().ifPresent(when -> all.add(Said.detail("only if " + when.text())));
        if (how.delayMicros() > 0) {
            all.add(Said.clock("begins after " + format(how.delayMicros())));
        }
        all.addAll(step.verb().accept(this));
        all.addAll(modifiers(how));
        return all;
    }

    private List<Said> modifiers(Step.Modifiers how) {
        List<Said> all = new ArrayList<>();
        how.approve().ifPresent(approval -> {
            all.add(Said.person("approved by " + who(approval.role())));
            all.add(Said.clock("within %s, else %s"
                    .formatted(
                            format(approval.deadlineMicros()),
                            approval.byDefault() ? "it is done" : "it is refused")));
        });
        how.timeoutMicros().ifPresent(micros -> all.add(Said.clock("at most " + format(micros))));
        how.escalate()
                .forEach(step -> all.add(Said.clock("after %s: tell %s"
                        .formatted(format(step.afterMicros()), who(step.to())))));
        how.retry().ifPresent(retry -> all.add(Said.detail(retry(retry))));
        how.save()
                .forEach(save -> all.add(Said.detail(
                        "%s := %s".formatted(save.variable(), save.value().text()))));
        how.undo()
                .filter(StepWords::isShort)
                .ifPresent(undo -> all.add(Said.detail("taken back by: " + shortly(undo))));
        if (how.onFailure() == Step.OnFailure.Simple.CONTINUE) {
            all.add(Said.detail("on failure: go on"));
        } else if (how.onFailure() == Step.OnFailure.Simple.UNDO) {
            all.add(Said.detail("on failure: take all back, then stop"));
        }
        return all;
    }

    /** Whether a line is enough for a step: an action with nothing else said of it. */
    static boolean isShort(Step step) {
        return step.verb() instanceof Verb.Do && step.modifiers().equals(Step.Modifiers.NONE);
    }

    private static String shortly(Step step) {
        Verb.Do act = (Verb.Do) step.verb();
        return act.with().isEmpty()
                ? act.action()
                : act.with().entrySet().stream()
                        .map(each -> "%s = %s".formatted(each.getKey(), text(each.getValue())))
                        .collect(Collectors.joining(", ", act.action() + " (", ")"));
    }

    static String retry(Playbook.Retry retry) {
        return "tried again %s, every %s%s%s"
                .formatted(
                        retry.max() == 1 ? "once" : "up to %s times".formatted(retry.max()),
                        format(retry.everyMicros()),
                        retry.backoff() == 1
                                ? ""
                                : ", each time %s-fold".formatted(retry.backoff()),
                        retry.on().isEmpty() ? "" : ", after " + String.join(", ", retry.on()));
    }

    private String who(String role) {
        return titleOfRole.getOrDefault(role, role);
    }

    static String text(Value value) {
        if (value instanceof Value.Computed computed) {
            return computed.expression().text();
        }
        return literal(((Value.Literal) value).value());
    }

    private static String literal(Object value) {
        if (value instanceof Duration duration) {
            return format(duration.toNanos() / 1000);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(StepWords::literal)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text ? "'" + text + "'" : String.valueOf(value);
    }

    /** As it was written, with blanks at the braces. */
    private static String text(Template template) {
        return template.source().replace("{{", "{{ ").replace("}}", " }}").replaceAll(" +", " ");
    }

    private static void with(List<Said> all, Map<String, Value> with) {
        with.forEach((name, value) -> all.add(Said.detail("%s = %s".formatted(name, text(value)))));
    }

    private List<Said> byRole(String role, List<Said> all) {
        if (!role.isEmpty()) {
            all.add(Said.person(who(role)));
        }
        return all;
    }

    @Override
    public List<Said> onDo(Verb.Do verb) {
        List<Said> all = new ArrayList<>(List.of(Said.text(verb.action())));
        with(all, verb.with());
        if (verb.once()) {
            all.add(Said.detail("once: never sent twice"));
        }
        return all;
    }

    @Override
    public List<Said> onTask(Verb.Task verb) {
        List<Said> all = new ArrayList<>(List.of(Said.text(text(verb.text()))));
        byRole(verb.role(), all);
        verb.fields()
                .forEach(field -> all.add(Said.detail("to fill in: %s (%s)"
                        .formatted(field.name(), field.type().label()))));
        return all;
    }

    @Override
    public List<Said> onDecide(Verb.Decide verb) {
        List<Said> all = new ArrayList<>(List.of(Said.text(text(verb.question()))));
        byRole(verb.role(), all);
        verb.options().forEach((name, text) -> {
            boolean chosen = name.equals(verb.byDefault());
            all.add(new Said(
                    "%s: %s".formatted(name, text),
                    Face.DETAIL,
                    chosen ? Mark.DEFAULT : Mark.OPTION));
        });
        all.add(Said.clock(
                "within %s, else %s".formatted(format(verb.deadlineMicros()), verb.byDefault())));
        return all;
    }

    @Override
    public List<Said> onIf(Verb.If verb) {
        return List.of(Said.text(verb.condition().text()));
    }

    @Override
    public List<Said> onSwitch(Verb.Switch verb) {
        return List.of(Said.text(verb.value().text()));
    }

    @Override
    public List<Said> onParallel(Verb.Parallel verb) {
        return List.of(
                Said.text("%s branches side by side".formatted(verb.branches().size())));
    }

    @Override
    public List<Said> onWhile(Verb.While verb) {
        return List.of(
                Said.text(verb.condition().text()),
                Said.clock("every %s, at most %s"
                        .formatted(
                                format(verb.everyMicros()),
                                verb.max() == 1 ? "once" : "%s times".formatted(verb.max()))));
    }

    @Override
    public List<Said> onPause(Verb.Pause verb) {
        return List.of(Said.clock(format(verb.micros())));
    }

    @Override
    public List<Said> onAwait(Verb.Await verb) {
        List<Said> all = new ArrayList<>();
        if (verb.event().isEmpty()) {
            verb.condition().ifPresent(until -> all.add(Said.text("until " + until.text())));
            return all;
        }
        all.add(Said.text("for " + verb.event()));
        verb.condition().ifPresent(when -> all.add(Said.detail("where " + when.text())));
        if (verb.sinceRun()) {
            all.add(Said.detail("counts from the start of the run"));
        }
        return all;
    }

    @Override
    public List<Said> onSet(Verb.SetVariables verb) {
        return verb.assignments().stream()
                .map(each -> Said.text(
                        "%s := %s".formatted(each.variable(), each.value().text())))
                .toList();
    }

    @Override
    public List<Said> onNotify(Verb.Notify verb) {
        List<Said> all =
                new ArrayList<>(List.of(Said.text("%s to %s".formatted(verb.notice(), verb.to()))));
        verb.text().ifPresent(text -> all.add(Said.detail("“%s”".formatted(text(text)))));
        with(all, verb.with());
        if (!verb.role().isEmpty()) {
            all.add(Said.person("signed by " + who(verb.role())));
        }
        verb.due()
                .ifPresent(due -> all.add(new Said(
                        "due within %s from %s"
                                .formatted(
                                        format(due.withinMicros()), due.from().text()),
                        Face.STRONG,
                        Mark.LEGAL)));
        return all;
    }

    @Override
    public List<Said> onAid(Verb.Aid verb) {
        List<Said> all = new ArrayList<>();
        String subject = text(verb.subject());
        all.add(Said.text("%s %s%s"
                .formatted(
                        text(verb.amount()),
                        verb.need(),
                        subject.isEmpty() || subject.equals("''") ? "" : " for " + subject)));
        all.add(Said.detail("asked of "
                + (verb.ask().isEmpty()
                        ? "all who agreed to lend"
                        : String.join(", ", verb.ask()))));
        all.add(Said.clock("offers within " + format(verb.offersWithinMicros())));
        all.add(Said.person("accepted by " + who(verb.accept().role())));
        all.add(Said.clock("within %s, else %s"
                .formatted(
                        format(verb.accept().deadlineMicros()),
                        verb.accept().bestByDefault() ? "the best offer" : "none")));
        all.add(Said.clock("deployed within " + format(verb.deployedWithinMicros())));
        all.add(Said.clock("needed for " + format(verb.untilMicros())));
        return all;
    }

    @Override
    public List<Said> onReturn(Verb.Return verb) {
        List<Said> all = new ArrayList<>(List.of(Said.text("the aid of " + verb.aid())));
        verb.withinMicros().ifPresent(micros -> all.add(Said.clock("within " + format(micros))));
        return all;
    }

    @Override
    public List<Said> onCall(Verb.Call verb) {
        List<Said> all = new ArrayList<>(
                List.of(Said.text("playbook %s %s".formatted(verb.playbook(), verb.version()))));
        with(all, verb.with());
        return all;
    }

    @Override
    public List<Said> onEscalate(Verb.Escalate verb) {
        return new ArrayList<>(List.of(Said.person("to " + who(verb.to()))));
    }

    @Override
    public List<Said> onEnd(Verb.End verb) {
        return List.of(new Said(verb.outcome().label(), Face.STRONG, Mark.NONE));
    }
}
