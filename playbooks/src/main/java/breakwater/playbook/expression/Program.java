package breakwater.playbook.expression;

import org.jspecify.annotations.Nullable;

import java.util.List;

/**
 * A checked expression, compiled to closures. Immutable; threads may share it. Gives what CEL's own runtime gives, and
 * fails where that fails.
 */
public final class Program {

    private final Type type;
    private final List<String> names;
    private final Node root;
    private final int locals;
    private final @Nullable Object constant;
    private final boolean looksAtNetwork;

    Program(Type type, Uses uses, Node root, int locals, @Nullable Object constant) {
        this.type = type;
        names = List.copyOf(uses.names());
        looksAtNetwork = uses.network();
        this.root = root;
        this.locals = locals;
        this.constant = constant;
    }

    /** The program that gives the value of one name. */
    static Program ofName(Type type, String name) {
        return new Program(
                type, new Uses(List.of(name), false), (frame, variables) -> frame.get(0), 0, null);
    }

    /** The type of its values. */
    public Type type() {
        return type;
    }

    /** The names it uses; their places are the slots a {@link Frame} is asked for. */
    public List<String> names() {
        return names;
    }

    /** What it asks a frame for. */
    record Uses(List<String> names, boolean network) {}

    /** Whether it asks for a snapshot. */
    public boolean looksAtNetwork() {
        return looksAtNetwork;
    }

    /** Whether it gives the same always. */
    public boolean isConstant() {
        return constant != null;
    }

    /**
     * The value of a condition.
     *
     * @throws ExpressionFailure when it cannot be evaluated
     */
    public boolean test(Frame frame) {
        return (Boolean) value(frame);
    }

    /**
     * Its value, of the Java type that {@link Frame#get} gives for the type.
     *
     * @throws ExpressionFailure when it cannot be evaluated
     */
    public Object value(Frame frame) {
        return root.value(frame, locals == 0 ? Locals.NONE : new Locals(locals));
    }

    /** A part of an expression. */
    interface Node {
        Object value(Frame frame, Locals locals);
    }

    /** The variables of macros. */
    static final class Locals {

        static final Locals NONE = new Locals(0);

        /** Passes of all loops of one evaluation. */
        private static final int PASSES_MAX = 1_000;

        private final Object[] values;
        private int passes;

        Locals(int count) {
            values = new Object[count];
        }

        Object get(int at) {
            Object value = values[at];
            if (value instanceof ExpressionFailure failure) {
                throw failure;
            }
            return value;
        }

        /** A failure can be a value: a later part may not care. */
        void set(int at, Object value) {
            values[at] = value;
        }

        void countPass() {
            if (++passes > PASSES_MAX) {
                throw new ExpressionFailure("more than %s passes".formatted(PASSES_MAX));
            }
        }
    }
}
