package breakwater.playbook.difference;

import static breakwater.playbook.yaml.PlaybookDurations.format;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Value;
import breakwater.playbook.Verb;
import breakwater.playbook.expression.Expression;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All that is said of a step but for the steps in it, by the keys of the language. */
final class StepFacts implements Verb.Visitor<Map<String, String>> {

    private StepFacts() {}

    static Map<String, String> of(Step step) {
        Map<String, String> facts = new TreeMap<>(step.verb().accept(new StepFacts()));
        facts.put("verb", step.verb().keyword());
        put(facts, "id", step.id());
        put(facts, "title", step.title());
        Step.Modifiers how = step.modifiers();
        how.when().ifPresent(when -> facts.put("when", when.text()));
        if (how.delayMicros() > 0) {
            facts.put("delay", format(how.delayMicros()));
        }
        how.timeoutMicros().ifPresent(micros -> facts.put("timeout", format(micros)));
        how.retry().ifPresent(retry -> facts.put("retry", retry(retry)));
        how.save()
                .forEach(save ->
                        facts.put("save " + save.variable(), save.value().text()));
        if (!how.escalate().isEmpty()) {
            facts.put(
                    "escalate",
                    how.escalate().stream()
                            .map(one ->
                                    "after %s to %s".formatted(format(one.afterMicros()), one.to()))
                            .collect(Collectors.joining(", ")));
        }
        how.approve().ifPresent(approval -> {
            facts.put("approve role", approval.role());
            facts.put("approve deadline", format(approval.deadlineMicros()));
            facts.put("approve default", approval.byDefault() ? "approve" : "refuse");
        });
        facts.put(
                "on_failure",
                how.onFailure() instanceof Step.OnFailure.Simple simple
                        ? simple.name().toLowerCase(java.util.Locale.ROOT)
                        : "steps of its own");
        return facts;
    }

    /** How often, and after what. */
    static String retry(Playbook.Retry retry) {
        return "%s times every %s, backoff %s, on %s"
                .formatted(
                        retry.max(),
                        format(retry.everyMicros()),
                        retry.backoff(),
                        retry.on().isEmpty() ? "any failure" : String.join(" ", retry.on()));
    }

    /** As it is written; text in quotes, so that 1 and '1' differ. */
    static String text(Value value) {
        return value instanceof Value.Computed computed
                ? "=" + computed.expression().text()
                : literal(((Value.Literal) value).value());
    }

    private static String literal(Object value) {
        if (value instanceof Duration duration) {
            return format(duration.toNanos() / 1000);
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(StepFacts::literal)
                    .collect(Collectors.joining(", ", "[", "]"));
        }
        return value instanceof String text ? "'" + text + "'" : String.valueOf(value);
    }

    private static void put(Map<String, String> facts, String key, String text) {
        if (!text.isEmpty()) {
            facts.put(key, text);
        }
    }

    private static Map<String, String> with(Map<String, Value> with) {
        Map<String, String> facts = new TreeMap<>();
        with.forEach((name, value) -> facts.put("with " + name, text(value)));
        return facts;
    }

    @Override
    public Map<String, String> onDo(Verb.Do verb) {
        Map<String, String> facts = with(verb.with());
        facts.put("action", verb.action());
        facts.put("once", String.valueOf(verb.once()));
        return facts;
    }

    @Override
    public Map<String, String> onTask(Verb.Task verb) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("text", verb.text().source());
        facts.put("role", verb.role());
        verb.fields()
                .forEach(
                        field -> facts.put("field " + field.name(), field.type().label()));
        return facts;
    }

    @Override
    public Map<String, String> onDecide(Verb.Decide verb) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("question", verb.question().source());
        facts.put("role", verb.role());
        verb.options().forEach((name, text) -> facts.put("option " + name, "'" + text + "'"));
        facts.put("deadline", format(verb.deadlineMicros()));
        facts.put("default", verb.byDefault());
        return facts;
    }

    @Override
    public Map<String, String> onIf(Verb.If verb) {
        return Map.of("condition", verb.condition().text());
    }

    @Override
    public Map<String, String> onSwitch(Verb.Switch verb) {
        Map<String, String> facts = names("case ", verb.cases());
        facts.put("value", verb.value().text());
        return facts;
    }

    @Override
    public Map<String, String> onParallel(Verb.Parallel verb) {
        Map<String, String> facts = names("branch ", verb.branches());
        facts.put("join", String.valueOf(verb.join()));
        return facts;
    }

    /** Branches without steps are branches, too. */
    private static Map<String, String> names(String word, List<Verb.Branch> branches) {
        Map<String, String> facts = new TreeMap<>();
        branches.forEach(branch -> facts.put(word + branch.name(), "present"));
        return facts;
    }

    @Override
    public Map<String, String> onWhile(Verb.While verb) {
        return Map.of(
                "condition", verb.condition().text(),
                "every", format(verb.everyMicros()),
                "max", String.valueOf(verb.max()));
    }

    @Override
    public Map<String, String> onPause(Verb.Pause verb) {
        return Map.of("time", format(verb.micros()));
    }

    @Override
    public Map<String, String> onAwait(Verb.Await verb) {
        Map<String, String> facts = new TreeMap<>();
        put(facts, "until", verb.event());
        facts.put("condition", verb.condition().map(Expression::text).orElse("none"));
        facts.put("since", verb.sinceRun() ? "run" : "step");
        return facts;
    }

    @Override
    public Map<String, String> onSet(Verb.SetVariables verb) {
        Map<String, String> facts = new TreeMap<>();
        verb.assignments()
                .forEach(one -> facts.put("set " + one.variable(), one.value().text()));
        return facts;
    }

    @Override
    public Map<String, String> onNotify(Verb.Notify verb) {
        Map<String, String> facts = with(verb.with());
        facts.put("notice", verb.notice());
        facts.put("to", verb.to());
        put(facts, "role", verb.role());
        verb.text().ifPresent(text -> facts.put("text", "'" + text.source() + "'"));
        verb.due().ifPresent(due -> {
            facts.put("due within", format(due.withinMicros()));
            facts.put("due from", due.from().text());
        });
        return facts;
    }

    @Override
    public Map<String, String> onAid(Verb.Aid verb) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("need", verb.need());
        facts.put("for", text(verb.subject()));
        facts.put("amount", text(verb.amount()));
        facts.put("until", format(verb.untilMicros()));
        facts.put("ask", verb.ask().isEmpty() ? "all" : verb.ask().toString());
        facts.put("offers_within", format(verb.offersWithinMicros()));
        facts.put("accept role", verb.accept().role());
        facts.put("accept deadline", format(verb.accept().deadlineMicros()));
        facts.put("accept default", verb.accept().bestByDefault() ? "best" : "none");
        facts.put("deployed_within", format(verb.deployedWithinMicros()));
        return facts;
    }

    @Override
    public Map<String, String> onReturn(Verb.Return verb) {
        Map<String, String> facts = new TreeMap<>(Map.of("aid", verb.aid()));
        verb.withinMicros().ifPresent(micros -> facts.put("within", format(micros)));
        return facts;
    }

    @Override
    public Map<String, String> onCall(Verb.Call verb) {
        Map<String, String> facts = with(verb.with());
        facts.put("playbook", verb.playbook());
        facts.put("version", verb.version());
        return facts;
    }

    @Override
    public Map<String, String> onEscalate(Verb.Escalate verb) {
        return Map.of("to", verb.to());
    }

    @Override
    public Map<String, String> onEnd(Verb.End verb) {
        return Map.of("outcome", verb.outcome().label());
    }
}
