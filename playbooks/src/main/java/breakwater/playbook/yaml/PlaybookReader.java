package breakwater.playbook.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.DocumentNode.Sequence;
import breakwater.document.Fields;
import breakwater.document.SourceFile;
import breakwater.document.YamlReader;
import breakwater.playbook.Playbook;
import breakwater.playbook.Playbook.Defaults;
import breakwater.playbook.Playbook.Input;
import breakwater.playbook.Playbook.Role;
import breakwater.playbook.Playbook.Trigger;
import breakwater.playbook.Playbook.Variable;
import breakwater.playbook.Step;
import breakwater.playbook.Tlp;
import breakwater.problem.Location;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Reads a playbook file. Pure; time linear in its size, which is bounded. */
public final class PlaybookReader {

    /** How the name of a playbook file ends. */
    public static final String SUFFIX = ".playbook.yaml";

    /** 1 MiB: a hundred times the longest playbook we know. */
    public static final int SIZE_MAX_BYTES = 1 << 20;

    private static final Pattern SLUG = Pattern.compile("[a-z0-9][a-z0-9-]{0,79}");
    private static final Pattern VERSION =
            Pattern.compile("(0|[1-9][0-9]{0,8})(\\.(0|[1-9][0-9]{0,8})){2}");

    private final Problems problems;
    private final Values values;
    private final StepReader steps;

    private PlaybookReader(Problems problems) {
        this.problems = problems;
        values = new Values(problems);
        steps = new StepReader(problems, values);
    }

    /**
     * The playbook in {@code file}, as far as it can be understood, so that it can be checked further; {@code problems}
     * says what is wrong. Empty when nothing can be made of it.
     */
    public static Optional<Playbook> read(SourceFile file, Problems problems) {
        if (file.bytes().length > SIZE_MAX_BYTES) {
            problems.add(Problem.error(
                    "file-too-large",
                    Location.startOf(file.shownAs()),
                    "Expected a playbook of at most %s MiB, but found %s bytes."
                            .formatted(SIZE_MAX_BYTES >> 20, file.bytes().length),
                    "Maybe split it and use 'call'."));
            return Optional.empty();
        }
        Optional<DocumentNode> document = YamlReader.read(file.shownAs(), file.bytes(), problems);
        document.ifPresent(new OldReaders(problems)::warn);
        return document.flatMap(root -> Fields.read(PlaybookShapes.PLAYBOOK, root, problems))
                .map(fields -> new PlaybookReader(problems).playbook(fields, hashOf(file.bytes())));
    }

    /**
     * The playbook in a document that was made of another format, with the same checks.
     *
     * @param hash SHA-256 of the file in the other format, hexadecimal
     */
    public static Optional<Playbook> read(DocumentNode document, String hash, Problems problems) {
        return Fields.read(PlaybookShapes.PLAYBOOK, document, problems)
                .map(fields -> new PlaybookReader(problems).playbook(fields, hash));
    }

    private static String hashOf(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java has SHA-256.", missing);
        }
    }

    private Playbook playbook(Fields fields, String hash) {
        String id = matching(fields, "playbook", SLUG, "a name of small letters, digits and -");
        String version = version(fields);
        String title = fields.text("title");
        List<String> types = types(fields);
        Tlp tlp = fields.choice("tlp", PlaybookShapes.TLP_LEVELS, Tlp.RED);
        String owner = fields.text("owner");
        return new Playbook(
                id,
                version,
                title,
                types,
                tlp,
                owner,
                triggers(fields),
                inputs(fields),
                variables(fields, "vars"),
                variables(fields, "const"),
                roles(fields),
                defaults(fields),
                topSteps(fields),
                steps.steps(fields, "finally", "finally"),
                steps.steps(fields, "on_abort", "on_abort"),
                hash,
                fields.location());
    }

    private List<Step> topSteps(Fields fields) {
        List<Step> read = steps.steps(fields, "steps", "");
        boolean none = fields.find("steps")
                .filter(node -> node instanceof Sequence list && list.items().isEmpty())
                .isPresent();
        if (none) {
            fields.report("steps", "no-steps", "Expected at least one step, but found none.", "");
        }
        return read;
    }

    private String version(Fields fields) {
        boolean number = fields.find("version")
                .filter(node -> node instanceof Scalar scalar
                        && VERSION.matcher(scalar.text()).matches())
                .isPresent();
        return number
                ? ((Scalar) fields.find("version").orElseThrow()).text()
                : matching(fields, "version", VERSION, "a semantic version such as 1.0.0");
    }

    private String matching(Fields fields, String key, Pattern form, String expected) {
        String text = fields.text(key);
        if (!text.isEmpty() && !form.matcher(text).matches()) {
            fields.report(
                    key,
                    "bad-name",
                    "Expected %s for '%s', but found %s."
                            .formatted(expected, key, fields.found(key)),
                    "");
        }
        return text;
    }

    private List<String> types(Fields fields) {
        List<String> types = new ArrayList<>();
        for (Scalar type : fields.texts("types")) {
            if (PlaybookShapes.TYPES.contains(type.text())) {
                types.add(type.text());
            } else {
                problems.add(Problem.error(
                        "unknown-word",
                        type.location(),
                        "Expected a type of playbook (%s), but found '%s'."
                                .formatted(String.join(", ", PlaybookShapes.TYPES), type.text()),
                        Nearest.adviceAmong(PlaybookShapes.TYPES, type.text())));
            }
        }
        return types;
    }

    private List<Trigger> triggers(Fields fields) {
        List<Trigger> triggers = new ArrayList<>();
        for (DocumentNode item : fields.items("triggers")) {
            Fields.read(PlaybookShapes.TRIGGER, item, problems)
                    .ifPresent(inner -> triggers.add(new Trigger(
                            inner.text("event"),
                            values.expression(inner, "when"),
                            inner.at("event"))));
        }
        return triggers;
    }

    private List<Input> inputs(Fields fields) {
        List<Input> inputs = new ArrayList<>();
        for (Entry entry : values.entries(fields, "inputs")) {
            if (values.isName("an input", entry.key())) {
                Fields.read(PlaybookShapes.INPUT, entry.value(), problems)
                        .flatMap(inner -> inner.find("type")
                                .flatMap(node -> TypeWords.read("type", node, problems))
                                .map(type -> new Input(
                                        entry.key().text(),
                                        type,
                                        values.expression(inner, "from"),
                                        entry.key().location())))
                        .ifPresent(inputs::add);
            }
        }
        return inputs;
    }

    private List<Variable> variables(Fields fields, String key) {
        List<Variable> variables = new ArrayList<>();
        for (Entry entry : values.entries(fields, key)) {
            if (values.isName("a variable", entry.key())) {
                values.literal(entry.key().text(), entry.value())
                        .ifPresent(value -> variables.add(new Variable(
                                entry.key().text(), Variable.typeOf(value.value()), value)));
            }
        }
        return variables;
    }

    private List<Role> roles(Fields fields) {
        List<Role> roles = new ArrayList<>();
        for (Entry entry : values.entries(fields, "roles")) {
            if (values.isSlug("a role", entry.key())) {
                Fields.read(PlaybookShapes.ROLE, entry.value(), problems)
                        .ifPresent(inner -> roles.add(new Role(
                                entry.key().text(),
                                inner.choice("kind", PlaybookShapes.ROLE_KINDS, Role.Kind.GROUP),
                                inner.text("title"),
                                entry.key().location())));
            }
        }
        return roles;
    }

    private Defaults defaults(Fields fields) {
        return fields.mapping("defaults", PlaybookShapes.DEFAULTS)
                .map(inner -> {
                    OptionalLong timeout = values.optionalDuration(inner, "timeout");
                    return new Defaults(timeout, steps.retry(inner));
                })
                .orElse(Defaults.NONE);
    }
}
