package breakwater.playbook.run;

import breakwater.playbook.expression.Frame;
import breakwater.playbook.expression.Snapshot;

import java.util.List;
import java.util.Map;

/**
 * What an expression of a run sees: its variables, what the run was given, and the network as it is now.
 *
 * @param names of the slots
 * @param given inputs, constants and {@code run.*}
 * @param extra {@code event.*} or {@code result.*}; wins
 */
record RunFrame(
        List<String> names,
        Scope scope,
        Map<String, Object> given,
        Map<String, Object> extra,
        DomainView view,
        long atMicros)
        implements Frame {

    @Override
    public Object get(int slot) {
        String name = names.get(slot);
        if (name.startsWith("vars.")) {
            return scope.get(name);
        }
        if (name.equals("run.now")) {
            return Happening.instant(atMicros);
        }
        Object value = extra.get(name);
        if (value == null) {
            value = given.get(name);
        }
        if (value == null) {
            throw new IllegalArgumentException("The name (%s) has no value here.".formatted(name));
        }
        return value;
    }

    @Override
    public Object snapshot(Snapshot kind, String id, String field) {
        return view.snapshot(kind, id, field);
    }
}
