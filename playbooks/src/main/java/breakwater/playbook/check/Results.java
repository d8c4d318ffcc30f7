package breakwater.playbook.check;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Verb;
import breakwater.playbook.action.Action;
import breakwater.playbook.action.ActionCatalogue;
import breakwater.playbook.expression.Type;
import breakwater.playbook.expression.Type.Simple;

import java.util.Map;
import java.util.TreeMap;

/** What {@code result.*} has after a step, for its {@code save}. */
public final class Results {

    private Results() {}

    /** By full name; empty for steps without result, and for what is not known. */
    public static Map<String, Type> of(Step step, Map<String, Playbook> playbooks) {
        Map<String, Type> results = new TreeMap<>();
        Verb verb = step.verb();
        if (verb instanceof Verb.Do act) {
            ActionCatalogue.find(act.action())
                    .map(Action::results)
                    .ifPresent(own -> put(results, own));
        } else if (verb instanceof Verb.Task task) {
            task.fields().forEach(field -> results.put("result." + field.name(), field.type()));
            results.put("result.by", Simple.STRING);
        } else if (verb instanceof Verb.Decide) {
            put(results, Map.of("option", Simple.STRING, "by", Simple.STRING));
        } else if (verb instanceof Verb.Aid) {
            put(results, Map.of("donor", Simple.STRING, "amount", Simple.INTEGER));
        } else if (verb instanceof Verb.Call call) {
            results.put("result.outcome", Simple.STRING);
            Playbook callee = playbooks.get(call.playbook());
            if (callee != null) {
                callee.variables()
                        .forEach(variable ->
                                results.put("result." + variable.name(), variable.type()));
            }
        }
        return results;
    }

    private static void put(Map<String, Type> into, Map<String, Type> own) {
        own.forEach((name, type) -> into.put("result." + name, type));
    }
}
