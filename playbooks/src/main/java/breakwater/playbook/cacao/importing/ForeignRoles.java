package breakwater.playbook.cacao.importing;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Mapping;
import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.problem.Location;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** People of a foreign playbook as roles; those alone who have something to do. */
final class ForeignRoles {

    private static final Set<String> PEOPLE =
            Set.of("group", "individual", "organization", "sector", "location");

    private final JsonObject playbook;
    private final Wording wording = new Wording();
    private final Map<String, String> byAgent = new LinkedHashMap<>();
    private final Map<String, Entry> roles = new LinkedHashMap<>();
    private String operators = "";

    ForeignRoles(JsonObject playbook) {
        this.playbook = playbook;
    }

    /** The agent, whatever it is. */
    Optional<JsonObject> agent(String id) {
        return playbook.findObject("agent_definitions").flatMap(all -> all.findObject(id));
    }

    /** The role of an agent that is people; empty for a machine. */
    Optional<String> find(String id) {
        Optional<JsonObject> agent =
                agent(id).filter(found -> PEOPLE.contains(found.findText("type").orElse("")));
        return agent.map(found -> byAgent.computeIfAbsent(
                id,
                key -> add(
                        found.location(),
                        found.findText("name").orElse("people"),
                        found.findText("type").orElse("group"))));
    }

    /** Who does what no role is named for. */
    String operators() {
        if (operators.isEmpty()) {
            operators = add(playbook.location(), "operators", "group");
        }
        return operators;
    }

    private String add(Location at, String title, String kind) {
        String id = wording.slug(title);
        Map<String, DocumentNode> keys = new LinkedHashMap<>();
        keys.put("kind", Nodes.text(at, kind));
        keys.put("title", Nodes.text(at, title.isBlank() ? id : title));
        roles.put(id, new Entry(Nodes.plain(at, id), Nodes.mapping(at, keys)));
        return id;
    }

    Optional<DocumentNode> section(Location at) {
        return roles.isEmpty() ? Optional.empty() : Optional.of(new Mapping(at, roles));
    }
}
