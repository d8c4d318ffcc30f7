package breakwater.playbook.expression;

import breakwater.problem.Location;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import com.google.common.collect.ImmutableSet;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.ast.CelExpr;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Finds names that are not declared, which CEL itself reports by their first part only. */
final class NameSearch {

    /** The global functions of CEL's standard library that take a value; macros are gone from the tree. */
    private static final ImmutableSet<String> STANDARD_FUNCTIONS = ImmutableSet.of(
            "size", "int", "double", "string", "bool", "duration", "timestamp", "matches", "has");

    private final Expression expression;
    private final Map<String, Type> names;
    private final CelAbstractSyntaxTree tree;
    private final Problems problems;

    /** First parts of names in scope: what begins so is meant as one. */
    private final TreeSet<String> roots = new TreeSet<>();

    /** Variables of macros in scope at this place of the walk. */
    private final TreeMap<String, Integer> bound = new TreeMap<>();

    NameSearch(
            Expression expression,
            Map<String, Type> names,
            CelAbstractSyntaxTree tree,
            Problems problems) {
        this.expression = expression;
        this.names = names;
        this.tree = tree;
        this.problems = problems;
        names.keySet().forEach(name -> roots.add(name.split("\\.", 2)[0]));
    }

    void search() {
        walk(tree.getExpr());
    }

    private void walk(CelExpr node) {
        switch (node.exprKind().getKind()) {
            case IDENT, SELECT -> walkName(node);
            case CALL -> {
                checkFunction(node);
                node.call().target().ifPresent(this::walk);
                node.call().args().forEach(this::walk);
            }
            case LIST -> node.list().elements().forEach(this::walk);
            case MAP ->
                node.map().entries().forEach(entry -> {
                    walk(entry.key());
                    walk(entry.value());
                });
            case STRUCT -> node.struct().entries().forEach(entry -> walk(entry.value()));
            case COMPREHENSION -> walkMacro(node);
            default -> {
                // Constants name nothing.
            }
        }
    }

    private void walkMacro(CelExpr node) {
        CelExpr.CelComprehension macro = node.comprehension();
        walk(macro.iterRange());
        walk(macro.accuInit());
        bound.merge(macro.iterVar(), 1, Integer::sum);
        bound.merge(macro.accuVar(), 1, Integer::sum);
        walk(macro.loopCondition());
        walk(macro.loopStep());
        walk(macro.result());
        bound.merge(macro.iterVar(), -1, Integer::sum);
        bound.merge(macro.accuVar(), -1, Integer::sum);
    }

    private void walkName(CelExpr node) {
        StringBuilder name = new StringBuilder();
        CelExpr first = node;
        while (first.exprKind().getKind() == CelExpr.ExprKind.Kind.SELECT) {
            name.insert(0, "." + first.select().field());
            first = first.select().operand();
        }
        if (first.exprKind().getKind() != CelExpr.ExprKind.Kind.IDENT) {
            checkField(node, first, name.substring(1));
            walk(first);
            return;
        }
        name.insert(0, first.ident().name());
        String whole = name.toString();
        if (bound.getOrDefault(first.ident().name(), 0) == 0 && !names.containsKey(whole)) {
            problems.add(Problem.error(
                    "undefined-name",
                    placeOf(first),
                    "Expected a name that is defined here, but found '%s'.".formatted(whole),
                    adviceFor(whole)));
        }
    }

    private String adviceFor(String whole) {
        String nearest = Nearest.adviceAmong(names.keySet(), whole);
        if (!nearest.isEmpty()) {
            return nearest;
        }
        String root = whole.split("\\.", 2)[0];
        return roots.contains(root) || roots.isEmpty()
                ? ""
                : "Maybe a name that begins with one of: " + String.join(", ", roots) + ".";
    }

    private void checkField(CelExpr node, CelExpr operand, String field) {
        if (operand.exprKind().getKind() != CelExpr.ExprKind.Kind.CALL) {
            return;
        }
        Optional<Snapshot> snapshot = Snapshot.findByFunction(operand.call().function());
        if (snapshot.isPresent() && !snapshot.get().fields().containsKey(field)) {
            TreeSet<String> known = new TreeSet<>(snapshot.get().fields().keySet());
            String nearest = Nearest.adviceAmong(known, field);
            problems.add(Problem.error(
                    "undefined-name",
                    placeOf(node),
                    "Expected something a %s has, but found '%s'."
                            .formatted(snapshot.get().function(), field),
                    nearest.isEmpty()
                            ? "Maybe one of: " + String.join(", ", known) + "."
                            : nearest));
        }
    }

    private void checkFunction(CelExpr node) {
        String function = node.call().function();
        boolean ours = node.call().target().isEmpty()
                && Character.isLetter(function.charAt(0))
                && !STANDARD_FUNCTIONS.contains(function)
                && Snapshot.findByFunction(function).isEmpty();
        if (ours) {
            TreeSet<String> known = new TreeSet<>(STANDARD_FUNCTIONS);
            for (Snapshot snapshot : Snapshot.values()) {
                known.add(snapshot.function());
            }
            problems.add(Problem.error(
                    "undefined-name",
                    placeOf(node),
                    "Expected a known function, but found '%s'.".formatted(function),
                    Nearest.adviceAmong(known, function)));
        }
    }

    private Location placeOf(CelExpr node) {
        return placeOf(expression, tree, node);
    }

    /** Where a part of an expression stands in its file. */
    static Location placeOf(Expression expression, CelAbstractSyntaxTree tree, CelExpr node) {
        Integer offset = tree.getSource().getPositionsMap().get(node.id());
        int at = offset == null ? 0 : offset;
        String before =
                expression.text().substring(0, Math.min(at, expression.text().length()));
        int line = 1 + (int) before.chars().filter(c -> c == '\n').count();
        return expression.placeOf(line, before.length() - (before.lastIndexOf('\n') + 1));
    }
}
