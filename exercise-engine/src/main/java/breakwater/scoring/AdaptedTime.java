package breakwater.scoring;

/** Adds up how long a service was on less than agreed: another suite, or a lower rate of key. */
final class AdaptedTime {

    private boolean adapted;
    private long since;
    private long before;

    /** From {@code time} on it is so, or no more; times must not fall. */
    void set(long time, boolean now) {
        if (adapted) {
            before += time - since;
        }
        since = time;
        adapted = now;
    }

    /** In microseconds, when the window ends at {@code end} and nothing was set after it. */
    long micros(long end) {
        return adapted ? before + end - since : before;
    }
}
