package breakwater.log;

import breakwater.exercise.BitCount;
import breakwater.exercise.PathFlow;

import java.util.List;
import java.util.function.Function;

/** The values of one event as read, by their place in its table row. */
final class FieldValues {

    private final Object[] values;

    FieldValues(Object[] values) {
        this.values = values;
    }

    long integer(int at) {
        return (Long) values[at];
    }

    int int32(int at) {
        return Math.toIntExact(integer(at));
    }

    double decimal(int at) {
        return (Double) values[at];
    }

    boolean bool(int at) {
        return (Boolean) values[at];
    }

    String text(int at) {
        return (String) values[at];
    }

    BitCount bits(int at) {
        return (BitCount) values[at];
    }

    <T extends Enum<T>> T constant(int at, Class<T> type) {
        return type.cast(values[at]);
    }

    <T> List<T> names(int at, Function<String, T> id) {
        return ((List<?>) values[at]).stream().map(String.class::cast).map(id).toList();
    }

    List<String> texts(int at) {
        return ((List<?>) values[at]).stream().map(String.class::cast).toList();
    }

    List<PathFlow> flows(int at) {
        return ((List<?>) values[at]).stream().map(PathFlow.class::cast).toList();
    }
}
