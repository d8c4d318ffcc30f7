package breakwater.playbook.bench;

import breakwater.bench.Contestant;
import breakwater.playbook.bench.Guards.Guard;
import breakwater.playbook.bench.Guards.Values;
import breakwater.playbook.expression.Snapshot;
import breakwater.playbook.expression.Type;

import dev.cel.common.CelFunctionDecl;
import dev.cel.common.CelOptions;
import dev.cel.common.CelOverloadDecl;
import dev.cel.common.CelValidationException;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.compiler.CelCompiler;
import dev.cel.compiler.CelCompilerBuilder;
import dev.cel.compiler.CelCompilerFactory;
import dev.cel.parser.CelStandardMacro;
import dev.cel.runtime.CelEvaluationException;
import dev.cel.runtime.CelFunctionBinding;
import dev.cel.runtime.CelRuntime;
import dev.cel.runtime.CelRuntimeBuilder;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The same guards as CEL's own runtime evaluates them; things of the network are maps of their fields. */
final class GuardsOnCel implements Contestant {

    private static final int TURNS_PER_ROUND = 500;
    private static final CelOptions OPTIONS = CelOptions.current()
            .enableReservedIds(false)
            .enableHeterogeneousNumericComparisons(true)
            .build();

    private final CelRuntime.Program[] programs;
    private final Values[][] frames;
    private Values now;
    private long held;

    @SuppressWarnings(
            "Immutable") // What a function of the network gives differs from one set of values to
    // the next.
    GuardsOnCel(CelRuntimeBuilder builder) {
        List<Guard> guards = Guards.ofLibrary();
        frames = new Values[Guards.FRAMES][guards.size()];
        for (int number = 0; number < Guards.FRAMES; number++) {
            for (int guard = 0; guard < guards.size(); guard++) {
                frames[number][guard] = Guards.values(guards.get(guard), number);
            }
        }
        now = frames[0][0];
        builder.setOptions(OPTIONS);
        for (Snapshot kind : Snapshot.values()) {
            builder.addFunctionBindings(CelFunctionBinding.from(
                    overload(kind),
                    Collections.nCopies(kind.arguments(), String.class),
                    ids -> Objects.requireNonNull(now.snapshots().get(kind))));
        }
        CelRuntime runtime = builder.build();
        programs = guards.stream()
                .map(guard -> program(guard, runtime))
                .toArray(CelRuntime.Program[]::new);
    }

    private static String overload(Snapshot kind) {
        return kind.function() + "_of_id";
    }

    private static CelRuntime.Program program(Guard guard, CelRuntime runtime) {
        CelCompilerBuilder builder = CelCompilerFactory.standardCelCompilerBuilder()
                .setStandardMacros(CelStandardMacro.STANDARD_MACROS)
                .setOptions(OPTIONS);
        guard.names().forEach((name, type) -> builder.addVar(name, celType(type)));
        for (Snapshot kind : Snapshot.values()) {
            builder.addFunctionDeclarations(CelFunctionDecl.newFunctionDeclaration(
                    kind.function(),
                    CelOverloadDecl.newGlobalOverload(
                            overload(kind),
                            MapType.create(SimpleType.STRING, SimpleType.DYN),
                            Collections.nCopies(kind.arguments(), SimpleType.STRING)
                                    .toArray(CelType[]::new))));
        }
        CelCompiler compiler = builder.build();
        try {
            return runtime.createProgram(compiler.compile(guard.text()).getAst());
        } catch (CelValidationException | CelEvaluationException wrong) {
            throw new IllegalStateException(guard.text(), wrong);
        }
    }

    private static CelType celType(Type type) {
        if (type instanceof Type.ListOf list) {
            return ListType.create(celType(list.element()));
        }
        if (type instanceof Type.Id) {
            return SimpleType.STRING;
        }
        return switch ((Type.Simple) type) {
            case BOOL -> SimpleType.BOOL;
            case INTEGER -> SimpleType.INT;
            case FLOAT -> SimpleType.DOUBLE;
            case STRING -> SimpleType.STRING;
            case DURATION -> SimpleType.DURATION;
            case TIMESTAMP -> SimpleType.TIMESTAMP;
        };
    }

    private boolean test(int number, int guard) throws CelEvaluationException {
        now = frames[number][guard];
        Map<String, Object> values = now.values();
        return (Boolean) programs[guard].eval(values);
    }

    @Override
    public String proof() {
        StringBuilder results = new StringBuilder();
        for (int number = 0; number < Guards.FRAMES; number++) {
            for (int guard = 0; guard < programs.length; guard++) {
                try {
                    results.append(test(number, guard) ? '1' : '0');
                } catch (CelEvaluationException failure) {
                    results.append('x');
                }
            }
        }
        return results.toString();
    }

    @Override
    public int rounds() {
        return 20;
    }

    @Override
    public long round(int number) {
        try {
            for (int turn = 0; turn < TURNS_PER_ROUND; turn++) {
                for (int guard = 0; guard < programs.length; guard++) {
                    held += test(turn % Guards.FRAMES, guard) ? 1 : 0;
                }
            }
        } catch (CelEvaluationException failure) {
            throw new IllegalStateException(failure);
        }
        return (long) TURNS_PER_ROUND * programs.length;
    }

    @Override
    public String complaint() {
        return held > 0 ? "" : "no guard held";
    }

    @Override
    public Optional<Class<?>> library() {
        return Optional.of(CelRuntime.class);
    }
}
