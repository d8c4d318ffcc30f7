package breakwater.tidy;

import breakwater.tidy.Sources.Source;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.MethodTree;
import com.sun.source.tree.Tree;
import com.sun.source.tree.VariableTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;
import com.sun.source.util.Trees;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;

import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;

/** Rules on methods, and {@link LocaleRules} on their calls, by the compiler's own syntax tree. */
final class MethodRules {

    static final int METHOD_LINES_MAX = 60;
    static final int PARAMETERS_MAX = 5;

    private MethodRules() {}

    static void check(List<Source> sources, Consumer<Finding> findings) {
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        Map<String, Source> byFile = sources.stream()
                .collect(Collectors.toMap(
                        source -> source.file().toUri().toString(), Function.identity()));
        try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
            JavacTask task = (JavacTask) compiler.getTask(
                    null,
                    files,
                    null,
                    List.of("-proc:none"),
                    null,
                    files.getJavaFileObjectsFromPaths(
                            sources.stream().map(Source::file).toList()));
            SourcePositions positions = Trees.instance(task).getSourcePositions();
            for (CompilationUnitTree unit : task.parse()) {
                Source source = byFile.get(unit.getSourceFile().toUri().toString());
                if (source != null) {
                    new Scanner(source.path(), unit, positions, findings).scan(unit, null);
                    if (source.isMain()) {
                        new LocaleRules(source.path(), unit, positions, findings).scan(unit, null);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Scanner extends TreeScanner<@Nullable Void, @Nullable Void> {

        private final String path;
        private final CompilationUnitTree unit;
        private final SourcePositions positions;
        private final Consumer<Finding> findings;
        private String enclosing = "";

        Scanner(
                String path,
                CompilationUnitTree unit,
                SourcePositions positions,
                Consumer<Finding> findings) {
            this.path = path;
            this.unit = unit;
            this.positions = positions;
            this.findings = findings;
        }

        @Override
        public @Nullable Void visitClass(ClassTree type, @Nullable Void unused) {
            String outer = enclosing;
            enclosing = type.getSimpleName().toString();
            super.visitClass(type, null);
            enclosing = outer;
            return null;
        }

        @Override
        public @Nullable Void visitMethod(MethodTree method, @Nullable Void unused) {
            String name = method.getName().contentEquals("<init>")
                    ? enclosing
                    : method.getName().toString();
            String place = path + "#" + name;
            long parameters = method.getParameters().stream()
                    .filter(parameter -> isOwn(parameter, method))
                    .count();
            if (parameters > PARAMETERS_MAX) {
                findings.accept(new Finding(
                        place,
                        "parameters",
                        "%d parameters, at most %d".formatted(parameters, PARAMETERS_MAX)));
            }
            long lines = method.getBody() == null ? 0 : lineCount(method);
            if (lines > METHOD_LINES_MAX) {
                findings.accept(new Finding(
                        place,
                        "method-lines",
                        "%d lines, at most %d".formatted(lines, METHOD_LINES_MAX)));
            }
            return super.visitMethod(method, null);
        }

        /** A compact constructor seems to have the parameters of its record's header, which stand before it. */
        private boolean isOwn(VariableTree parameter, MethodTree method) {
            return positions.getStartPosition(unit, parameter)
                    >= positions.getStartPosition(unit, method);
        }

        /** From the return type (a constructor: its first modifier) to the closing brace. */
        private long lineCount(MethodTree method) {
            Tree begin = method.getReturnType() == null ? method : method.getReturnType();
            long first = unit.getLineMap().getLineNumber(positions.getStartPosition(unit, begin));
            return unit.getLineMap().getLineNumber(positions.getEndPosition(unit, method))
                    - first
                    + 1;
        }
    }
}
