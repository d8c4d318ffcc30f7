package breakwater.scenario;

/** How long something lasts: fixed or drawn by key. All values in seconds, not negative. */
public sealed interface Spell {

    /** Always the same. */
    record Fixed(double seconds) implements Spell {
        public Fixed {
            require(seconds >= 0, "seconds", seconds);
        }
    }

    /** Evenly between two bounds. */
    record Uniform(double minSeconds, double maxSeconds) implements Spell {
        public Uniform {
            require(minSeconds >= 0 && maxSeconds >= minSeconds, "maxSeconds", maxSeconds);
        }
    }

    /** Memoryless, by its mean. */
    record Exponential(double meanSeconds) implements Spell {
        public Exponential {
            require(meanSeconds > 0, "meanSeconds", meanSeconds);
        }
    }

    /** Repair times as published: by median and 95 % quantile. */
    record LogNormal(double medianSeconds, double p95Seconds) implements Spell {
        public LogNormal {
            require(medianSeconds > 0 && p95Seconds >= medianSeconds, "p95Seconds", p95Seconds);
        }
    }

    private static void require(boolean holds, String name, double value) {
        if (!holds) {
            throw new IllegalArgumentException(
                    "The %s (%s) is out of range.".formatted(name, value));
        }
    }
}
