package breakwater.playbook.cacao.export;

import static breakwater.playbook.cacao.json.ObjectBuilder.list;
import static breakwater.playbook.cacao.json.ObjectBuilder.pair;
import static breakwater.playbook.cacao.json.ObjectBuilder.texts;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step.OnFailure;
import breakwater.playbook.cacao.StepType;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.ObjectBuilder;
import breakwater.playbook.cacao.json.PrettyJson;
import breakwater.playbook.check.StepWalk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A playbook as a playbook of CACAO 2.0. Pure; the same playbook always gives the same bytes. */
public final class CacaoExport {

    /** The version of what our extension says. */
    public static final String EXTENSION_VERSION = "1.0.0";

    /** When every playbook was first made, since none says so itself. */
    private static final Instant CREATED = Instant.parse("2026-01-01T00:00:00Z");

    /** Minor versions and patches from here on count as the one before. */
    private static final int PART_MAX = 999;

    /** Later ones would have a year of five digits. */
    private static final int MAJOR_MAX = 99_999;

    private static final String MARKING_CREATED = "2022-10-01T00:00:00.000Z";

    private final Playbook playbook;
    private final Names names;
    private final Drafts drafts;
    private final Sequences sequences;
    private String first = "";
    private String exception = "";

    private CacaoExport(Playbook playbook) {
        this.playbook = playbook;
        names = new Names(playbook);
        drafts = new Drafts(playbook, names, new Workflow(playbook.id()));
        sequences = new Sequences(playbook, drafts);
    }

    /**
     * The export as a text, as it stands in a file.
     *
     * @param playbook without errors: each step can be reached, each name is declared
     */
    public static String textOf(Playbook playbook) {
        return PrettyJson.of(of(playbook));
    }

    /**
     * The export as values.
     *
     * @param playbook without errors: each step can be reached, each name is declared
     */
    public static JsonObject of(Playbook playbook) {
        return new CacaoExport(playbook).export();
    }

    /**
     * When a version was made, as CACAO tells versions apart. A playbook of ours has no time, so one is made of its
     * version: a later version is later.
     */
    static String modified(String version) {
        long[] parts = new long[3];
        String[] written = version.split("\\.", 3);
        for (int i = 0; i < Math.min(3, written.length); i++) {
            long part = written[i].matches("[0-9]{1,9}") ? Long.parseLong(written[i]) : 0;
            parts[i] = Math.min(part, i == 0 ? MAJOR_MAX : PART_MAX);
        }
        return time(CREATED.plusMillis((parts[0] * 1_000 + parts[1]) * 1_000 + parts[2]));
    }

    private static String time(Instant at) {
        return java.time.format.DateTimeFormatter.ofPattern(
                        "uuuu-MM-dd'T'HH:mm:ss.SSS'Z'", Locale.ROOT)
                .withZone(java.time.ZoneOffset.UTC)
                .format(at);
    }

    private JsonObject export() {
        JsonObject workflow = workflow();
        ObjectBuilder export = new ObjectBuilder()
                .put("type", "playbook")
                .put("spec_version", "cacao-2.0")
                .put("id", Ids.playbook(playbook.id()))
                .put("name", playbook.title())
                .put("playbook_types", texts(playbook.types()))
                .put("created_by", Ids.identity(playbook.owner()))
                .put("created", time(CREATED))
                .put("modified", modified(playbook.version()))
                .put("labels", texts(List.of(playbook.id(), "v" + playbook.version())))
                .put("markings", texts(List.of(Ids.marking(playbook.tlp()))))
                .putFilled("playbook_variables", names.declarations())
                .put("workflow_start", first)
                .put("workflow_exception", exception)
                .put("workflow", workflow)
                .put(
                        "playbook_extensions",
                        Drafts.extended(new ObjectBuilder()
                                .put("head", Payload.head(playbook))
                                .putFilled("finally", list(sequences.lastly()))
                                .put("source_sha256", playbook.hash())
                                .build()))
                .put("agent_definitions", agents())
                .put("extension_definitions", pair(Ids.EXTENSION, extension()))
                .put("data_marking_definitions", pair(Ids.marking(playbook.tlp()), marking()));
        return export.build();
    }

    private JsonObject workflow() {
        exception = exception();
        Exit over = sequences.over("exit", Scope.TOP, Workflow.body(StepType.END));
        String begin = sequences.sequence(playbook.steps(), over, Scope.TOP);
        if (!drafts.workflow().hasAction()) {
            // CACAO asks for at least one.
            begin = drafts.workflow()
                    .add(
                            StepType.ACTION,
                            "#begin",
                            drafts.nothing("Begin")
                                    .put("on_success", begin)
                                    .put(
                                            "step_extensions",
                                            Drafts.extended(Drafts.part("begin", ""))));
        }
        first = drafts.workflow()
                .add(
                        StepType.START,
                        "#start",
                        Workflow.body(StepType.START).put("on_completion", begin));
        if (sequences.isFlagged()) {
            names.addEnded();
        }
        return drafts.workflow().build(List.of(first, exception));
    }

    /** What happens when nobody handled a failure: what is to be taken back, {@code on_abort}, {@code finally}. */
    private String exception() {
        Exit over = sequences.over(
                "abort", Scope.TOP, Workflow.body(StepType.END).put("name", "failed"));
        String aborts = sequences.sequence(playbook.onAbort(), over, Scope.TOP);
        List<Boolean> undoes = new ArrayList<>();
        StepWalk.all(
                playbook,
                step -> undoes.add(step.modifiers().onFailure() == OnFailure.Simple.UNDO));
        if (!undoes.contains(true)) {
            return aborts;
        }
        return drafts.workflow()
                .add(
                        StepType.ACTION,
                        "#undo",
                        Workflow.body(StepType.ACTION)
                                .put(
                                        "name",
                                        "Take back what was done, if the step that failed says so")
                                .put("commands", Drafts.http("undo", new ObjectBuilder().build()))
                                .put("agent", drafts.node())
                                .put("on_completion", aborts)
                                .put("step_extensions", Drafts.extended(Drafts.part("undo", ""))));
    }

    private JsonObject agents() {
        ObjectBuilder agents = new ObjectBuilder()
                .put(
                        drafts.node(),
                        new ObjectBuilder()
                                .put("type", "http-api")
                                .put("name", "Breakwater node")
                                .put(
                                        "address",
                                        pair("url", texts(List.of("https://node.example.org/"))))
                                .build());
        for (Playbook.Role role : playbook.roles()) {
            String type = role.kind().name().toLowerCase(Locale.ROOT);
            ObjectBuilder agent = new ObjectBuilder()
                    .put("type", type)
                    .put("name", role.title())
                    .put("description", role.id());
            agents.put(
                    drafts.agentOf(role),
                    (role.kind() == Playbook.Role.Kind.SECTOR
                                    ? agent.put("sector", role.title())
                                    : agent)
                            .build());
        }
        return agents.build();
    }

    private static JsonObject extension() {
        return new ObjectBuilder()
                .put("type", "extension-definition")
                .put("name", "Breakwater playbook")
                .put(
                        "description",
                        "The steps as their author wrote them, where CACAO has no words for it.")
                .put("created_by", Ids.MAKER)
                .put("schema", "https://breakwater.invalid/schemas/playbook-1.schema.json")
                .put("version", EXTENSION_VERSION)
                .build();
    }

    private JsonObject marking() {
        return new ObjectBuilder()
                .put("type", "marking-tlp")
                .put("id", Ids.marking(playbook.tlp()))
                .put("created_by", Ids.OASIS)
                .put("created", MARKING_CREATED)
                .put("tlpv2_level", "TLP:" + playbook.tlp().label().toUpperCase(Locale.ROOT))
                .build();
    }
}
