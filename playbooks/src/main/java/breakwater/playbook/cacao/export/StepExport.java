package breakwater.playbook.cacao.export;

import breakwater.playbook.Step;
import breakwater.playbook.Value;
import breakwater.playbook.Verb;
import breakwater.playbook.cacao.StepType;
import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonList;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.ObjectBuilder;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * One step as steps of CACAO; each method returns the identifier of the first.
 *
 * @param next what comes when it has succeeded
 */
record StepExport(Step step, Exit next, Scope scope, Sequences sequences)
        implements Verb.Visitor<String> {

    /** What notices are, in CACAO's list of activities. */
    private static final String DELIVERY = "deliver-content";

    private Drafts drafts() {
        return sequences.drafts();
    }

    private Names names() {
        return drafts().names();
    }

    private String place() {
        return scope.place(step.path());
    }

    private String add(StepType type, String part, ObjectBuilder body) {
        return drafts().workflow().add(type, place() + part, body);
    }

    /** The begin of the step that stands for this one: type, name, delay and time limit. */
    private ObjectBuilder body(StepType type, String name, OptionalLong timeoutMicros) {
        ObjectBuilder body =
                Workflow.body(type).put("name", step.title().isEmpty() ? name : step.title());
        if (step.modifiers().delayMicros() > 0) {
            body.put("delay", Drafts.millis(step.modifiers().delayMicros()));
        }
        timeoutMicros.ifPresent(micros -> body.put("timeout", Drafts.millis(micros)));
        return body;
    }

    private OptionalLong timeout() {
        OptionalLong own = step.modifiers().timeoutMicros();
        return own.isPresent() ? own : drafts().playbook().defaults().timeoutMicros();
    }

    /** The same with what comes next and with what our extension says. */
    private ObjectBuilder led(ObjectBuilder body) {
        body.put("on_success", next.id());
        sequences.failure(step, next, scope).ifPresent(id -> body.put("on_failure", id));
        return body.put("step_extensions", Drafts.extended(Drafts.extension(step)));
    }

    private ObjectBuilder action(
            String name, OptionalLong timeout, JsonList commands, String agent) {
        return body(StepType.ACTION, name, timeout)
                .put("commands", commands)
                .put("agent", agent)
                .putFilled("out_args", names().assigned(step.modifiers().save()));
    }

    @Override
    public String onDo(Verb.Do verb) {
        JsonObject content = new ObjectBuilder()
                .putFilled("with", arguments(verb.with()))
                .putFilled("given", given(verb.with()))
                .build();
        ObjectBuilder body = action(
                        verb.action(),
                        timeout(),
                        Drafts.http("actions/" + verb.action(), content),
                        drafts().node())
                .putFilled("in_args", names().arguments(Names.expressions(verb.with())));
        Optional<String> failure = sequences.failure(step, next, scope);
        body.put("on_success", next.id());
        failure.ifPresent(id -> body.put("on_failure", id));
        String id = add(
                StepType.ACTION,
                "",
                body.put("step_extensions", Drafts.extended(Drafts.extension(step))));
        return step.modifiers()
                .approve()
                .map(approval -> new Approving(step, scope, drafts()).before(id, failure, approval))
                .orElse(id);
    }

    private JsonObject arguments(Map<String, Value> with) {
        ObjectBuilder arguments = new ObjectBuilder();
        with.forEach((name, value) -> arguments.put(name, names().inCommand(value)));
        return arguments.build();
    }

    /** What a node needs to evaluate those values that are more than one variable. */
    private JsonObject given(Map<String, Value> with) {
        return names().given(Names.expressions(with).stream()
                .filter(expression -> names().alone(expression).isEmpty())
                .toList());
    }

    @Override
    public String onTask(Verb.Task verb) {
        ObjectBuilder body = action(
                        JsonValue.cut(verb.text().source()),
                        timeout(),
                        Drafts.manual(names().inText(verb.text()), ""),
                        drafts().agentOf(verb.role()))
                .putFilled("in_args", names().arguments(Names.expressions(verb.text())));
        return add(StepType.ACTION, "", led(body));
    }

    @Override
    public String onDecide(Verb.Decide verb) {
        List<String> options = new ArrayList<>();
        verb.options().forEach((option, meaning) -> options.add(option + ": " + meaning));
        String words = "%s [%s] Without an answer: %s"
                .formatted(
                        names().inText(verb.question()),
                        String.join(" | ", options),
                        verb.byDefault());
        ObjectBuilder body = action(
                        JsonValue.cut(verb.question().source()),
                        OptionalLong.of(verb.deadlineMicros()),
                        Drafts.manual(words, ""),
                        drafts().agentOf(verb.role()))
                .putFilled("in_args", names().arguments(Names.expressions(verb.question())))
                .put("on_success", next.id())
                .put("on_failure", byDefault(verb))
                .put("step_extensions", Drafts.extended(Drafts.extension(step)));
        return add(StepType.ACTION, "", body);
    }

    /** What happens when nobody has answered in time. */
    private String byDefault(Verb.Decide verb) {
        JsonObject result = ObjectBuilder.pair("option", ObjectBuilder.text(verb.byDefault()));
        JsonObject content = new ObjectBuilder()
                .putFilled("set", saved())
                .put("result", result)
                .build();
        ObjectBuilder body = Workflow.body(StepType.ACTION)
                .put("name", "Nobody answered in time: " + verb.byDefault())
                .put("commands", Drafts.http("set", content))
                .put("agent", drafts().node())
                .putFilled("out_args", names().assigned(step.modifiers().save()))
                .put("on_success", next.id());
        sequences.failure(step, next, scope).ifPresent(id -> body.put("on_failure", id));
        return add(
                StepType.ACTION,
                "#default",
                body.put("step_extensions", Drafts.extended(Drafts.part("default", step.path()))));
    }

    private JsonObject saved() {
        ObjectBuilder set = new ObjectBuilder();
        step.modifiers()
                .save()
                .forEach(saved -> names().find("vars." + saved.variable())
                        .ifPresent(name -> set.put(name, "=" + saved.value().text())));
        return set.build();
    }

    @Override
    public String onSet(Verb.SetVariables verb) {
        ObjectBuilder set = new ObjectBuilder();
        List<String> expressions = new ArrayList<>();
        for (Step.Assignment assignment : verb.assignments()) {
            expressions.add(assignment.value().text());
            names().find("vars." + assignment.variable())
                    .ifPresent(name -> set.put(name, "=" + assignment.value().text()));
        }
        JsonObject content = new ObjectBuilder()
                .put("set", set.build())
                .putFilled("given", names().given(expressions))
                .build();
        ObjectBuilder body = body(StepType.ACTION, "Set variables", OptionalLong.empty())
                .put("commands", Drafts.http("set", content))
                .put("agent", drafts().node())
                .putFilled("in_args", names().arguments(expressions))
                .putFilled("out_args", names().assigned(verb.assignments()));
        return add(StepType.ACTION, "", led(body));
    }

    @Override
    public String onNotify(Verb.Notify verb) {
        List<String> expressions = new ArrayList<>(Names.expressions(verb.with()));
        verb.text().ifPresent(words -> expressions.addAll(Names.expressions(words)));
        OptionalLong due = verb.due().isPresent()
                ? OptionalLong.of(verb.due().get().withinMicros())
                : OptionalLong.empty();
        String text = verb.text().map(names()::inText).orElse("");
        JsonList commands;
        if (verb.role().isEmpty()) {
            commands = Drafts.http(
                    "notices/" + verb.notice(),
                    new ObjectBuilder()
                            .put("to", verb.to())
                            .putFilled("text", text)
                            .putFilled("with", arguments(verb.with()))
                            .putFilled("given", given(verb.with()))
                            .build());
        } else {
            commands = Drafts.manual(
                    "Sign off %s and send it to %s.%s"
                            .formatted(verb.notice(), verb.to(), text.isEmpty() ? "" : " " + text),
                    DELIVERY);
        }
        ObjectBuilder body = action(
                        verb.notice(),
                        timeout().isPresent() ? timeout() : due,
                        commands,
                        verb.role().isEmpty() ? drafts().node() : drafts().agentOf(verb.role()))
                .putFilled("in_args", names().arguments(expressions));
        return add(StepType.ACTION, "", led(body));
    }

    @Override
    public String onEscalate(Verb.Escalate verb) {
        ObjectBuilder body = action(
                "Escalate to " + verb.to(),
                OptionalLong.empty(),
                Drafts.manual("This run is yours now: take it over.", "escalate-incident"),
                drafts().agentOf(verb.to()));
        return add(StepType.ACTION, "", led(body));
    }

    @Override
    public String onPause(Verb.Pause verb) {
        ObjectBuilder body = drafts().nothing(
                        step.title().isEmpty()
                                ? "Wait " + Payload.duration(verb.micros())
                                : step.title());
        long wait = verb.micros() + step.modifiers().delayMicros();
        if (wait > 0) {
            body.put("delay", Drafts.millis(wait));
        }
        return add(StepType.ACTION, "", led(body));
    }

    @Override
    public String onAid(Verb.Aid verb) {
        List<String> expressions = new ArrayList<>();
        for (Value value : List.of(verb.subject(), verb.amount())) {
            if (value instanceof Value.Computed computed) {
                expressions.add(computed.expression().text());
            }
        }
        return add(
                StepType.PLAYBOOK_ACTION,
                "",
                led(called("Mutual aid: " + verb.need(), "mutual-aid", expressions)));
    }

    @Override
    public String onReturn(Verb.Return verb) {
        return add(
                StepType.PLAYBOOK_ACTION,
                "",
                led(called("Give back the aid of " + verb.aid(), "mutual-aid-return", List.of())));
    }

    @Override
    public String onCall(Verb.Call verb) {
        ObjectBuilder body = called(
                        "Call " + verb.playbook(), verb.playbook(), Names.expressions(verb.with()))
                .put("playbook_version", CacaoExport.modified(verb.version()));
        return add(StepType.PLAYBOOK_ACTION, "", led(body));
    }

    private ObjectBuilder called(String name, String slug, List<String> expressions) {
        return body(StepType.PLAYBOOK_ACTION, name, timeout())
                .put("playbook_id", Ids.playbook(slug))
                .putFilled("in_args", names().arguments(expressions))
                .putFilled("out_args", names().assigned(step.modifiers().save()));
    }

    @Override
    public String onEnd(Verb.End verb) {
        return sequences.end(step, verb.outcome(), scope);
    }

    @Override
    public String onIf(Verb.If verb) {
        return new FlowExport(step, next, scope, sequences).choose(verb);
    }

    @Override
    public String onSwitch(Verb.Switch verb) {
        return new FlowExport(step, next, scope, sequences).choose(verb);
    }

    @Override
    public String onParallel(Verb.Parallel verb) {
        return new FlowExport(step, next, scope, sequences).sideBySide(verb);
    }

    @Override
    public String onWhile(Verb.While verb) {
        return new FlowExport(step, next, scope, sequences).loop(verb);
    }

    @Override
    public String onAwait(Verb.Await verb) {
        return new FlowExport(step, next, scope, sequences).await(verb);
    }
}
