package breakwater.log;

import breakwater.exercise.ExerciseEvent;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** All kinds of events, by class and by name. Refuses to load when one of the sealed set has no row in the table. */
final class EventKinds {

    private static final List<EventKind<?>> ALL = all();
    private static final Map<Class<?>, EventKind<?>> BY_TYPE = byType();
    private static final Map<String, EventKind<?>> BY_NAME = byName();

    private EventKinds() {}

    static EventKind<?> of(ExerciseEvent event) {
        EventKind<?> kind = BY_TYPE.get(event.getClass());
        if (kind == null) {
            throw new IllegalStateException(
                    "The event (%s) has no row in the table.".formatted(event));
        }
        return kind;
    }

    static @Nullable EventKind<?> findNamed(String name) {
        return BY_NAME.get(name);
    }

    /** In the order of the table. */
    static List<EventKind<?>> list() {
        return ALL;
    }

    static List<String> names() {
        return List.copyOf(BY_NAME.keySet());
    }

    private static List<EventKind<?>> all() {
        List<EventKind<?>> kinds = new ArrayList<>(DeclarationKinds.ALL);
        kinds.addAll(HappeningKinds.ALL);
        kinds.addAll(ResponseKinds.ALL);
        kinds.addAll(AidKinds.ALL);
        return List.copyOf(kinds);
    }

    private static Map<Class<?>, EventKind<?>> byType() {
        Map<Class<?>, EventKind<?>> kinds = new HashMap<>();
        ALL.forEach(kind -> kinds.put(kind.type(), kind));
        for (Class<?> type : recordsOf(ExerciseEvent.class)) {
            if (!kinds.containsKey(type)) {
                throw new IllegalStateException(
                        "The event type (%s) has no row in the table.".formatted(type.getName()));
            }
        }
        return kinds;
    }

    /** All records of a sealed interface, those of its groups among them. */
    static List<Class<?>> recordsOf(Class<?> sealed) {
        List<Class<?>> records = new ArrayList<>();
        for (Class<?> type : sealed.getPermittedSubclasses()) {
            if (type.isRecord()) {
                records.add(type);
            } else {
                records.addAll(recordsOf(type));
            }
        }
        return records;
    }

    private static Map<String, EventKind<?>> byName() {
        Map<String, EventKind<?>> kinds = new TreeMap<>();
        ALL.forEach(kind -> kinds.put(kind.name(), kind));
        return kinds;
    }
}
