package breakwater.playbook.cacao.check;

import static breakwater.playbook.cacao.check.Kinds.extensions;
import static breakwater.playbook.cacao.check.Kinds.filled;
import static breakwater.playbook.cacao.check.Kinds.flag;
import static breakwater.playbook.cacao.check.Kinds.id;
import static breakwater.playbook.cacao.check.Kinds.list;
import static breakwater.playbook.cacao.check.Kinds.text;
import static breakwater.playbook.cacao.check.Kinds.whole;
import static breakwater.playbook.cacao.check.Kinds.word;
import static breakwater.playbook.cacao.check.Times.milliseconds;
import static breakwater.playbook.cacao.check.Times.time;

import breakwater.playbook.cacao.StepType;
import breakwater.playbook.cacao.json.JsonValue.JsonNull;

import java.util.LinkedHashMap;
import java.util.Map;

/** The playbook as a whole (CACAO 2.0, section 3) and its data markings (section 9). */
final class PlaybookShape {

    private static final Kind PERCENT = whole(0, 100);

    private static final Shape SUMMARY = Shape.of("a processing summary")
            .may("manual_playbook", flag())
            .may("external_playbooks", flag())
            .may("parallel_processing", flag())
            .may("if_logic", flag())
            .may("while_logic", flag())
            .may("switch_logic", flag())
            .may("temporal_logic", flag())
            .may("data_markings", flag())
            .may("digital_signatures", flag())
            .may("countersigned_signatures", flag())
            .may("extensions", flag());

    private static final Shape MARKING = Shape.of("a data marking")
            .must("type", text())
            .must("id", id())
            .may("name", text())
            .may("description", text())
            .must("created_by", id())
            .must("created", milliseconds())
            .may("revoked", flag())
            .may("valid_from", time())
            .may("valid_until", time())
            .may("labels", list(1, text()))
            .may("external_references", list(1, CommonShapes.EXTERNAL_REFERENCE))
            .may("marking_extensions", extensions());

    private static final TypedEntries MARKINGS =
            new TypedEntries("data marking", markings(), MARKING, false);

    private static final TypedEntries EXTENSIONS = new TypedEntries(
            "extension definition",
            Map.of("extension-definition", CommonShapes.EXTENSION_DEFINITION),
            CommonShapes.EXTENSION_DEFINITION,
            false);

    static final Shape PLAYBOOK = Shape.of("a playbook")
            .must("type", word("playbook"))
            .must("spec_version", word(Dialect.SPEC_VERSION))
            .must("id", id("playbook"))
            .must("name", text())
            .may("description", text())
            .may("playbook_types", list(0, text()))
            .may("playbook_activities", list(1, text()))
            .may("playbook_processing_summary", SUMMARY)
            .must("created_by", id())
            .must("created", milliseconds())
            .must("modified", milliseconds())
            .may("revoked", flag())
            .may("valid_from", time())
            .may("valid_until", time())
            .may("derived_from", list(1, id()))
            .may("related_to", list(1, id()))
            .may("priority", PERCENT)
            .may("severity", PERCENT)
            .may("impact", PERCENT)
            .may("industry_sectors", list(1, text()))
            .may("labels", list(1, text()))
            .may("external_references", list(1, CommonShapes.EXTERNAL_REFERENCE))
            .may("markings", list(1, id()))
            .may("playbook_variables", Variables.declarations())
            .must("workflow_start", id(StepType.START.word()))
            .may("workflow_exception", id())
            .must("workflow", StepShapes.STEPS)
            .may("playbook_extensions", extensions())
            .may("authentication_info_definitions", filled(AgentShapes.AUTHENTICATIONS))
            .may("agent_definitions", filled(AgentShapes.AGENTS))
            .may("target_definitions", filled(AgentShapes.AGENTS))
            .may("extension_definitions", EXTENSIONS)
            .may("data_marking_definitions", MARKINGS)
            .may("signatures", list(1, CommonShapes::checkSignature));

    private PlaybookShape() {}

    private static Map<String, Shape> markings() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put(
                "marking-tlp",
                MARKING.as("a TLP marking")
                        .must(
                                "tlpv2_level",
                                word(
                                        "TLP:RED",
                                        "TLP:AMBER",
                                        "TLP:AMBER+STRICT",
                                        "TLP:GREEN",
                                        "TLP:CLEAR")));
        shapes.put("marking-statement", MARKING.as("a statement").must("statement", text()));
        Shape policy = MARKING.as("an IEP marking")
                .must("name", text())
                .must("description", text())
                .must("tlp", text())
                .must("iep_version", whole(0, Kinds.WHOLE_MAX))
                .must("start_date", time())
                .must("end_date", (key, value, problems) -> {
                    if (!(value instanceof JsonNull)) {
                        time().check(key, value, problems);
                    }
                })
                // Texts by its own section, references as in every marking: the official schema
                // asks for both.
                .must("external_references", list(0, Kinds.anything()));
        for (String name :
                "encrypt_in_transit permitted_actions affected_party_notifications attribution unmodified_resale"
                        .split(" ", -1)) {
            policy = policy.must(name, text());
        }
        shapes.put("marking-iep", policy);
        return shapes;
    }
}
