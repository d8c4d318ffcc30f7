package breakwater.exercise;

import java.util.Locale;
import java.util.Optional;

/** What one operator lends another. */
public enum AidResource {
    /** Relay quota over gateways of the donor, in bit/s of key. */
    KEY_RELAY("bit/s"),
    /** Repair crews. */
    CREW("crews"),
    /** Mobile generators: the one spare part that the model knows. */
    SPARE("generators"),
    /** Key that the donor keeps in reserve on a border, in bit; used up, so paid back in kind. */
    KEY_LOAN("bit");

    private final String unit;

    AidResource(String unit) {
        this.unit = unit;
    }

    /** As it is written in files. */
    public String label() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** What amounts of it are counted in. */
    public String unit() {
        return unit;
    }

    /** The resource that is written so. */
    public static Optional<AidResource> find(String label) {
        for (AidResource resource : values()) {
            if (resource.label().equals(label)) {
                return Optional.of(resource);
            }
        }
        return Optional.empty();
    }
}
