package breakwater.playbook.expression;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * How large a regular expression becomes when it is compiled, counted instructions give or take a few. RE2 unrolls
 * counted repetitions, so that {@code ((a{100}){100}){100}} is a million instructions, and one level more a hundred
 * times that: each takes time and memory before a single letter is matched. Linear in the length of the pattern.
 */
final class PatternSize {

    private static final long MOST = 1L << 40;

    /** Sizes of the groups that are open, the whole pattern first. */
    private final Deque<Long> open = new ArrayDeque<>();

    private long size;
    private long last;

    private PatternSize() {}

    /** An upper bound, or nearly; a pattern that is none has some size as well. */
    static long of(String pattern) {
        return new PatternSize().read(pattern);
    }

    private long read(String pattern) {
        for (int at = 0; at < pattern.length(); at++) {
            switch (pattern.charAt(at)) {
                case '\\' -> {
                    at++;
                    atom();
                }
                case '[' -> {
                    at = endOfClass(pattern, at);
                    atom();
                }
                case '(' -> {
                    open.push(size);
                    size = 1;
                    last = 0;
                }
                case ')' -> {
                    last = size + 1;
                    size = Math.min(MOST, last + (open.isEmpty() ? 0 : open.pop()));
                }
                case '{' -> at = repeated(pattern, at);
                default -> atom();
            }
        }
        while (!open.isEmpty()) {
            size = Math.min(MOST, size + open.pop());
        }
        return size;
    }

    private void atom() {
        last = 1;
        size = Math.min(MOST, size + 1);
    }

    /** The counts of a repetition multiply what stands before it. */
    private int repeated(String pattern, int at) {
        int close = pattern.indexOf('}', at);
        String counts = close < 0 ? "" : pattern.substring(at + 1, close);
        if (!counts.matches("[0-9]{1,9}(,[0-9]{0,9})?")) {
            atom();
            return at;
        }
        long most = 1;
        for (String count : counts.split(",", -1)) {
            most = Math.max(most, count.isEmpty() ? 1 : Long.parseLong(count) + 1);
        }
        long more = Math.min(MOST, last * (most - 1));
        size = Math.min(MOST, size + more);
        last = Math.min(MOST, last + more);
        return close;
    }

    /** Where a class of characters ends; a bracket right after its begin is one of the characters. */
    private static int endOfClass(String pattern, int at) {
        int from = at + 1;
        if (from < pattern.length() && pattern.charAt(from) == '^') {
            from++;
        }
        for (int i = from; i < pattern.length(); i++) {
            if (pattern.charAt(i) == '\\') {
                i++;
            } else if (pattern.charAt(i) == ']' && i > from) {
                return i;
            }
        }
        return pattern.length() - 1;
    }
}
