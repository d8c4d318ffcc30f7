package breakwater.playbook.cacao.check;

import breakwater.playbook.cacao.json.JsonValue;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.playbook.cacao.json.JsonValue.JsonText;
import breakwater.playbook.cacao.json.JsonValue.Member;
import breakwater.problem.Nearest;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.util.List;
import java.util.Map;

/**
 * Objects under their identifiers, each of the type that its identifier begins with: steps, agents, markings.
 *
 * @param what how a person calls one of them, without article
 * @param shapes by type, in the order of the specification
 * @param others what an object of any other type must have at least
 * @param open whether other types are allowed
 */
record TypedEntries(String what, Map<String, Shape> shapes, Shape others, boolean open)
        implements Kind {

    @Override
    public void check(String key, JsonValue value, Problems problems) {
        if (value instanceof JsonObject object) {
            object.members().forEach((id, member) -> check(id, member, problems));
        } else {
            Kinds.expect(false, "an object", key, value, problems);
        }
    }

    private void check(String id, Member member, Problems problems) {
        boolean wellFormed = Kinds.isIdentifier(id);
        if (!wellFormed) {
            problems.add(Problem.error(
                    "bad-id",
                    member.at(),
                    "Expected the identifier of a %s, but found '%s'."
                            .formatted(what, JsonValue.cut(id)),
                    "Maybe the part after -- is no UUID as RFC 4122 writes it."));
        }
        if (!(member.value() instanceof JsonObject object)) {
            Kinds.expect(false, "an object", id, member.value(), problems);
            return;
        }
        String type = checkBody(object, problems);
        if (wellFormed && !type.isEmpty() && !Kinds.prefixOf(id).equals(type)) {
            problems.add(Problem.error(
                    "wrong-prefix",
                    member.at(),
                    "Expected the identifier of this %s to begin with its type, %s--, but found %s--."
                            .formatted(
                                    what, JsonValue.cut(type), JsonValue.cut(Kinds.prefixOf(id))),
                    "Maybe change the identifier here and wherever it is referred to, or 'type'."));
        }
    }

    /** Returns the type, or nothing when it is missing or unknown, which is reported. */
    private String checkBody(JsonObject object, Problems problems) {
        String type = object.findText("type").orElse("");
        Shape shape = shapes.get(type);
        if (shape != null) {
            shape.check(object, problems);
            return type;
        }
        others.checkKnown(object, problems);
        if (!(object.find("type").orElse(object) instanceof JsonText text)) {
            return "";
        }
        if (!open) {
            Kinds.unknownWord("type", text, List.copyOf(shapes.keySet()), problems);
            return "";
        }
        problems.add(
                Problem.warning(
                        "unknown-type",
                        text.location(),
                        "Expected a type of %s that CACAO lists, but found '%s'."
                                .formatted(what, JsonValue.cut(type)),
                        Nearest.findAmong(shapes.keySet(), type)
                                .map("Maybe you meant '%s'."::formatted)
                                .orElse(
                                        "Maybe whoever runs the playbook knows it; here only its common properties are checked.")));
        return type;
    }
}
