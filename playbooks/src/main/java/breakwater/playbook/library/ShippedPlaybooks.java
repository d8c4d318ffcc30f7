package breakwater.playbook.library;

import breakwater.document.SourceFile;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The shipped library, as files. */
public final class ShippedPlaybooks {

    /** In the order of the docs. */
    public static final List<String> IDS = List.of(
            "fibre-cut",
            "regional-power-loss",
            "kms-crash",
            "qber-alarm",
            "node-compromise",
            "timing-loss",
            "satellite-outage",
            "gateway-closed",
            "software-rollback",
            "key-api-ddos",
            "key-exhaustion",
            "nis2-notification",
            "mutual-aid-relay",
            "mutual-aid-crews");

    private ShippedPlaybooks() {}

    /** The file of one of them; empty when there is none of this id. */
    public static Optional<SourceFile> find(String id) {
        return IDS.contains(id) ? Optional.of(load(id + ".playbook.yaml")) : Optional.empty();
    }

    /** All files. */
    public static List<SourceFile> all() {
        return IDS.stream().map(id -> load(id + ".playbook.yaml")).toList();
    }

    /** The test of each of them. */
    public static List<SourceFile> tests() {
        return IDS.stream().map(id -> load(id + ".test.yaml")).toList();
    }

    private static SourceFile load(String name) {
        try (InputStream in = ShippedPlaybooks.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("The library has no file (%s).".formatted(name));
            }
            return new SourceFile("playbooks/" + name, "library:" + name, in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
