package breakwater.playbook.expression;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What operators and functions of CEL do with values. */
final class Operators {

    /** A variable that is doubled at every pass of a loop would fill the memory; nothing a playbook says is so long. */
    private static final int TEXT_CHARACTERS_MAX = 100_000;

    private static final int ITEMS_MAX = 10_000;

    private static final Instant FIRST_INSTANT = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant END_OF_TIME =
            Instant.parse("9999-12-31T23:59:59Z").plusSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(3_652_500);

    private Operators() {}

    private static void bound(int size, int most, String what) {
        if (size > most) {
            throw new ExpressionFailure("more than %s %s".formatted(most, what));
        }
    }

    static Object add(Object left, Object right) {
        if (left instanceof Long a) {
            return exact(() -> Math.addExact(a, (Long) right));
        }
        if (left instanceof Double a) {
            return a + (Double) right;
        }
        if (left instanceof String a) {
            bound(a.length() + ((String) right).length(), TEXT_CHARACTERS_MAX, "characters");
            return a + right;
        }
        if (left instanceof List<?> a) {
            bound(a.size() + ((List<?>) right).size(), ITEMS_MAX, "items");
            List<Object> all = new ArrayList<>(a);
            all.addAll((List<?>) right);
            return List.copyOf(all);
        }
        return time(() -> {
            if (left instanceof Instant at) {
                return at.plus((Duration) right);
            }
            return right instanceof Instant at
                    ? at.plus((Duration) left)
                    : ((Duration) left).plus((Duration) right);
        });
    }

    static Object subtract(Object left, Object right) {
        if (left instanceof Long a) {
            return exact(() -> Math.subtractExact(a, (Long) right));
        }
        if (left instanceof Double a) {
            return a - (Double) right;
        }
        return time(() -> {
            if (left instanceof Instant at) {
                return right instanceof Instant from
                        ? Duration.ofNanos(Duration.between(from, at).toNanos())
                        : at.minus((Duration) right);
            }
            return ((Duration) left).minus((Duration) right);
        });
    }

    static Object multiply(Object left, Object right) {
        return left instanceof Long a
                ? exact(() -> Math.multiplyExact(a, (Long) right))
                : (Object) ((Double) left * (Double) right);
    }

    static Object divide(Object left, Object right) {
        if (left instanceof Double a) {
            return a / (Double) right;
        }
        long a = (Long) left;
        long b = (Long) right;
        if (b == 0) {
            throw new ExpressionFailure("division by zero");
        }
        if (a == Long.MIN_VALUE && b == -1) {
            throw new ExpressionFailure("integer overflow");
        }
        return a / b;
    }

    static Object remainder(Object left, Object right) {
        long a = (Long) left;
        long b = (Long) right;
        if (b == 0) {
            throw new ExpressionFailure("division by zero");
        }
        return a % b;
    }

    static Object negate(Object value) {
        return value instanceof Long a
                ? exact(() -> Math.negateExact(a))
                : (Object) (-(Double) value);
    }

    private interface Whole {
        long get();
    }

    private static Object exact(Whole sum) {
        try {
            return sum.get();
        } catch (ArithmeticException overflow) {
            throw new ExpressionFailure("integer overflow");
        }
    }

    private interface Moment {
        Object get();
    }

    /**
     * CEL's bounds, which are those of Protocol Buffers: the years 1 to 9999, and spans of 10,000 years; but what lies
     * between two instants is counted in 64 bits of nanoseconds, 292 years.
     */
    private static Object time(Moment moment) {
        try {
            Object value = moment.get();
            boolean within = value instanceof Instant at
                    ? !at.isBefore(FIRST_INSTANT) && at.isBefore(END_OF_TIME)
                    : ((Duration) value).abs().compareTo(LONGEST) <= 0;
            if (within) {
                return value;
            }
        } catch (ArithmeticException | DateTimeException beyond) {
            // Beyond what Java has is beyond what CEL has.
        }
        throw new ExpressionFailure("time out of range");
    }

    /** Whole seconds, without their fraction: those of -1.5 s are -1, where Java counts -2. */
    static long wholeSeconds(Object duration) {
        Duration of = (Duration) duration;
        return of.isNegative() && of.getNano() > 0 ? of.getSeconds() + 1 : of.getSeconds();
    }

    /** Two numbers of any kind, or two values of one ordered type. NaN is in no order with anything. */
    static int compare(Object left, Object right) {
        if (left instanceof Double a && right instanceof Long b) {
            return compareMixed(a, b);
        }
        if (left instanceof Long a && right instanceof Double b) {
            int turned = compareMixed(b, a);
            return turned == UNORDERED ? UNORDERED : -turned;
        }
        if (left instanceof Double a && right instanceof Double b) {
            return a < b ? -1 : a > b ? 1 : a.doubleValue() == b.doubleValue() ? 0 : UNORDERED;
        }
        if (left instanceof Long a && right instanceof Long b) {
            return Long.compare(a, b);
        }
        if (left instanceof Duration a && right instanceof Duration b) {
            return Integer.signum(a.compareTo(b));
        }
        if (left instanceof Instant a && right instanceof Instant b) {
            return Integer.signum(a.compareTo(b));
        }
        if (left instanceof Boolean a && right instanceof Boolean b) {
            return Boolean.compare(a, b);
        }
        return Integer.signum(((String) left).compareTo((String) right));
    }

    /** Fits no comparison. */
    static final int UNORDERED = 7;

    private static int compareMixed(double a, long b) {
        if (Double.isNaN(a)) {
            return UNORDERED;
        }
        return Double.isInfinite(a)
                ? (a > 0 ? 1 : -1)
                : new BigDecimal(a).compareTo(BigDecimal.valueOf(b));
    }

    static boolean equal(Object left, Object right) {
        if (left instanceof Number && right instanceof Number) {
            return compare(left, right) == 0;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            if (a.size() != b.size()) {
                return false;
            }
            for (int i = 0; i < a.size(); i++) {
                if (!equal(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        return Objects.equals(left, right);
    }

    static Object in(Object value, Object list) {
        for (Object item : (List<?>) list) {
            if (equal(value, item)) {
                return true;
            }
        }
        return false;
    }

    static Object index(Object list, Object at) {
        List<?> items = (List<?>) list;
        long index = (Long) at;
        if (index < 0 || index >= items.size()) {
            throw new ExpressionFailure("index %s of a list of %s".formatted(index, items.size()));
        }
        return items.get((int) index);
    }

    static Object size(Object value) {
        return value instanceof List<?> list
                ? (long) list.size()
                : (long) ((String) value).codePointCount(0, ((String) value).length());
    }

    static Object toInteger(Object value) {
        if (value instanceof Double number) {
            if (!(number > -0x1p63 && number < 0x1p63)) {
                throw new ExpressionFailure("integer overflow");
            }
            return number.longValue();
        }
        if (value instanceof Instant at) {
            return at.getEpochSecond();
        }
        try {
            return value instanceof String text ? (Object) Long.valueOf(text) : value;
        } catch (NumberFormatException none) {
            throw new ExpressionFailure("'%s' is no integer".formatted(value));
        }
    }

    static Object toFloat(Object value) {
        try {
            return value instanceof String text
                    ? Double.valueOf(text)
                    : ((Number) value).doubleValue();
        } catch (NumberFormatException none) {
            throw new ExpressionFailure("'%s' is no number".formatted(value));
        }
    }
}
