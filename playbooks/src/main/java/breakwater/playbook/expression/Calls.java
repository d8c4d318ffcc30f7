package breakwater.playbook.expression;

import breakwater.playbook.expression.Program.Node;

import org.jspecify.annotations.Nullable;

/** The functions and operators of CEL that playbooks can evaluate, by number of arguments. */
final class Calls {

    private Calls() {}

    static @Nullable Node ofOne(String function, Node a) {
        return switch (function) {
            case "!_" -> (frame, locals) -> !(Boolean) a.value(frame, locals);
            case "-_" -> (frame, locals) -> Operators.negate(a.value(frame, locals));
            case "size" -> (frame, locals) -> Operators.size(a.value(frame, locals));
            case "int" -> (frame, locals) -> Operators.toInteger(a.value(frame, locals));
            case "double" -> (frame, locals) -> Operators.toFloat(a.value(frame, locals));
            case "duration" ->
                (frame, locals) -> {
                    Object value = a.value(frame, locals);
                    return value instanceof String text ? CelDurations.parse(text) : value;
                };
            case "getHours" ->
                (frame, locals) -> Operators.wholeSeconds(a.value(frame, locals)) / 3_600;
            case "getMinutes" ->
                (frame, locals) -> Operators.wholeSeconds(a.value(frame, locals)) / 60;
            case "getSeconds" -> (frame, locals) -> Operators.wholeSeconds(a.value(frame, locals));
            case "@not_strictly_false", "__not_strictly_false__" ->
                (frame, locals) -> {
                    try {
                        return a.value(frame, locals);
                    } catch (ExpressionFailure failure) {
                        return true;
                    }
                };
            default -> null;
        };
    }

    static @Nullable Node ofTwo(String function, Node a, Node b) {
        return switch (function) {
            case "_&&_" -> both(a, b, false);
            case "_||_" -> both(a, b, true);
            case "_==_" ->
                (frame, locals) -> Operators.equal(a.value(frame, locals), b.value(frame, locals));
            case "_!=_" ->
                (frame, locals) -> !Operators.equal(a.value(frame, locals), b.value(frame, locals));
            case "_<_" ->
                (frame, locals) -> compare(a.value(frame, locals), b.value(frame, locals)) == -1;
            case "_>_" ->
                (frame, locals) -> compare(a.value(frame, locals), b.value(frame, locals)) == 1;
            case "_<=_" ->
                (frame, locals) -> {
                    int order = compare(a.value(frame, locals), b.value(frame, locals));
                    return order == -1 || order == 0;
                };
            case "_>=_" ->
                (frame, locals) -> {
                    int order = compare(a.value(frame, locals), b.value(frame, locals));
                    return order == 1 || order == 0;
                };
            case "_+_" ->
                (frame, locals) -> Operators.add(a.value(frame, locals), b.value(frame, locals));
            case "_-_" ->
                (frame, locals) ->
                        Operators.subtract(a.value(frame, locals), b.value(frame, locals));
            case "_*_" ->
                (frame, locals) ->
                        Operators.multiply(a.value(frame, locals), b.value(frame, locals));
            case "_/_" ->
                (frame, locals) -> Operators.divide(a.value(frame, locals), b.value(frame, locals));
            case "_%_" ->
                (frame, locals) ->
                        Operators.remainder(a.value(frame, locals), b.value(frame, locals));
            case "@in", "_in_" ->
                (frame, locals) -> Operators.in(a.value(frame, locals), b.value(frame, locals));
            case "_[_]" ->
                (frame, locals) -> Operators.index(a.value(frame, locals), b.value(frame, locals));
            case "contains" ->
                (frame, locals) ->
                        text(a.value(frame, locals)).contains(text(b.value(frame, locals)));
            case "startsWith" ->
                (frame, locals) ->
                        text(a.value(frame, locals)).startsWith(text(b.value(frame, locals)));
            case "endsWith" ->
                (frame, locals) ->
                        text(a.value(frame, locals)).endsWith(text(b.value(frame, locals)));
            default -> null;
        };
    }

    static @Nullable Node ofThree(String function, Node a, Node b, Node c) {
        return function.equals("_?_:_")
                ? (frame, locals) -> (Boolean) a.value(frame, locals)
                        ? b.value(frame, locals)
                        : c.value(frame, locals)
                : null;
    }

    private static int compare(Object left, Object right) {
        return Operators.compare(left, right);
    }

    private static String text(Object value) {
        return (String) value;
    }

    /** And (false decides) or or (true decides): either side may decide, even when the other fails. */
    private static Node both(Node a, Node b, boolean decides) {
        return (frame, locals) -> {
            try {
                if ((Boolean) a.value(frame, locals) == decides) {
                    return decides;
                }
            } catch (ExpressionFailure failure) {
                if ((Boolean) b.value(frame, locals) == decides) {
                    return decides;
                }
                throw failure;
            }
            return b.value(frame, locals);
        };
    }
}
