package breakwater.playbook.event;

import breakwater.playbook.expression.Type;
import breakwater.playbook.expression.Type.Simple;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Something that happens in the own domain and that playbooks may answer. */
public enum EventKind {
    LINK_DOWN("link.down", "A link generates no key any more.", "link.up", Fields.of(Fields.LINK)),
    LINK_UP("link.up", "A link generates key again.", "", Fields.of(Fields.LINK)),
    LINK_QBER_ALARM(
            "link.qber-alarm",
            "A link's error rate is above what its protocol bears.",
            "link.up",
            Fields.of(Fields.LINK)),
    STORE_LOW(
            "store.low",
            "A store fell below its low-water mark.",
            "store.normal",
            Fields.of(Fields.STORE)),
    STORE_EXHAUSTED(
            "store.exhausted", "A store is empty.", "store.normal", Fields.of(Fields.STORE)),
    STORE_NORMAL("store.normal", "A store is above its marks again.", "", Fields.of(Fields.STORE)),
    NODE_ON_BATTERY("node.on-battery", "A node lost the grid.", "node.up", Fields.of(Fields.NODE)),
    NODE_DOWN(
            "node.down",
            "A node is out of power or out of order.",
            "node.up",
            Fields.of(Fields.NODE)),
    NODE_ON_GENERATOR(
            "node.on-generator",
            "A crew brought a generator to a node without grid.",
            "",
            Fields.of(Fields.NODE)),
    NODE_UP("node.up", "A node is back on the grid.", "", Fields.of(Fields.NODE)),
    KMS_DOWN(
            "kms.down",
            "The key management agent of a node does not run.",
            "kms.up",
            Fields.of(Fields.NODE)),
    KMS_UP("kms.up", "The key management agent of a node runs again.", "", Fields.of(Fields.NODE)),
    GATEWAY_LIMITED(
            "gateway.limited",
            "A border is throttled or closed, by either side.",
            "gateway.open",
            Fields.of(Fields.GATEWAY)),
    GATEWAY_OPEN("gateway.open", "A border is as agreed again.", "", Fields.of(Fields.GATEWAY)),
    CONTROL_PARTITIONED(
            "control.partitioned",
            "The controller is cut off.",
            "control.healed",
            Fields.of(Map.of())),
    CONTROL_HEALED("control.healed", "The controller leads again.", "", Fields.of(Map.of())),
    SERVICE_DEGRADED(
            "service.degraded",
            "A service gets less than half its key.",
            "service.ok",
            Fields.of(Fields.SERVICE)),
    SERVICE_SUSPENDED(
            "service.suspended",
            "A service is kept off its links.",
            "service.ok",
            Fields.of(Fields.SERVICE)),
    SERVICE_STARVED(
            "service.starved",
            "A service has no usable key left.",
            "service.ok",
            Fields.of(Fields.SERVICE)),
    SERVICE_OK("service.ok", "A service is supplied again.", "", Fields.of(Fields.SERVICE)),
    REPAIR_OPENED(
            "repair.opened", "A repair needs a crew.", "repair.closed", Fields.of(Fields.REPAIR)),
    REPAIR_CLOSED(
            "repair.closed", "A repair is done.", "", Fields.of(Map.of("job", Simple.STRING))),
    MESSAGE_RECEIVED(
            "message.received",
            "Somebody outside told the operator something: a message of the scenario.",
            "",
            Fields.of(Map.of(
                    "from", Simple.STRING,
                    "topic", Simple.STRING,
                    "about", Simple.STRING,
                    "text", Simple.STRING))),
    NOTICE_RECEIVED(
            "notice.received",
            "Another operator published an outage notice.",
            "",
            Fields.of(Map.of(
                    "notice", Simple.STRING, "from", Type.Id.ORGANISATION, "text", Simple.STRING))),
    AID_REQUESTED(
            "aid.requested",
            "Another operator asks for aid.",
            "",
            Fields.of(Map.of(
                    "aid", Simple.STRING,
                    "from", Type.Id.ORGANISATION,
                    "resource", Simple.STRING,
                    "amount", Simple.INTEGER,
                    "committable", Simple.INTEGER))),
    AID_DEGRADED(
            "aid.degraded",
            "Aid from another operator does not work as agreed.",
            "",
            Fields.of(Fields.AID)),
    AID_ENDING(
            "aid.ending",
            "Aid from another operator comes to its end: recalled, released or not needed any more.",
            "",
            Fields.of(Fields.AID));

    private final String label;
    private final String meaning;
    private final String endedBy;

    @SuppressWarnings("ImmutableEnumChecker") // Unmodifiable: nobody can change it.
    private final Map<String, Type> fields;

    EventKind(String label, String meaning, String endedBy, Map<String, Type> fields) {
        this.label = label;
        this.meaning = meaning;
        this.endedBy = endedBy;
        this.fields = fields;
    }

    /** As it is written in a playbook. */
    public String label() {
        return label;
    }

    /** What it means, one sentence. */
    public String meaning() {
        return meaning;
    }

    /** The event after which this one is over; empty for one that does not last. */
    public Optional<EventKind> endedBy() {
        return find(endedBy);
    }

    /** What an expression can ask of it, by full name: {@code event.link.id}. Sorted. */
    public Map<String, Type> fields() {
        return fields;
    }

    /** The names of what it concerns, the same in the event that ends it; empty for the whole domain. */
    public Optional<String> subject() {
        for (String name : new String[] {
            "event.link.id", "event.node.id", "event.service.id", "event.gateway.id", "event.job"
        }) {
            if (fields.containsKey(name)) {
                return Optional.of(name);
            }
        }
        return Optional.empty();
    }

    /** The kind that is written so. */
    public static Optional<EventKind> find(String label) {
        return Optional.ofNullable(byLabel().get(label));
    }

    /** All kinds by how they are written, sorted. */
    public static Map<String, EventKind> byLabel() {
        return Labels.ALL;
    }

    /** Made once, after the kinds. */
    private static final class Labels {
        static final Map<String, EventKind> ALL = all();

        private static Map<String, EventKind> all() {
            Map<String, EventKind> all = new TreeMap<>();
            for (EventKind kind : values()) {
                all.put(kind.label, kind);
            }
            return Collections.unmodifiableMap(all);
        }
    }

    /** What kinds have in common. */
    private static final class Fields {
        static final Map<String, Type> LINK = Map.of(
                "link.id",
                Type.Id.LINK,
                "link.cross_border",
                Simple.BOOL,
                "link.state",
                Simple.STRING);
        static final Map<String, Type> STORE = Map.of(
                "link.id",
                Type.Id.LINK,
                "link.cross_border",
                Simple.BOOL,
                "level_bit",
                Simple.INTEGER);
        static final Map<String, Type> NODE = Map.of("node.id", Type.Id.NODE);
        static final Map<String, Type> GATEWAY = Map.of(
                "gateway.id",
                Type.Id.GATEWAY,
                "gateway.state",
                Simple.STRING,
                "quota_bps",
                Simple.INTEGER);
        static final Map<String, Type> SERVICE = Map.of(
                "service.id",
                Type.Id.SERVICE,
                "service.class",
                Simple.INTEGER,
                "rate_bps",
                Simple.INTEGER);
        static final Map<String, Type> AID = Map.of(
                "aid", Simple.STRING,
                "from", Type.Id.ORGANISATION,
                "resource", Simple.STRING,
                "reason", Simple.STRING);
        static final Map<String, Type> REPAIR =
                Map.of("job", Simple.STRING, "asset", Simple.STRING);

        /** With what every event has: when it was, and how long it has lasted when the guard is evaluated. */
        static Map<String, Type> of(Map<String, Type> own) {
            Map<String, Type> all = new TreeMap<>();
            own.forEach((name, type) -> all.put("event." + name, type));
            all.put("event.at", Simple.TIMESTAMP);
            all.put("event.lasted", Simple.DURATION);
            return Collections.unmodifiableMap(new LinkedHashMap<>(all));
        }
    }
}
