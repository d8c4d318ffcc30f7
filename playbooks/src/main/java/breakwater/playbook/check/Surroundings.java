package breakwater.playbook.check;

import breakwater.playbook.Playbook;
import breakwater.playbook.expression.Type;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * What a playbook may refer to outside itself. What is not known is not checked.
 *
 * @param playbooks those that can be called, by id
 * @param roles those somebody holds in this federation
 * @param ids the names of things in the network model, by type
 */
public record Surroundings(
        Map<String, Playbook> playbooks,
        Optional<Set<String>> roles,
        Map<Type.Id, Set<String>> ids) {

    /** Nothing is known but the playbook itself. */
    public static final Surroundings UNKNOWN =
            new Surroundings(Map.of(), Optional.empty(), Map.of());

    public Surroundings {
        playbooks = Map.copyOf(playbooks);
        ids = Map.copyOf(ids);
    }

    /** The same with these playbooks to call. */
    public Surroundings withPlaybooks(Collection<Playbook> all) {
        Map<String, Playbook> byId = new TreeMap<>();
        all.forEach(playbook -> byId.put(playbook.id(), playbook));
        return new Surroundings(byId, roles, ids);
    }

    /** The names of one type; empty when they are not known. */
    Optional<Set<String>> idsOf(Type type) {
        return type instanceof Type.Id id ? Optional.ofNullable(ids.get(id)) : Optional.empty();
    }

    /** Names in the order in which a message lists them. */
    static List<String> sorted(Set<String> names) {
        return names.stream().sorted().toList();
    }
}
