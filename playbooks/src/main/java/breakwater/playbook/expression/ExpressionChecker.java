package breakwater.playbook.expression;

import breakwater.playbook.expression.Type.Simple;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import com.google.common.collect.ImmutableList;
import com.google.common.collect.ImmutableSet;

import dev.cel.common.CelAbstractSyntaxTree;
import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelIssue;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationResult;
import dev.cel.common.types.CelType;
import dev.cel.common.types.CelTypeProvider;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Checks expressions against the names that are in scope. Not thread-safe. Time linear in the length of an expression,
 * which is bounded; macros are unrolled by nobody.
 */
public final class ExpressionChecker {

    /** Ten times the longest guard of the shipped playbooks; keeps expression bombs away from the parser. */
    static final int LENGTH_MAX = 2_000;

    /** Deeper ones are no expression a person reads; well below what the parser's stack bears. */
    private static final int DEPTH_MAX = 32;

    private static final Pattern OVERLOAD = Pattern.compile(
            "found no matching overload for '([^']*)' applied to '(.*?)' \\(candidates.*");

    private final Map<String, Type> names;
    private final CelCompiler compiler;

    /** Sound ones by their text: playbooks say the same again and again, and to check takes its time. */
    private final Map<String, CelAbstractSyntaxTree> sound = new HashMap<>();

    /** Checks against {@code names}, each written in full: {@code vars.up}. */
    public ExpressionChecker(Map<String, Type> names) {
        this.names = new TreeMap<>(names);
        Map<Snapshot, StructType> snapshots = new EnumMap<>(Snapshot.class);
        for (Snapshot snapshot : Snapshot.values()) {
            snapshots.put(snapshot, structOf(snapshot));
        }
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setOptions(CelOptions.current()
                        // 'const' is one, and is what playbooks call their constants.
                        .enableReservedIds(false)
                        .maxExpressionCodePointSize(LENGTH_MAX)
                        .maxParseRecursionDepth(DEPTH_MAX)
                        .build())
                .setTypeProvider(new Structs(ImmutableList.copyOf(snapshots.values())));
        names.forEach((name, type) -> builder.addVar(name, celType(type)));
        snapshots.forEach((snapshot, struct) ->
                builder.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                        snapshot.function(),
                        CelOverloadDecl.newGlobalOverload(
                                snapshot.function() + "_of_id",
                                struct,
                                Collections.nCopies(snapshot.arguments(), SimpleType.STRING)
                                        .toArray(CelType[]::new)))));
        compiler = builder.build();
    }

    private static StructType structOf(Snapshot snapshot) {
        return StructType.create(
                "breakwater." + snapshot.function(),
                ImmutableSet.copyOf(snapshot.fields().keySet()),
                field -> Optional.ofNullable(snapshot.fields().get(field))
                        .map(ExpressionChecker::celType));
    }

    /** The types of snapshots, for CEL. */
    private record Structs(ImmutableList<CelType> types) implements CelTypeProvider {

        @Override
        public Optional<CelType> findType(String name) {
            return types.stream().filter(type -> type.name().equals(name)).findFirst();
        }
    }

    /** Ids are text to CEL; that a link is wanted and not a node is checked where the value goes. */
    private static CelType celType(Type type) {
        if (type instanceof Type.ListOf list) {
            return ListType.create(celType(list.element()));
        }
        if (type instanceof Type.Id) {
            return SimpleType.STRING;
        }
        return switch ((Simple) type) {
            case BOOL -> SimpleType.BOOL;
            case INTEGER -> SimpleType.INT;
            case FLOAT -> SimpleType.DOUBLE;
            case STRING -> SimpleType.STRING;
            case DURATION -> SimpleType.DURATION;
            case TIMESTAMP -> SimpleType.TIMESTAMP;
        };
    }

    /** Whether the expression is sound and gives {@code wanted}; what is wrong is reported. */
    public boolean check(Expression expression, Type wanted, Problems problems) {
        return compile(expression, wanted, problems).isPresent();
    }

    /** The program of an expression that gives {@code wanted}; empty when it is wrong, which is reported. */
    public Optional<Program> compile(Expression expression, Type wanted, Problems problems) {
        Type named = names.get(expression.text());
        if (named != null) {
            return gives(wanted, celType(named), expression, problems)
                    ? Optional.of(Program.ofName(wanted, expression.text()))
                    : Optional.empty();
        }
        return checked(expression, problems)
                .filter(tree -> gives(wanted, tree.getResultType(), expression, problems))
                .flatMap(tree ->
                        new ProgramBuilder(expression, names, tree, problems).build(wanted));
    }

    /** The program of an expression of any type; empty when it is wrong, which is reported. */
    public Optional<Program> compile(Expression expression, Problems problems) {
        Optional<Type> named = Optional.ofNullable(names.get(expression.text()))
                .flatMap(type -> typeOf(celType(type)));
        if (named.isPresent()) {
            return Optional.of(Program.ofName(named.get(), expression.text()));
        }
        Optional<CelAbstractSyntaxTree> tree = checked(expression, problems);
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        Optional<Type> type = typeOf(tree.get().getResultType());
        if (type.isEmpty()) {
            problems.add(Problem.error(
                    "expr-type",
                    expression.at(),
                    "Expected an expression that gives a value, but this gives %s."
                            .formatted(inOurWords(tree.get().getResultType().name())),
                    "Maybe ask one of its fields."));
            return Optional.empty();
        }
        return new ProgramBuilder(expression, names, tree.get(), problems).build(type.get());
    }

    private static Optional<Type> typeOf(CelType type) {
        if (type instanceof ListType list) {
            return list.hasElemType()
                    ? typeOf(list.elemType()).map(Type.ListOf::new)
                    : Optional.empty();
        }
        for (Simple simple : Simple.values()) {
            if (celType(simple).equals(type)) {
                return Optional.of(simple);
            }
        }
        return Optional.empty();
    }

    private Optional<CelAbstractSyntaxTree> checked(Expression expression, Problems problems) {
        if (expression.text().length() > LENGTH_MAX) {
            problems.add(Problem.error(
                    "expr-syntax",
                    expression.at(),
                    "Expected an expression of at most %s characters, but found %s."
                            .formatted(LENGTH_MAX, expression.text().length()),
                    "Maybe split it with a 'set' step."));
            return Optional.empty();
        }
        CelAbstractSyntaxTree known = sound.get(expression.text());
        if (known != null) {
            return Optional.of(known);
        }
        CelValidationResult parsed = compiler.parse(expression.text());
        if (parsed.hasError()) {
            reportSyntax(expression, parsed, problems);
            return Optional.empty();
        }
        int before = problems.countErrors();
        CelAbstractSyntaxTree tree = treeOf(parsed);
        new NameSearch(expression, names, tree, problems).search();
        if (problems.countErrors() > before) {
            return Optional.empty();
        }
        CelValidationResult checked = compiler.check(tree);
        if (checked.hasError()) {
            checked.getErrors().forEach(issue -> problems.add(explain(expression, issue)));
            return Optional.empty();
        }
        CelAbstractSyntaxTree whole = treeOf(checked);
        sound.put(expression.text(), whole);
        return Optional.of(whole);
    }

    private static CelAbstractSyntaxTree treeOf(CelValidationResult result) {
        try {
            return result.getAst();
        } catch (dev.cel.common.CelValidationException impossible) {
            throw new IllegalStateException("A result without errors has a tree.", impossible);
        }
    }

    /** Only the first complaint: a parser that lost its way complains about all that follows. */
    private static void reportSyntax(
            Expression expression, CelValidationResult parsed, Problems problems) {
        CelIssue first = parsed.getErrors().get(0);
        String said = first.getMessage();
        boolean deep = said.contains("recursion");
        problems.add(Problem.error(
                "expr-syntax",
                placeOf(expression, first),
                deep
                        ? "Expected an expression of at most %s levels, but found more."
                                .formatted(DEPTH_MAX)
                        : "Expected an expression in CEL, but it cannot be read here: %s."
                                .formatted(shortened(said)),
                expression.text().contains("${{")
                        ? "Maybe leave out ${{ }}: a guard is an expression as it is."
                        : ""));
    }

    private static String shortened(String said) {
        String line = said.lines().findFirst().orElse("");
        int list = line.indexOf(" expecting {");
        return list < 0 ? line : line.substring(0, list);
    }

    private static Location placeOf(Expression expression, CelIssue issue) {
        return expression.placeOf(
                issue.getSourceLocation().getLine(),
                Math.max(0, issue.getSourceLocation().getColumn()));
    }

    private static Problem explain(Expression expression, CelIssue issue) {
        Matcher overload = OVERLOAD.matcher(issue.getMessage());
        if (overload.matches()) {
            String operator = overload.group(1).replace("_", "").replace("@", "");
            String types = inOurWords(overload.group(2));
            return Problem.error(
                    "expr-type",
                    placeOf(expression, issue),
                    "Expected types that '%s' takes, but found %s.".formatted(operator, types),
                    types.contains("float") && types.contains("integer")
                            ? "Maybe write the number with a fraction: 0.0, not 0."
                            : "");
        }
        return Problem.error(
                "expr-type",
                placeOf(expression, issue),
                "Expected an expression whose types fit, but %s."
                        .formatted(inOurWords(issue.getMessage())),
                "");
    }

    private static String inOurWords(String said) {
        return said.replaceAll("\\bdouble\\b", "float")
                .replaceAll("\\bint\\b", "integer")
                .replace("google.protobuf.Duration", "duration")
                .replace("google.protobuf.Timestamp", "timestamp");
    }

    private static boolean gives(
            Type wanted, CelType found, Expression expression, Problems problems) {
        if (found.equals(celType(wanted))) {
            return true;
        }
        problems.add(Problem.error(
                "expr-type",
                expression.at(),
                "Expected an expression that gives %s, but this gives %s."
                        .formatted(wanted.label(), inOurWords(found.name())),
                ""));
        return false;
    }
}
