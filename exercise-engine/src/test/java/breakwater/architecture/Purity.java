package breakwater.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** What a pure package never touches, because an answer would no longer follow from the recorded inputs alone. */
final class Purity {

    private static final String CLOCK = "time is an argument";
    private static final String CHANCE = "chance is drawn by breakwater.draw";
    private static final String THREADS = "threads belong to the shell";
    private static final String WORLD = "files, network, console and logs belong to the shell";
    private static final String FLOATING = "StrictMath gives the same bits everywhere";

    /** Whole names of things that must not be used: of classes, or of members as {@code class.member}. */
    private record Ban(Pattern name, String reason) {}

    private static final List<Ban> CLASSES = List.of(
            ban("java\\.time\\.(Clock|InstantSource)", CLOCK),
            ban(
                    "java\\.util\\.(Random|SplittableRandom|random\\..*|concurrent\\.ThreadLocalRandom)",
                    CHANCE),
            ban("java\\.security\\.SecureRandom", CHANCE),
            ban(
                    "java\\.lang\\.(Thread.*|.*ThreadLocal)|java\\.util\\.(Timer.*|concurrent\\..*)",
                    THREADS),
            ban(
                    "java\\.io\\.(File.*|RandomAccessFile|Console)|java\\.nio\\.(file|channels)\\..*",
                    WORLD),
            ban(
                    "java\\.lang\\.(Process.*|Runtime|System\\$Logger.*)|java\\.util\\.logging\\..*",
                    WORLD),
            ban("java\\.net\\..*", WORLD));

    private static final List<Ban> MEMBERS = List.of(
            ban(
                    "java\\.time\\..*\\.now|java\\.lang\\.System\\.(currentTimeMillis|nanoTime)",
                    CLOCK),
            ban("java\\.lang\\.Math\\.random|java\\.util\\.UUID\\.randomUUID", CHANCE),
            ban(
                    "java\\.util\\.Collections\\.shuffle|java\\.lang\\.System\\.identityHashCode",
                    CHANCE),
            ban(".*\\.(parallelStream|parallel|parallelSort)", THREADS),
            ban(
                    "java\\.lang\\.System\\.(out|err|in|getenv|getProperty|getProperties|getLogger|exit)",
                    WORLD),
            ban("java\\.lang\\.Throwable\\.printStackTrace", WORLD),
            ban(
                    "java\\.lang\\.Math\\.(a?sin|a?cos|a?tan2?|sinh|cosh|tanh|exp|expm1|log|log10|log1p|pow|cbrt|hypot)",
                    FLOATING));

    private Purity() {}

    /** What in {@code classes} is not pure, in order, one sentence each; empty when all is well. */
    static List<String> violations(JavaClasses classes) {
        SortedSet<String> violations = new TreeSet<>();
        for (JavaClass origin : classes) {
            for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                check(
                        origin,
                        dependency.getTargetClass().getBaseComponentType().getName(),
                        CLASSES,
                        violations);
            }
            for (JavaAccess<?> access : origin.getAccessesFromSelf()) {
                String member = access.getTargetOwner().getName() + "." + access.getName();
                check(origin, member, MEMBERS, violations);
            }
        }
        return List.copyOf(violations);
    }

    private static void check(
            JavaClass origin, String used, List<Ban> bans, SortedSet<String> violations) {
        for (Ban ban : bans) {
            if (ban.name().matcher(used).matches()) {
                violations.add(
                        "%s uses %s: %s".formatted(outermostNameOf(origin), used, ban.reason()));
                return;
            }
        }
    }

    /** The name of the class whose file {@code javaClass} stands in, without its package. */
    static String outermostNameOf(JavaClass javaClass) {
        String name = javaClass.getName();
        if (!javaClass.getPackageName().isEmpty()) {
            name = name.substring(javaClass.getPackageName().length() + 1);
        }
        int nested = name.indexOf('$');
        return nested < 0 ? name : name.substring(0, nested);
    }

    private static Ban ban(String name, String reason) {
        return new Ban(Pattern.compile(name), reason);
    }
}
