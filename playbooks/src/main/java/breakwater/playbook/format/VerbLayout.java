package breakwater.playbook.format;

import breakwater.playbook.Step;
import breakwater.playbook.Value;
import breakwater.playbook.Verb;
import breakwater.playbook.format.LayoutNode.Table;
import breakwater.playbook.format.LayoutNode.Word;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Puts a verb and what it takes into the entries of its step. */
final class VerbLayout implements Verb.Visitor<Map<String, LayoutNode>> {

    private final Map<String, LayoutNode> entries;

    VerbLayout(Map<String, LayoutNode> entries) {
        this.entries = entries;
    }

    @Override
    public Map<String, LayoutNode> onDo(Verb.Do verb) {
        entries.put("do", Word.text(verb.action()));
        return with(verb.with());
    }

    private Map<String, LayoutNode> with(Map<String, Value> values) {
        if (!values.isEmpty()) {
            entries.put("with", ValueLayout.values(values));
        }
        return entries;
    }

    @Override
    public Map<String, LayoutNode> onTask(Verb.Task verb) {
        entries.put("task", ValueLayout.template(verb.text()));
        entries.put("role", Word.text(verb.role()));
        if (!verb.fields().isEmpty()) {
            Map<String, LayoutNode> fields = new LinkedHashMap<>();
            verb.fields()
                    .forEach(field ->
                            fields.put(field.name(), Word.text(field.type().label())));
            entries.put("fields", new Table(fields, true));
        }
        return entries;
    }

    @Override
    public Map<String, LayoutNode> onDecide(Verb.Decide verb) {
        Map<String, LayoutNode> options = new LinkedHashMap<>();
        verb.options().forEach((option, text) -> options.put(option, Word.text(text)));
        entries.put("decide", ValueLayout.template(verb.question()));
        entries.put("role", Word.text(verb.role()));
        entries.put("options", new Table(options, true));
        entries.put("deadline", ValueLayout.duration(verb.deadlineMicros()));
        entries.put("default", Word.text(verb.byDefault()));
        return entries;
    }

    @Override
    public Map<String, LayoutNode> onIf(Verb.If verb) {
        entries.put("if", Word.expression(verb.condition().text()));
        entries.put("then", StepLayout.steps(verb.then(), true));
        return steps("else", verb.otherwise());
    }

    private Map<String, LayoutNode> steps(String key, List<Step> steps) {
        if (!steps.isEmpty()) {
            entries.put(key, StepLayout.steps(steps, true));
        }
        return entries;
    }

    @Override
    public Map<String, LayoutNode> onSwitch(Verb.Switch verb) {
        entries.put("switch", Word.expression(verb.value().text()));
        entries.put("cases", branches(verb.cases()));
        return steps("default", verb.otherwise());
    }

    private static Table branches(List<Verb.Branch> branches) {
        Map<String, LayoutNode> all = new LinkedHashMap<>();
        branches.forEach(branch -> all.put(branch.name(), StepLayout.steps(branch.steps(), false)));
        return new Table(all, false);
    }

    @Override
    public Map<String, LayoutNode> onParallel(Verb.Parallel verb) {
        entries.put("parallel", branches(verb.branches()));
        if (verb.join() != verb.branches().size()) {
            entries.put(
                    "join", Word.bare(verb.join() == 1 ? "any" : Integer.toString(verb.join())));
        }
        return entries;
    }

    @Override
    public Map<String, LayoutNode> onWhile(Verb.While verb) {
        entries.put("while", Word.expression(verb.condition().text()));
        entries.put("every", ValueLayout.duration(verb.everyMicros()));
        entries.put("max", Word.bare(Integer.toString(verb.max())));
        entries.put("steps", StepLayout.steps(verb.steps(), true));
        return entries;
    }

    @Override
    public Map<String, LayoutNode> onPause(Verb.Pause verb) {
        entries.put("wait", ValueLayout.duration(verb.micros()));
        return entries;
    }

    @Override
    public Map<String, LayoutNode> onAwait(Verb.Await verb) {
        Map<String, LayoutNode> until = new LinkedHashMap<>();
        if (!verb.event().isEmpty()) {
            until.put("until", Word.text(verb.event()));
        }
        String key = verb.event().isEmpty() ? "until" : "when";
        verb.condition().ifPresent(when -> until.put(key, Word.expression(when.text())));
        if (verb.sinceRun()) {
            until.put("since", Word.bare("run"));
        }
        entries.put("wait", new Table(until, true));
        return entries;
    }

    @Override
    public Map<String, LayoutNode> onSet(Verb.SetVariables verb) {
        entries.put("set", StepLayout.assignments(verb.assignments()));
        return entries;
    }

    @Override
    public Map<String, LayoutNode> onNotify(Verb.Notify verb) {
        entries.put("notify", Word.text(verb.notice()));
        entries.put("to", Word.text(verb.to()));
        if (!verb.role().isEmpty()) {
            entries.put("role", Word.text(verb.role()));
        }
        verb.due().ifPresent(due -> {
            Map<String, LayoutNode> clock = new LinkedHashMap<>();
            clock.put("within", ValueLayout.duration(due.withinMicros()));
            clock.put("from", Word.expression(due.from().text()));
            entries.put("due", new Table(clock, true));
        });
        verb.text().ifPresent(text -> entries.put("text", ValueLayout.template(text)));
        return with(verb.with());
    }

    @Override
    public Map<String, LayoutNode> onAid(Verb.Aid verb) {
        Map<String, LayoutNode> need = new LinkedHashMap<>();
        need.put("need", Word.text(verb.need()));
        if (!isLiteral(verb.subject(), "")) {
            need.put("for", ValueLayout.value(verb.subject()));
        }
        if (!isLiteral(verb.amount(), 1L)) {
            String key = verb.need().equals("key-relay") ? "rate_bps" : "amount";
            need.put(key, ValueLayout.value(verb.amount()));
        }
        need.put("until", ValueLayout.duration(verb.untilMicros()));
        entries.put("aid", new Table(need, true));
        if (!verb.ask().isEmpty()) {
            entries.put("ask", ValueLayout.texts(verb.ask()));
        }
        entries.put("offers_within", ValueLayout.duration(verb.offersWithinMicros()));
        Verb.Aid.Accept accept = verb.accept();
        entries.put(
                "accept",
                StepLayout.accept(
                        accept.role(),
                        accept.deadlineMicros(),
                        accept.bestByDefault() ? "best" : "none"));
        entries.put("deployed_within", ValueLayout.duration(verb.deployedWithinMicros()));
        return entries;
    }

    private static boolean isLiteral(Value value, Object meant) {
        return value instanceof Value.Literal literal && literal.value().equals(meant);
    }

    @Override
    public Map<String, LayoutNode> onReturn(Verb.Return verb) {
        entries.put("return", Word.text(verb.aid()));
        verb.withinMicros()
                .ifPresent(micros -> entries.put("within", ValueLayout.duration(micros)));
        return entries;
    }

    @Override
    public Map<String, LayoutNode> onCall(Verb.Call verb) {
        entries.put("call", Word.text(verb.playbook()));
        entries.put("version", Word.text(verb.version()));
        return with(verb.with());
    }

    @Override
    public Map<String, LayoutNode> onEscalate(Verb.Escalate verb) {
        entries.put("escalate", Word.text(verb.to()));
        return entries;
    }

    @Override
    public Map<String, LayoutNode> onEnd(Verb.End verb) {
        entries.put("end", Word.bare(verb.outcome().label()));
        return entries;
    }
}
