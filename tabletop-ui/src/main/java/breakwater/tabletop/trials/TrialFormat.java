package breakwater.tabletop.trials;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms that what came of tests can have. */
public enum TrialFormat {
    TEXT {
        @Override
        public String of(List<TestedFile> files, double leastPercent) {
            return TrialText.of(files, leastPercent);
        }
    },
    JSON {
        @Override
        public String of(List<TestedFile> files, double leastPercent) {
            return TrialJson.of(files);
        }
    },
    JUNIT {
        @Override
        public String of(List<TestedFile> files, double leastPercent) {
            return TrialJUnit.of(files);
        }
    };

    /** All of it, ended by a line feed; {@code leastPercent} is the coverage that is asked for. */
    public abstract String of(List<TestedFile> files, double leastPercent);

    /** As it is typed. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form that is typed so. */
    public static Optional<TrialFormat> find(String label) {
        for (TrialFormat format : values()) {
            if (format.label().equals(label)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
