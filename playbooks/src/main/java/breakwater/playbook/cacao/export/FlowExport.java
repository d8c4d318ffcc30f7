package breakwater.playbook.cacao.export;

import static breakwater.playbook.cacao.json.ObjectBuilder.text;

import breakwater.playbook.Step;
import breakwater.playbook.Step.OnFailure;
import breakwater.playbook.Verb;
import breakwater.playbook.cacao.StepType;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.ObjectBuilder;
import breakwater.playbook.expression.Type;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A step that holds others, or waits, as a branching step of CACAO; each branch has an end of its own. */
final class FlowExport {

    /** How often a condition is looked at while a step waits for it. */
    private static final long POLL_MICROS = 60_000_000L;

    private final Step step;
    private final Exit next;
    private final Scope scope;
    private final Sequences sequences;
    private final Drafts drafts;
    private final Workflow workflow;
    private final String place;

    FlowExport(Step step, Exit next, Scope scope, Sequences sequences) {
        this.step = step;
        this.next = next;
        this.scope = scope;
        this.sequences = sequences;
        drafts = sequences.drafts();
        workflow = drafts.workflow();
        place = scope.place(step.path());
    }

    /** The first steps of all ways by key, and what comes after them. */
    private record Ways(Map<String, String> entries, Exit after, Optional<String> rest) {}

    private Ways ways(boolean one) {
        List<Way> all = Way.of(step.verb());
        List<Way> going =
                all.stream().filter(way -> !Endings.alwaysEnds(way.steps())).toList();
        boolean goesOn = step.modifiers().onFailure() == OnFailure.Simple.CONTINUE
                || step.modifiers().onFailure() instanceof OnFailure.Handle;
        boolean ends = Endings.bodyMayEnd(step.verb());
        boolean moved = one && ends && scope.tail() && !goesOn && going.size() <= 1;
        Map<String, String> entries = new LinkedHashMap<>();
        for (Way way : all) {
            Exit end = Exit.last(() -> workflow.end(place + "/" + way.key()));
            boolean goes = moved && going.contains(way);
            entries.put(
                    way.key(),
                    goes || !way.steps().isEmpty() || !way.key().equals("else")
                            ? sequences.sequence(
                                    way.steps(), goes ? next : end, moved ? scope : scope.inner())
                            : "");
        }
        entries.values().removeIf(String::isEmpty);
        if (moved) {
            return new Ways(
                    entries,
                    Exit.last(() -> workflow.end(place + "#after")),
                    going.isEmpty() ? Optional.empty() : Optional.of(next.id()));
        }
        return new Ways(
                entries, ends ? sequences.unlessEnded(step, next, scope) : next, Optional.empty());
    }

    String choose(Verb.If verb) {
        Ways ways = ways(true);
        Drafts.Said said = drafts.say(verb.condition().text(), place);
        ObjectBuilder body = body(
                        StepType.IF_CONDITION, "If: " + verb.condition().text())
                .put("condition", said.text());
        put(body, "on_true", ways.entries().get("then"));
        put(body, "on_false", ways.entries().get("else"));
        String id =
                workflow.add(StepType.IF_CONDITION, place, led(body, ways.after(), ways.rest()));
        return drafts.entry(said, verb.condition().text(), place, step.path(), id);
    }

    private static void put(
            ObjectBuilder body, String key, @org.jspecify.annotations.Nullable String id) {
        if (id != null) {
            body.put(key, id);
        }
    }

    String choose(Verb.Switch verb) {
        Ways ways = ways(true);
        String expression = verb.value().text();
        boolean clash = verb.cases().stream().anyMatch(way -> way.name().equals("default"));
        Optional<String> alone = clash ? Optional.empty() : drafts.names().alone(expression);
        String asked = clash ? "'case-' + (%s)".formatted(expression) : expression;
        String variable =
                alone.orElseGet(() -> drafts.names().add("value", place, Type.Simple.STRING));
        ObjectBuilder cases = new ObjectBuilder();
        ways.entries().forEach((key, entry) -> {
            boolean other = key.equals("default");
            String name = other ? key : key.substring("case ".length());
            cases.put(other || !clash ? name : "case-" + name, called(key, entry));
        });
        ObjectBuilder body = body(StepType.SWITCH_CONDITION, "Switch: " + expression)
                .put("switch", variable + ":value")
                .put("cases", cases.build());
        String id = workflow.add(
                StepType.SWITCH_CONDITION, place, led(body, ways.after(), ways.rest()));
        return alone.isPresent()
                ? id
                : drafts.entry(new Drafts.Said("", variable), asked, place, step.path(), id);
    }

    /** The entry of a case; the official schema means to list playbook-action there, but does not. */
    private String called(String key, String entry) {
        return entry.startsWith(StepType.PLAYBOOK_ACTION.word())
                ? workflow.add(
                        StepType.ACTION,
                        place + "/" + key + "#enter",
                        drafts.nothing("Case: " + key.replaceFirst("^case ", ""))
                                .put("on_success", entry)
                                .put(
                                        "step_extensions",
                                        Drafts.extended(Drafts.part("enter", step.path()))))
                : entry;
    }

    String sideBySide(Verb.Parallel verb) {
        Ways ways = ways(false);
        ObjectBuilder body = body(StepType.PARALLEL, "Side by side")
                .put(
                        "next_steps",
                        ObjectBuilder.texts(new ArrayList<>(ways.entries().values())));
        return workflow.add(StepType.PARALLEL, place, led(body, ways.after(), Optional.empty()));
    }

    String loop(Verb.While verb) {
        boolean ends = Endings.mayEnd(verb.steps());
        String expression = verb.condition().text();
        Drafts.Said said = drafts.say(expression, place);
        String condition = ends
                ? said.text() + " AND " + Conditions.is(sequences.ended(), false)
                : said.text();
        Exit pace = Exit.lazily(
                () -> pace(said, expression, verb.everyMicros(), Drafts.part("pace", step.path())));
        Exit after = ends ? sequences.unlessEnded(step, next, scope) : next;
        ObjectBuilder body = body(StepType.WHILE_CONDITION, "While: " + expression)
                .put("condition", condition)
                .put("on_true", sequences.sequence(verb.steps(), pace, scope.inner()));
        String id =
                workflow.add(StepType.WHILE_CONDITION, place, led(body, after, Optional.empty()));
        return drafts.entry(said, expression, place, step.path(), id);
    }

    /** The last step of each pass: waits for the next one, and asks again whether there is one. */
    private String pace(Drafts.Said said, String expression, long everyMicros, JsonObject payload) {
        String end = workflow.end(place + "/steps");
        long every = Drafts.millis(everyMicros);
        if (said.variable().isEmpty()) {
            return workflow.add(
                    StepType.ACTION,
                    place + "#pace",
                    drafts.nothing("Next pass")
                            .put("delay", every)
                            .put("on_success", end)
                            .put("step_extensions", Drafts.extended(payload)));
        }
        return drafts.evaluate(
                expression,
                said.variable(),
                place + "#pace",
                draft -> draft.put("delay", every)
                        .put("on_success", end)
                        .put("step_extensions", Drafts.extended(payload)));
    }

    String await(Verb.Await verb) {
        String condition = verb.condition().map(found -> found.text()).orElse("");
        String waits = verb.event().isEmpty()
                ? "!(%s)".formatted(condition)
                : "!came('%s'%s)"
                        .formatted(verb.event(), condition.isEmpty() ? "" : ", " + condition);
        String variable = drafts.names().add("guard", place, Type.Simple.BOOL);
        Drafts.Said said = new Drafts.Said(Conditions.is(variable, true), variable);
        ObjectBuilder body = body(
                        StepType.WHILE_CONDITION,
                        "Wait until: " + (verb.event().isEmpty() ? condition : verb.event()))
                .put("condition", said.text())
                .put("on_true", pace(said, waits, POLL_MICROS, Drafts.part("pace", step.path())));
        String id =
                workflow.add(StepType.WHILE_CONDITION, place, led(body, next, Optional.empty()));
        return drafts.entry(said, waits, place, step.path(), id);
    }

    private ObjectBuilder body(StepType type, String name) {
        ObjectBuilder body =
                Workflow.body(type).put("name", step.title().isEmpty() ? name : step.title());
        if (step.modifiers().delayMicros() > 0) {
            body.put("delay", Drafts.millis(step.modifiers().delayMicros()));
        }
        step.modifiers()
                .timeoutMicros()
                .ifPresent(micros -> body.put("timeout", Drafts.millis(micros)));
        return body;
    }

    private ObjectBuilder led(ObjectBuilder body, Exit after, Optional<String> rest) {
        Optional<String> failure = sequences.failure(step, after, scope);
        body.put(failure.isEmpty() ? "on_completion" : "on_success", after.id());
        failure.ifPresent(id -> body.put("on_failure", id));
        JsonObject payload = Drafts.extension(step);
        return body.put(
                "step_extensions",
                Drafts.extended(rest.map(id -> payload.with("rest", text(id))).orElse(payload)));
    }
}
