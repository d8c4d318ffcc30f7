package breakwater.playbook.yaml;

import breakwater.document.Shape;
import breakwater.playbook.Outcome;
import breakwater.playbook.Playbook.Role;
import breakwater.playbook.Step.OnFailure;
import breakwater.playbook.Tlp;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The keys of a playbook file and the words they take. */
public final class PlaybookShapes {

    public static final Shape PLAYBOOK = Shape.of("playbook")
            .requiring("playbook", "version", "title", "types", "tlp", "owner", "steps")
            .allowing(
                    "triggers",
                    "inputs",
                    "vars",
                    "const",
                    "roles",
                    "defaults",
                    "finally",
                    "on_abort");
    public static final Shape TRIGGER = Shape.of("trigger").requiring("event").allowing("when");
    public static final Shape INPUT = Shape.of("input").requiring("type").allowing("from");
    public static final Shape ROLE = Shape.of("role").requiring("kind", "title");
    public static final Shape DEFAULTS = Shape.of("defaults section").allowing("timeout", "retry");
    public static final Shape RETRY =
            Shape.of("retry section").requiring("max", "every").allowing("backoff", "on");
    public static final Shape ESCALATION = Shape.of("escalation").requiring("after", "to");
    public static final Shape APPROVAL =
            Shape.of("approval").requiring("role", "deadline", "default");
    public static final Shape DUE = Shape.of("due section").requiring("within", "from");
    public static final Shape AID_NEED = Shape.of("aid section")
            .requiring("need", "until")
            .allowing("for", "rate_bps", "amount");
    public static final Shape ACCEPT =
            Shape.of("accept section").requiring("role", "deadline", "default");
    public static final Shape WAIT_FOR =
            Shape.of("wait section").requiring("until").allowing("when", "since");

    private static final List<String> ANY_STEP =
            List.of("id", "title", "when", "delay", "on_failure");

    /** By verb, the step that has it. */
    public static final Map<String, Shape> STEPS = steps();

    public static final Map<String, Tlp> TLP_LEVELS = words(Tlp.values(), Tlp::label);
    public static final Map<String, Outcome> OUTCOMES = words(Outcome.values(), Outcome::label);
    public static final Map<String, Role.Kind> ROLE_KINDS =
            words(Role.Kind.values(), kind -> kind.name().toLowerCase(java.util.Locale.ROOT));
    public static final Map<String, OnFailure> ON_FAILURE = Map.of(
            "stop", OnFailure.Simple.STOP,
            "continue", OnFailure.Simple.CONTINUE,
            "undo", OnFailure.Simple.UNDO);

    /** CACAO 2.0, playbook-type-ov. */
    public static final List<String> TYPES = List.of(
            "attack",
            "detection",
            "engagement",
            "investigation",
            "mitigation",
            "notification",
            "prevention",
            "remediation");

    /** Kinds of failure a retry can be limited to. */
    public static final List<String> FAILURES =
            List.of("action-failed", "timeout", "refused", "unreachable");

    private PlaybookShapes() {}

    private static Map<String, Shape> steps() {
        Map<String, Shape> steps = new LinkedHashMap<>();
        put(
                steps,
                "do",
                List.of(),
                List.of("with", "timeout", "retry", "save", "undo", "escalate", "approve", "once"));
        put(
                steps,
                "task",
                List.of("role"),
                List.of("fields", "timeout", "retry", "save", "undo", "escalate"));
        put(
                steps,
                "decide",
                List.of("role", "options", "deadline"),
                List.of("default", "save", "escalate"));
        put(steps, "if", List.of("then"), List.of("else"));
        put(steps, "switch", List.of("cases"), List.of("default"));
        put(steps, "parallel", List.of(), List.of("join"));
        put(steps, "while", List.of("steps"), List.of("every", "max"));
        put(steps, "wait", List.of(), List.of("timeout"));
        put(steps, "set", List.of(), List.of());
        put(
                steps,
                "notify",
                List.of("to"),
                List.of("role", "due", "text", "with", "timeout", "escalate"));
        put(
                steps,
                "aid",
                List.of("offers_within", "accept", "deployed_within"),
                List.of("ask", "save"));
        put(steps, "return", List.of(), List.of("within"));
        put(steps, "call", List.of("version"), List.of("with", "save", "timeout"));
        put(steps, "escalate", List.of(), List.of());
        put(steps, "end", List.of(), List.of());
        return java.util.Collections.unmodifiableMap(steps);
    }

    private static void put(
            Map<String, Shape> steps, String verb, List<String> required, List<String> optional) {
        String[] needs = Stream.concat(Stream.of(verb), required.stream()).toArray(String[]::new);
        String[] may = Stream.concat(optional.stream(), ANY_STEP.stream()).toArray(String[]::new);
        steps.put(verb, Shape.of("'" + verb + "' step").requiring(needs).allowing(may));
    }

    private static <T> Map<String, T> words(
            T[] values, java.util.function.Function<T, String> label) {
        Map<String, T> words = new LinkedHashMap<>();
        for (T value : values) {
            words.put(label.apply(value), value);
        }
        return java.util.Collections.unmodifiableMap(words);
    }
}
