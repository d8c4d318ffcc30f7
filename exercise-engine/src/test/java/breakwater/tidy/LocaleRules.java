package breakwater.tidy;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ExpressionTree;
import com.sun.source.tree.LiteralTree;
import com.sun.source.tree.MemberSelectTree;
import com.sun.source.tree.MethodInvocationTree;
import com.sun.source.tree.ThrowTree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.TreeScanner;

import org.jspecify.annotations.Nullable;

import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * No number is written in the digits and separators of whoever's machine it is: same inputs, same bytes. A format
 * without a locale has only {@code %s}, which writes whole numbers alike everywhere; all else names its locale. What is
 * thrown is exempt: it is read by whoever mends Breakwater, and is in no log or report. A format that stands in a
 * variable is not seen. (Error Prone sees to {@code toLowerCase} and {@code toUpperCase}.)
 */
final class LocaleRules extends TreeScanner<@Nullable Void, @Nullable Void> {

    private static final Set<String> FORMATTERS = Set.of("format", "formatted", "printf");

    /** One conversion with its letter, which is empty when the text ends before it. */
    private static final Pattern CONVERSION = Pattern.compile("%[-#+ 0,(<.\\d$]*+(.?)");

    /** Letters of conversions that are the same in every locale. */
    private static final String ALIKE = "snxXc%";

    private final String path;
    private final CompilationUnitTree unit;
    private final SourcePositions positions;
    private final Consumer<Finding> findings;

    LocaleRules(
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
    public @Nullable Void visitThrow(ThrowTree thrown, @Nullable Void unused) {
        return null;
    }

    @Override
    public @Nullable Void visitMethodInvocation(MethodInvocationTree call, @Nullable Void unused) {
        if (call.getMethodSelect() instanceof MemberSelectTree select
                && FORMATTERS.contains(select.getIdentifier().toString())) {
            checkFormat(call, select);
        }
        return super.visitMethodInvocation(call, null);
    }

    private void checkFormat(MethodInvocationTree call, MemberSelectTree select) {
        ExpressionTree format = select.getIdentifier().contentEquals("formatted")
                ? select.getExpression()
                : call.getArguments().isEmpty() ? call : call.getArguments().get(0);
        new TreeScanner<@Nullable Void, @Nullable Void>() {
            @Override
            public @Nullable Void visitLiteral(LiteralTree literal, @Nullable Void unused) {
                if (literal.getValue() instanceof String text && differs(text)) {
                    long line = unit.getLineMap()
                            .getLineNumber(positions.getStartPosition(unit, literal));
                    findings.accept(new Finding(
                            path,
                            "locale",
                            "line %d formats by the locale of the machine; use %%s, or String.format(Locale.ROOT, ...)"
                                    .formatted(line)));
                }
                return null;
            }
        }.scan(format, null);
    }

    private static boolean differs(String format) {
        return CONVERSION
                .matcher(format)
                .results()
                .map(conversion -> conversion.group(1))
                .anyMatch(letter -> letter.isEmpty() || !ALIKE.contains(letter));
    }
}
