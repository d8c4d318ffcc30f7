package breakwater.playbook.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Scalar;
import breakwater.playbook.expression.Type;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Types as they are written. */
final class TypeWords {

    private static final Map<String, Type> TYPES = all();

    private TypeWords() {}

    private static Map<String, Type> all() {
        Map<String, Type> all = new TreeMap<>();
        for (Type type : Type.Simple.values()) {
            all.put(type.label(), type);
            all.put(new Type.ListOf(type).label(), new Type.ListOf(type));
        }
        for (Type type : Type.Id.values()) {
            all.put(type.label(), type);
            all.put(new Type.ListOf(type).label(), new Type.ListOf(type));
        }
        return all;
    }

    /** The type written in {@code node}; empty when it is none, which is reported. */
    static Optional<Type> read(String key, DocumentNode node, Problems problems) {
        String word = node instanceof Scalar scalar ? scalar.text() : "";
        Type type = TYPES.get(word);
        if (type == null) {
            String nearest = Nearest.adviceAmong(TYPES.keySet(), word);
            problems.add(Problem.error(
                    "unknown-type",
                    node.location(),
                    "Expected a type for '%s', but found %s.".formatted(key, node.kind()),
                    nearest.isEmpty()
                            ? "Maybe one of: " + String.join(", ", TYPES.keySet()) + "."
                            : nearest));
        }
        return Optional.ofNullable(type);
    }
}
