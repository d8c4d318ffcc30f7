package breakwater.playbook.expression;

import breakwater.playbook.expression.Program.Locals;
import breakwater.playbook.expression.Program.Node;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import com.google.re2j.Pattern;
import com.google.re2j.PatternSyntaxException;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelConstant;
import dev.cel.common.ast.CelExpr;

import org.jspecify.annotations.Nullable;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Makes a program of a checked tree. What it cannot carry out it reports. */
final class ProgramBuilder {

    private static final int PATTERN_CHARACTERS_MAX = 500;

    /** Compiled in a few milliseconds; twenty times what the longest pattern without counts has. */
    private static final int PATTERN_SIZE_MAX = 10_000;

    private static final Frame NOTHING = new Frame() {
        @Override
        public Object get(int slot) {
            throw new IllegalStateException("A constant asks for no name.");
        }

        @Override
        public Object snapshot(Snapshot kind, String id, String field) {
            throw new IllegalStateException("A constant asks for no snapshot.");
        }
    };

    private final Expression expression;
    private final Map<String, Type> names;
    private final CelAbstractSyntaxTree tree;
    private final Problems problems;

    private final List<String> used = new ArrayList<>();
    private final Map<String, Integer> locals = new TreeMap<>();
    private int localCount;
    private boolean constant = true;
    private boolean network;

    ProgramBuilder(
            Expression expression,
            Map<String, Type> names,
            CelAbstractSyntaxTree tree,
            Problems problems) {
        this.expression = expression;
        this.names = names;
        this.tree = tree;
        this.problems = problems;
    }

    /** The program; empty when part of it cannot be carried out, which is reported. */
    Optional<Program> build(Type type) {
        int before = problems.countErrors();
        Node root = node(tree.getExpr());
        if (problems.countErrors() > before) {
            return Optional.empty();
        }
        Object value = null;
        if (constant) {
            try {
                value = root.value(NOTHING, new Locals(localCount));
            } catch (ExpressionFailure always) {
                report(
                        tree.getExpr(),
                        "expr-fails",
                        "an expression that has a value, but this always fails: "
                                + always.getMessage(),
                        "");
                return Optional.empty();
            }
        }
        return Optional.of(
                new Program(type, new Program.Uses(used, network), root, localCount, value));
    }

    private Node node(CelExpr expr) {
        return switch (expr.exprKind().getKind()) {
            case CONSTANT -> constantOf(expr.constant());
            case IDENT -> name(expr, expr.ident().name());
            case SELECT -> select(expr);
            case CALL -> call(expr);
            case LIST -> list(expr);
            case COMPREHENSION -> loop(expr.comprehension());
            default -> unsupported(expr, "maps and messages");
        };
    }

    private Node constantOf(CelConstant value) {
        Object fixed = switch (value.getKind()) {
            case BOOLEAN_VALUE -> value.booleanValue();
            case INT64_VALUE -> value.int64Value();
            case DOUBLE_VALUE -> value.doubleValue();
            case STRING_VALUE -> value.stringValue();
            default -> "";
        };
        return (frame, variables) -> fixed;
    }

    private Node name(CelExpr expr, String name) {
        Integer local = locals.get(name);
        if (local != null) {
            int at = local;
            return (frame, variables) -> variables.get(at);
        }
        if (!names.containsKey(name)) {
            return unsupported(expr, "types as values");
        }
        constant = false;
        int known = used.indexOf(name);
        int slot = known >= 0 ? known : used.size();
        if (known < 0) {
            used.add(name);
        }
        return (frame, variables) -> frame.get(slot);
    }

    private Node select(CelExpr expr) {
        if (expr.select().testOnly()) {
            return unsupported(expr, "has()");
        }
        CelExpr operand = expr.select().operand();
        if (operand.exprKind().getKind() == CelExpr.ExprKind.Kind.CALL) {
            Optional<Snapshot> snapshot = Snapshot.findByFunction(operand.call().function());
            if (snapshot.isPresent()) {
                return snapshot(snapshot.get(), operand, expr.select().field());
            }
        }
        StringBuilder whole = new StringBuilder(expr.select().field());
        CelExpr at = operand;
        while (at.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT) {
            whole.insert(0, at.select().field() + ".");
            at = at.select().operand();
        }
        if (at.exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            return unsupported(expr, "fields of this value");
        }
        return name(expr, whole.insert(0, at.ident().name() + ".").toString());
    }

    private Node snapshot(Snapshot kind, CelExpr call, String field) {
        constant = false;
        network = true;
        List<Node> ids = call.call().args().stream().map(this::node).toList();
        if (ids.isEmpty()) {
            return (frame, variables) -> frame.snapshot(kind, "", field);
        }
        Node first = ids.get(0);
        if (ids.size() == 1) {
            return (frame, variables) ->
                    frame.snapshot(kind, (String) first.value(frame, variables), field);
        }
        Node second = ids.get(1);
        return (frame, variables) -> frame.snapshot(
                kind, first.value(frame, variables) + " " + second.value(frame, variables), field);
    }

    private Node list(CelExpr expr) {
        Node[] items = expr.list().elements().stream().map(this::node).toArray(Node[]::new);
        return (frame, variables) -> {
            List<Object> values = new ArrayList<>(items.length);
            for (Node item : items) {
                values.add(item.value(frame, variables));
            }
            return List.copyOf(values);
        };
    }

    private Node loop(CelExpr.CelComprehension loop) {
        Node range = node(loop.iterRange());
        Node init = node(loop.accuInit());
        int item = localCount++;
        int sum = localCount++;
        Integer outerItem = locals.put(loop.iterVar(), item);
        Integer outerSum = locals.put(loop.accuVar(), sum);
        Node goesOn = node(loop.loopCondition());
        Node step = node(loop.loopStep());
        Node result = node(loop.result());
        restore(loop.iterVar(), outerItem);
        restore(loop.accuVar(), outerSum);
        return (frame, variables) -> {
            List<?> over = (List<?>) range.value(frame, variables);
            variables.set(sum, init.value(frame, variables));
            for (Object value : over) {
                variables.countPass();
                variables.set(item, value);
                if (!(Boolean) goesOn.value(frame, variables)) {
                    break;
                }
                variables.set(sum, valueOrFailure(step, frame, variables));
            }
            return result.value(frame, variables);
        };
    }

    private static Object valueOrFailure(Node node, Frame frame, Locals variables) {
        try {
            return node.value(frame, variables);
        } catch (ExpressionFailure failure) {
            return failure;
        }
    }

    private void restore(String name, @Nullable Integer outer) {
        if (outer == null) {
            locals.remove(name);
        } else {
            locals.put(name, outer);
        }
    }

    private Node call(CelExpr expr) {
        CelExpr.CelCall call = expr.call();
        List<CelExpr> all = new ArrayList<>();
        call.target().ifPresent(all::add);
        all.addAll(call.args());
        String function = call.function();
        if (function.equals("matches")) {
            return matches(all);
        }
        if (Snapshot.findByFunction(function).isPresent()) {
            return unsupported(expr, "a whole snapshot as value; ask one of its fields");
        }
        Node[] nodes = all.stream().map(this::node).toArray(Node[]::new);
        Node known = switch (nodes.length) {
            case 1 -> Calls.ofOne(function, nodes[0]);
            case 2 -> Calls.ofTwo(function, nodes[0], nodes[1]);
            case 3 -> Calls.ofThree(function, nodes[0], nodes[1], nodes[2]);
            default -> null;
        };
        if (known == null) {
            return unsupported(expr, "the function '" + function + "'");
        }
        return function.equals("duration") ? durationOf(all.get(0), known) : known;
    }

    /** A duration that is written out is read once, and a wrong one reported where it stands. */
    private Node durationOf(CelExpr argument, Node known) {
        boolean written = argument.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT
                && argument.constant().getKind() == CelConstant.Kind.STRING_VALUE;
        if (!written) {
            return known;
        }
        try {
            Duration fixed = CelDurations.parse(argument.constant().stringValue());
            return (frame, variables) -> fixed;
        } catch (ExpressionFailure none) {
            report(
                    argument,
                    "bad-duration",
                    "a duration such as '30s' or '1h30m', but found '%s'"
                            .formatted(argument.constant().stringValue()),
                    "");
            return known;
        }
    }

    private Node matches(List<CelExpr> all) {
        CelExpr second = all.get(1);
        boolean written = second.exprKind().getKind() == CelExpr.ExprKind.Kind.CONSTANT;
        String pattern = written ? second.constant().stringValue() : "";
        if (!written || pattern.length() > PATTERN_CHARACTERS_MAX) {
            report(
                    second,
                    "bad-pattern",
                    "a pattern that is written out and has at most %s characters, but found another"
                            .formatted(PATTERN_CHARACTERS_MAX),
                    "");
            return (frame, variables) -> false;
        }
        if (PatternSize.of(pattern) > PATTERN_SIZE_MAX) {
            report(
                    second,
                    "bad-pattern",
                    "a pattern whose counts multiply to at most %s steps, but found more"
                            .formatted(PATTERN_SIZE_MAX),
                    "Maybe count less: RE2 unrolls each count.");
            return (frame, variables) -> false;
        }
        try {
            Pattern compiled = Pattern.compile(pattern);
            Node text = node(all.get(0));
            return (frame, variables) ->
                    compiled.matcher((String) text.value(frame, variables)).find();
        } catch (PatternSyntaxException wrong) {
            report(
                    second,
                    "bad-pattern",
                    "a regular expression of RE2, but found '%s': %s"
                            .formatted(pattern, wrong.getDescription()),
                    "");
            return (frame, variables) -> false;
        }
    }

    private Node unsupported(CelExpr expr, String what) {
        report(expr, "expr-unsupported", "what a playbook can evaluate, but not " + what, "");
        return (frame, variables) -> false;
    }

    private void report(CelExpr expr, String rule, String expected, String advice) {
        problems.add(Problem.error(
                rule,
                NameSearch.placeOf(expression, tree, expr),
                "Expected " + expected + ".",
                advice));
    }
}
