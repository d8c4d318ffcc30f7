package breakwater.playbook.cacao.export;

import static breakwater.playbook.cacao.export.Payload.duration;
import static breakwater.playbook.cacao.json.ObjectBuilder.flag;
import static breakwater.playbook.cacao.json.ObjectBuilder.list;
import static breakwater.playbook.cacao.json.ObjectBuilder.pair;
import static breakwater.playbook.cacao.json.ObjectBuilder.text;
import static breakwater.playbook.cacao.json.ObjectBuilder.texts;

import breakwater.playbook.Step;
import breakwater.playbook.Step.Modifiers;
import breakwater.playbook.Step.OnFailure;
import breakwater.playbook.Value;
import breakwater.playbook.Verb;
import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.ObjectBuilder;

import java.util.ArrayList;
import java.util.List;

/**
 * One step as our extension writes it.
 *
 * @param deep whether with the steps it holds; else only with the names of its branches
 */
record StepPayload(Step step, boolean deep) implements Verb.Visitor<ObjectBuilder> {

    /** In place of a handler that stands in the graph. */
    static final String HANDLED = "handle";

    private ObjectBuilder begin() {
        return new ObjectBuilder().putFilled("id", step.id()).putFilled("title", step.title());
    }

    private ObjectBuilder end(ObjectBuilder keys) {
        Modifiers said = step.modifiers();
        keys.put("when", said.when().map(when -> text(when.text())));
        if (said.delayMicros() > 0) {
            keys.put("delay", duration(said.delayMicros()));
        }
        said.timeoutMicros().ifPresent(micros -> keys.put("timeout", duration(micros)));
        keys.put("retry", said.retry().map(Payload::retry))
                .putFilled("save", Payload.assignments(said.save()))
                .put("undo", said.undo().map(Payload::deepStep))
                .putFilled(
                        "escalate",
                        list(said.escalate().stream()
                                .map(escalation -> new ObjectBuilder()
                                        .put("after", duration(escalation.afterMicros()))
                                        .put("to", escalation.to())
                                        .build())
                                .toList()))
                .put("approve", said.approve().map(StepPayload::approval));
        if (said.onFailure() instanceof OnFailure.Handle handler) {
            // An end cannot fail, so that what would handle it has no place in the graph.
            boolean here = deep || step.verb() instanceof Verb.End;
            keys.put("on_failure", here ? Payload.deepSteps(handler.steps()) : text(HANDLED));
        } else if (said.onFailure() != OnFailure.Simple.STOP) {
            keys.put(
                    "on_failure",
                    said.onFailure() == OnFailure.Simple.CONTINUE ? "continue" : "undo");
        }
        return keys;
    }

    private static JsonObject approval(Step.Approval approval) {
        return new ObjectBuilder()
                .put("role", approval.role())
                .put("deadline", duration(approval.deadlineMicros()))
                .put("default", approval.byDefault() ? "approve" : "refuse")
                .build();
    }

    @Override
    public ObjectBuilder onDo(Verb.Do verb) {
        ObjectBuilder keys =
                begin().put("do", verb.action()).putFilled("with", Payload.values(verb.with()));
        return end(verb.once() ? keys.put("once", flag(true)) : keys);
    }

    @Override
    public ObjectBuilder onTask(Verb.Task verb) {
        return end(begin().put("task", verb.text().source())
                .put("role", verb.role())
                .putFilled(
                        "fields",
                        list(verb.fields().stream()
                                .map(field ->
                                        pair(field.name(), text(field.type().label())))
                                .toList())));
    }

    @Override
    public ObjectBuilder onDecide(Verb.Decide verb) {
        List<JsonObject> options = new ArrayList<>();
        verb.options().forEach((option, meaning) -> options.add(pair(option, text(meaning))));
        return end(begin().put("decide", verb.question().source())
                .put("role", verb.role())
                .put("options", list(options))
                .put("deadline", duration(verb.deadlineMicros()))
                .put("default", verb.byDefault()));
    }

    @Override
    public ObjectBuilder onIf(Verb.If verb) {
        ObjectBuilder keys = begin().put("if", verb.condition().text());
        if (deep) {
            keys.put("then", Payload.deepSteps(verb.then()))
                    .putFilled("else", Payload.deepSteps(verb.otherwise()));
        }
        return end(keys);
    }

    @Override
    public ObjectBuilder onSwitch(Verb.Switch verb) {
        ObjectBuilder keys =
                begin().put("switch", verb.value().text()).put("cases", branches(verb.cases()));
        return end(deep ? keys.putFilled("default", Payload.deepSteps(verb.otherwise())) : keys);
    }

    private JsonValue branches(List<Verb.Branch> branches) {
        return deep
                ? list(branches.stream()
                        .map(branch -> pair(branch.name(), Payload.deepSteps(branch.steps())))
                        .toList())
                : texts(branches.stream().map(Verb.Branch::name).toList());
    }

    @Override
    public ObjectBuilder onParallel(Verb.Parallel verb) {
        ObjectBuilder keys = begin().put("parallel", branches(verb.branches()));
        return end(verb.join() == verb.branches().size() ? keys : keys.put("join", verb.join()));
    }

    @Override
    public ObjectBuilder onWhile(Verb.While verb) {
        ObjectBuilder keys = begin().put("while", verb.condition().text())
                .put("every", duration(verb.everyMicros()))
                .put("max", verb.max());
        return end(deep ? keys.put("steps", Payload.deepSteps(verb.steps())) : keys);
    }

    @Override
    public ObjectBuilder onPause(Verb.Pause verb) {
        return end(begin().put("wait", duration(verb.micros())));
    }

    @Override
    public ObjectBuilder onAwait(Verb.Await verb) {
        String condition = verb.condition().map(found -> found.text()).orElse("");
        ObjectBuilder until = verb.event().isEmpty()
                ? new ObjectBuilder().put("until", condition)
                : new ObjectBuilder().put("until", verb.event()).putFilled("when", condition);
        if (verb.sinceRun()) {
            until.put("since", "run");
        }
        return end(begin().put("wait", until.build()));
    }

    @Override
    public ObjectBuilder onSet(Verb.SetVariables verb) {
        return end(begin().put("set", Payload.assignments(verb.assignments())));
    }

    @Override
    public ObjectBuilder onNotify(Verb.Notify verb) {
        return end(begin().put("notify", verb.notice())
                .put("to", verb.to())
                .putFilled("role", verb.role())
                .put(
                        "due",
                        verb.due()
                                .map(due -> new ObjectBuilder()
                                        .put("within", duration(due.withinMicros()))
                                        .put("from", due.from().text())
                                        .build()))
                .put("text", verb.text().map(words -> text(words.source())))
                .putFilled("with", Payload.values(verb.with())));
    }

    @Override
    public ObjectBuilder onAid(Verb.Aid verb) {
        ObjectBuilder need = new ObjectBuilder().put("need", verb.need());
        boolean forNothing = verb.subject() instanceof Value.Literal literal
                && literal.value().equals("");
        if (!forNothing) {
            need.put("for", Payload.value(verb.subject()));
        }
        boolean one = verb.amount() instanceof Value.Literal literal
                && literal.value().equals(1L);
        if (!one) {
            need.put("amount", Payload.value(verb.amount()));
        }
        return end(begin().put(
                        "aid", need.put("until", duration(verb.untilMicros())).build())
                .putFilled("ask", texts(verb.ask()))
                .put("offers_within", duration(verb.offersWithinMicros()))
                .put(
                        "accept",
                        new ObjectBuilder()
                                .put("role", verb.accept().role())
                                .put("deadline", duration(verb.accept().deadlineMicros()))
                                .put("default", verb.accept().bestByDefault() ? "best" : "none")
                                .build())
                .put("deployed_within", duration(verb.deployedWithinMicros())));
    }

    @Override
    public ObjectBuilder onReturn(Verb.Return verb) {
        ObjectBuilder keys = begin().put("return", verb.aid());
        verb.withinMicros().ifPresent(micros -> keys.put("within", duration(micros)));
        return end(keys);
    }

    @Override
    public ObjectBuilder onCall(Verb.Call verb) {
        return end(begin().put("call", verb.playbook())
                .put("version", verb.version())
                .putFilled("with", Payload.values(verb.with())));
    }

    @Override
    public ObjectBuilder onEscalate(Verb.Escalate verb) {
        return end(begin().put("escalate", verb.to()));
    }

    @Override
    public ObjectBuilder onEnd(Verb.End verb) {
        return end(begin().put("end", verb.outcome().label()));
    }
}
