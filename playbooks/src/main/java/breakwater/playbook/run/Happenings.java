package breakwater.playbook.run;

import breakwater.exercise.Countermeasure;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid;
import breakwater.network.ControllerState;
import breakwater.network.GatewayState;
import breakwater.network.KmsState;
import breakwater.network.LinkId;
import breakwater.network.LinkState;
import breakwater.network.NodeId;
import breakwater.network.ServiceId;
import breakwater.network.StoreState;
import breakwater.playbook.event.EventKind;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts events of a domain into the words of the language. Knows what was before, for playbooks wait for changes. */
final class Happenings {

    private final Set<NodeId> ownNodes = new HashSet<>();
    private final Map<LinkId, Boolean> crossBorder = new HashMap<>();
    private final Set<LinkId> generating = new HashSet<>();
    private final Map<LinkId, LinkState> linkStates = new HashMap<>();
    private final Map<NodeId, KmsState> agents = new HashMap<>();
    private final Map<ServiceId, Long> classes = new HashMap<>();
    private final List<ExerciseEvent.LinkDeclared> links = new ArrayList<>();

    /** What the entry means to playbooks; most mean nothing. */
    List<Happening> of(LogEntry entry) {
        ExerciseEvent event = entry.event();
        if (event instanceof ExerciseEvent.LinkChanged changed) {
            return ofLink(entry, changed);
        }
        if (event instanceof ExerciseEvent.StoreChanged changed) {
            return List.of(ofStore(entry, changed));
        }
        if (event instanceof ExerciseEvent.NodeChanged changed) {
            EventKind kind = switch (changed.state()) {
                case UP -> EventKind.NODE_UP;
                case ON_BATTERY -> EventKind.NODE_ON_BATTERY;
                case ON_GENERATOR -> EventKind.NODE_ON_GENERATOR;
                case DOWN -> EventKind.NODE_DOWN;
            };
            return one(
                    entry,
                    kind,
                    changed.node().value(),
                    Map.of("event.node.id", changed.node().value()));
        }
        if (event instanceof ExerciseEvent.KmsChanged changed) {
            return ofAgent(entry, changed);
        }
        if (event instanceof ExerciseEvent.ServiceChanged changed) {
            return List.of(ofService(entry, changed));
        }
        if (event instanceof ExerciseEvent.GatewayChanged changed) {
            EventKind kind = changed.state() == GatewayState.OPEN
                    ? EventKind.GATEWAY_OPEN
                    : EventKind.GATEWAY_LIMITED;
            return one(
                    entry,
                    kind,
                    changed.gateway().value(),
                    Map.of(
                            "event.gateway.id", changed.gateway().value(),
                            "event.gateway.state", lower(changed.state()),
                            "event.quota_bps", changed.quotaBitPerSecond()));
        }
        if (event instanceof ExerciseEvent.ControllerChanged changed) {
            EventKind kind = changed.state() == ControllerState.LEADER
                    ? EventKind.CONTROL_HEALED
                    : EventKind.CONTROL_PARTITIONED;
            return one(entry, kind, "", Map.of());
        }
        return ofOthers(entry);
    }

    private List<Happening> ofOthers(LogEntry entry) {
        ExerciseEvent event = entry.event();
        if (event instanceof ExerciseEvent.RepairOpened opened) {
            return one(
                    entry,
                    EventKind.REPAIR_OPENED,
                    opened.job(),
                    Map.of("event.job", opened.job(), "event.asset", opened.asset()));
        }
        if (event instanceof ExerciseEvent.RepairClosed closed) {
            return one(
                    entry,
                    EventKind.REPAIR_CLOSED,
                    closed.job(),
                    Map.of("event.job", closed.job()));
        }
        if (event instanceof Countermeasure.MessageReceived received) {
            return one(
                    entry,
                    EventKind.MESSAGE_RECEIVED,
                    "",
                    Map.of(
                            "event.from", received.from(),
                            "event.topic", received.topic(),
                            "event.about", received.about(),
                            "event.text", received.text()));
        }
        if (event instanceof Countermeasure.NoticeReceived received) {
            return one(
                    entry,
                    EventKind.NOTICE_RECEIVED,
                    "",
                    Map.of(
                            "event.notice", received.notice(),
                            "event.from", received.from().value(),
                            "event.text", received.text()));
        }
        if (event instanceof MutualAid told) {
            return ofAid(entry, told);
        }
        declare(event);
        return List.of();
    }

    private static List<Happening> ofAid(LogEntry entry, MutualAid told) {
        if (told instanceof MutualAid.AidAsked asked) {
            return one(
                    entry,
                    EventKind.AID_REQUESTED,
                    asked.aid(),
                    Map.of(
                            "event.aid", asked.aid(),
                            "event.from", asked.requester().value(),
                            "event.resource", asked.resource().label(),
                            "event.amount", asked.amount(),
                            "event.committable", asked.committable()));
        }
        if (told instanceof MutualAid.AidMoved moved && moved.requester().equals(entry.origin())) {
            EventKind kind = switch (moved.state()) {
                case DEGRADED -> EventKind.AID_DEGRADED;
                case RELEASE_REQUESTED -> EventKind.AID_ENDING;
                default -> null;
            };
            if (kind != null) {
                return one(
                        entry,
                        kind,
                        moved.aid(),
                        Map.of(
                                "event.aid", moved.aid(),
                                "event.from", moved.donor().value(),
                                "event.resource", moved.resource().label(),
                                "event.reason", moved.reason()));
            }
        }
        return List.of();
    }

    private void declare(ExerciseEvent event) {
        if (event instanceof ExerciseEvent.NodeDeclared declared) {
            ownNodes.add(declared.node());
        } else if (event instanceof ExerciseEvent.LinkDeclared declared) {
            links.add(declared);
            generating.add(declared.link());
        } else if (event instanceof ExerciseEvent.ServiceDeclared declared) {
            classes.put(declared.service(), (long) declared.priorityClass());
        }
    }

    /** The class that is shed first: the lowest of the own services; 0 when there is none. */
    int lowestClass() {
        return (int) classes.values().stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private boolean crossesBorder(LinkId link) {
        if (crossBorder.isEmpty()) {
            for (ExerciseEvent.LinkDeclared declared : links) {
                crossBorder.put(
                        declared.link(),
                        !ownNodes.contains(declared.a()) || !ownNodes.contains(declared.b()));
            }
        }
        return crossBorder.getOrDefault(link, false);
    }

    private List<Happening> ofLink(LogEntry entry, ExerciseEvent.LinkChanged changed) {
        Map<String, Object> values = Map.of(
                "event.link.id", changed.link().value(),
                "event.link.cross_border", crossesBorder(changed.link()),
                "event.link.state", lower(changed.state()));
        List<Happening> found = new ArrayList<>(2);
        LinkState before = linkStates.put(changed.link(), changed.state());
        if (changed.state() == LinkState.QBER_HIGH && before != LinkState.QBER_HIGH) {
            found.addAll(one(entry, EventKind.LINK_QBER_ALARM, changed.link().value(), values));
        }
        if (changed.generates() && generating.add(changed.link())) {
            found.addAll(one(entry, EventKind.LINK_UP, changed.link().value(), values));
        } else if (!changed.generates() && generating.remove(changed.link())) {
            found.addAll(one(entry, EventKind.LINK_DOWN, changed.link().value(), values));
        }
        return found;
    }

    private Happening ofStore(LogEntry entry, ExerciseEvent.StoreChanged changed) {
        EventKind kind = changed.state() == StoreState.NORMAL
                ? EventKind.STORE_NORMAL
                : changed.state() == StoreState.LOW
                        ? EventKind.STORE_LOW
                        : EventKind.STORE_EXHAUSTED;
        return new Happening(
                kind,
                changed.link().value(),
                Map.of(
                        "event.link.id", changed.link().value(),
                        "event.link.cross_border", crossesBorder(changed.link()),
                        "event.level_bit", changed.level().bits()),
                entry.timeMicros(),
                entry.cause());
    }

    private List<Happening> ofAgent(LogEntry entry, ExerciseEvent.KmsChanged changed) {
        KmsState before = agents.getOrDefault(changed.node(), KmsState.UP);
        agents.put(changed.node(), changed.state());
        boolean wasUp = before == KmsState.UP;
        boolean isUp = changed.state() == KmsState.UP;
        if (wasUp == isUp) {
            return List.of();
        }
        return one(
                entry,
                isUp ? EventKind.KMS_UP : EventKind.KMS_DOWN,
                changed.node().value(),
                Map.of("event.node.id", changed.node().value()));
    }

    private Happening ofService(LogEntry entry, ExerciseEvent.ServiceChanged changed) {
        EventKind kind = switch (changed.state()) {
            case OK -> EventKind.SERVICE_OK;
            case DEGRADED -> EventKind.SERVICE_DEGRADED;
            case SUSPENDED -> EventKind.SERVICE_SUSPENDED;
            case STARVED -> EventKind.SERVICE_STARVED;
        };
        return new Happening(
                kind,
                changed.service().value(),
                Map.of(
                        "event.service.id", changed.service().value(),
                        "event.service.class", classes.getOrDefault(changed.service(), 0L),
                        "event.rate_bps", changed.rateBitPerSecond()),
                entry.timeMicros(),
                entry.cause());
    }

    private static List<Happening> one(
            LogEntry entry, EventKind kind, String subject, Map<String, Object> values) {
        return List.of(new Happening(kind, subject, values, entry.timeMicros(), entry.cause()));
    }

    static String lower(Enum<?> value) {
        return value.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
