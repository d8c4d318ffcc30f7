package breakwater.tabletop.findings;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms that findings can have. */
public enum FindingsFormat {
    TEXT {
        @Override
        public String of(List<Checked> all) {
            return FindingsText.of(all);
        }
    },
    JSON {
        @Override
        public String of(List<Checked> all) {
            return FindingsJson.of(all);
        }
    },
    SARIF {
        @Override
        public String of(List<Checked> all) {
            return SarifLog.of(all);
        }
    },
    GITHUB {
        @Override
        public String of(List<Checked> all) {
            return WorkflowCommands.of(all);
        }
    };

    /** Everything found, ended by a line feed. */
    public abstract String of(List<Checked> all);

    /** As it is typed. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The form that is typed so. */
    public static Optional<FindingsFormat> find(String label) {
        for (FindingsFormat format : values()) {
            if (format.label().equals(label)) {
                return Optional.of(format);
            }
        }
        return Optional.empty();
    }
}
