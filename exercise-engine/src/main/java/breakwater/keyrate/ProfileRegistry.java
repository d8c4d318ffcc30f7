package breakwater.keyrate;

import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** All profiles a run may refer to, by id. Immutable. */
public final class ProfileRegistry {

    private final SortedMap<String, KeyRateProfile> byId = new TreeMap<>();

    private ProfileRegistry() {}

    /**
     * A registry of {@code profiles}.
     *
     * @throws IllegalArgumentException if two have the same id
     */
    public static ProfileRegistry of(List<KeyRateProfile> profiles) {
        ProfileRegistry registry = new ProfileRegistry();
        for (KeyRateProfile profile : profiles) {
            if (registry.byId.put(profile.id(), profile) != null) {
                throw new IllegalArgumentException(
                        "There are two profiles (%s).".formatted(profile.id()));
            }
        }
        return registry;
    }

    /** The profile called {@code id}, or empty. */
    public Optional<KeyRateProfile> findProfile(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The profile called {@code id}.
     *
     * @throws IllegalArgumentException if there is none
     */
    public KeyRateProfile getProfile(String id) {
        return findProfile(id)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no profile (%s) among (%s).".formatted(id, byId.keySet())));
    }

    /** All profiles, by id. */
    public List<KeyRateProfile> listProfiles() {
        return List.copyOf(byId.values());
    }

    /** All ids, sorted. */
    public List<String> listIds() {
        return List.copyOf(byId.keySet());
    }
}
