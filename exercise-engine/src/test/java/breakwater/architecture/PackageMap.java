package breakwater.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** Which package may use which other packages and libraries. What is not allowed is forbidden. */
final class PackageMap {

    /** Packages every package may use; what is forbidden in them, {@link Purity} says. */
    private static final List<String> COMMON_GROUND = List.of("java.", "org.jspecify.");

    private final String root;
    private final Map<String, Set<String>> usesByPackage = new LinkedHashMap<>();
    private final Map<String, Set<String>> packagesByLibrary = new LinkedHashMap<>();
    private final Set<String> elsewhere = new TreeSet<>();

    /** A map of the packages below {@code root}; all names given to it are relative to {@code root}. */
    PackageMap(String root) {
        this.root = root + ".";
    }

    PackageMap allow(String name, String... uses) {
        if (usesByPackage.put(name, Set.of(uses)) != null) {
            throw new IllegalArgumentException(
                    "The package (%s) is in the map twice.".formatted(name));
        }
        return this;
    }

    /** These packages live in a module to the left, so that no class of theirs is looked at here. */
    PackageMap elsewhere(String... packages) {
        elsewhere.addAll(Set.of(packages));
        return this;
    }

    /** Lets {@code packages} use the library whose package names begin with {@code prefix}. */
    PackageMap library(String prefix, String... packages) {
        packagesByLibrary.put(prefix, Set.of(packages));
        return this;
    }

    /** What in {@code classes} the map does not allow, in order, one sentence each; empty when all is well. */
    List<String> violations(JavaClasses classes) {
        SortedSet<String> violations = new TreeSet<>(listPhantoms(classes));
        for (JavaClass origin : classes) {
            String name = relative(origin);
            Set<String> uses = usesByPackage.get(name);
            if (uses == null) {
                violations.add("%s is not in the map".formatted(name));
                continue;
            }
            for (Dependency dependency : origin.getDirectDependenciesFromSelf()) {
                JavaClass target = dependency.getTargetClass().getBaseComponentType();
                if (!target.isPrimitive() && !isAllowed(name, uses, target)) {
                    violations.add("%s may not use %s: %s uses %s"
                            .formatted(
                                    name,
                                    placeOf(target),
                                    Purity.outermostNameOf(origin),
                                    Purity.outermostNameOf(target)));
                }
            }
        }
        return List.copyOf(violations);
    }

    /** Packages the map speaks of, though no class is in them: a rule for one that was renamed guards nothing. */
    private List<String> listPhantoms(JavaClasses classes) {
        NavigableSet<String> named = new TreeSet<>(usesByPackage.keySet());
        usesByPackage.values().forEach(named::addAll);
        packagesByLibrary.values().forEach(named::addAll);
        named.removeAll(elsewhere);
        classes.forEach(javaClass -> named.remove(relative(javaClass)));
        return named.stream()
                .map(name -> name + " is in the map, but has no class")
                .toList();
    }

    private boolean isAllowed(String name, Set<String> uses, JavaClass target) {
        if (target.getPackageName().startsWith(root)) {
            String used = relative(target);
            return used.equals(name) || uses.contains(used);
        }
        if (COMMON_GROUND.stream().anyMatch(target.getName()::startsWith)) {
            return true;
        }
        return packagesByLibrary.entrySet().stream()
                .anyMatch(library -> target.getName().startsWith(library.getKey())
                        && library.getValue().contains(name));
    }

    private String placeOf(JavaClass target) {
        return target.getPackageName().startsWith(root)
                ? relative(target)
                : target.getPackageName();
    }

    private String relative(JavaClass javaClass) {
        String name = javaClass.getPackageName();
        return name.startsWith(root) ? name.substring(root.length()) : name;
    }
}
