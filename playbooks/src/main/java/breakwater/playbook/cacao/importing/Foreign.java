package breakwater.playbook.cacao.importing;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Sequence;
import breakwater.playbook.cacao.CacaoPlaybook;
import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.ObjectBuilder;
import breakwater.playbook.yaml.PlaybookShapes;
import breakwater.problem.Location;
import breakwater.problem.Problems;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** A playbook that another tool made, as a document of ours. */
final class Foreign {

    /** Properties of a playbook that became something of ours, or say nothing about it. */
    private static final Set<String> PLAYBOOK_KEYS = Set.of(
            "type",
            "spec_version",
            "name",
            "playbook_types",
            "playbook_variables",
            "workflow_start",
            "workflow_exception",
            "workflow",
            "created_by");

    private static final Set<String> STEP_KEYS = Set.of(
            "type",
            "name",
            "delay",
            "timeout",
            "on_completion",
            "on_success",
            "on_failure",
            "commands",
            "agent",
            "out_args",
            "in_args",
            "playbook_id",
            "playbook_version",
            "condition",
            "on_true",
            "on_false",
            "switch",
            "cases",
            "next_steps",
            "step_variables");

    private final CacaoPlaybook playbook;
    private final JsonObject root;
    private final ImportReport.Notes notes = new ImportReport.Notes();

    Foreign(CacaoPlaybook playbook) {
        this.playbook = playbook;
        root = playbook.root();
    }

    /** The whole file as our reader takes it. */
    DocumentNode document(Problems problems) {
        Location at = root.location();
        ForeignNames names = new ForeignNames(playbook, notes);
        ForeignRoles roles = new ForeignRoles(root);
        Map<String, DocumentNode> steps = new ForeignSteps(
                        playbook, new ForeignVerbs(names, roles, notes), names, notes, problems)
                .read();
        Map<String, DocumentNode> keys = new LinkedHashMap<>();
        keys.put("playbook", Nodes.text(at, Wording.slugOf(playbook.name())));
        keys.put("version", Nodes.text(at, "1.0.0"));
        notes.changed(
                root.keyLocation("modified"),
                "the version of %s has become 1.0.0".formatted(playbook.modified()));
        keys.put("title", Nodes.text(root.keyLocation("name"), playbook.name()));
        keys.put("types", types());
        keys.put("tlp", Nodes.text(at, tlp()));
        keys.put("owner", Nodes.text(at, root.findText("created_by").orElse("unknown")));
        keys.putAll(names.sections(at));
        roles.section(at).ifPresent(section -> keys.put("roles", section));
        keys.putAll(steps);
        return Nodes.mapping(at, keys);
    }

    ImportReport report() {
        return new ImportReport(notes.all(), kept());
    }

    private DocumentNode types() {
        List<DocumentNode> types = new ArrayList<>();
        for (JsonValue item : root.listItems("playbook_types")) {
            String type = ForeignSteps.textOf(item);
            if (PlaybookShapes.TYPES.contains(type)) {
                types.add(Nodes.text(item.location(), type));
            } else {
                notes.lost(
                        item.location(), "'%s' is no type of ours".formatted(JsonValue.cut(type)));
            }
        }
        return new Sequence(root.keyLocation("playbook_types"), types);
    }

    /** The marking of TLP; without one nobody said that the playbook may be shared. */
    private String tlp() {
        for (JsonValue marking : root.listItems("markings")) {
            String level = root.findObject("data_marking_definitions")
                    .flatMap(all -> all.findObject(ForeignSteps.textOf(marking)))
                    .flatMap(found -> found.findText("tlpv2_level"))
                    .orElse("");
            if (level.startsWith("TLP:")) {
                return level.substring("TLP:".length()).toLowerCase(java.util.Locale.ROOT);
            }
        }
        notes.changed(root.location(), "there is no TLP marking, so it is marked red");
        return "red";
    }

    /** Everything that has no place in our language, as it stood. */
    private JsonObject kept() {
        ObjectBuilder steps = new ObjectBuilder();
        playbook.steps().forEach((id, step) -> {
            JsonObject rest = without(step.body(), STEP_KEYS);
            if (!rest.members().isEmpty()) {
                notes.kept(step.at(), "beside the playbook: " + keys(rest));
                steps.put(id, rest);
            }
        });
        JsonObject rest = without(root, PLAYBOOK_KEYS);
        notes.kept(root.location(), "beside the playbook: " + keys(rest));
        JsonObject ofSteps = steps.build();
        return ofSteps.members().isEmpty() ? rest : rest.with("workflow", ofSteps);
    }

    private static String keys(JsonObject object) {
        return JsonValue.cut(String.join(", ", object.members().keySet()));
    }

    private static JsonObject without(JsonObject object, Set<String> keys) {
        JsonObject rest = object;
        for (String key : keys) {
            rest = rest.without(key);
        }
        return rest;
    }
}
