package breakwater.playbook.cacao.check;

import breakwater.playbook.cacao.CacaoVariable;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The variables that can be used at a place.
 *
 * @param own those of the step; they hide those of the playbook
 * @param global those of the playbook
 */
record Scope(Map<String, CacaoVariable> own, Map<String, CacaoVariable> global) {

    Optional<CacaoVariable> find(String name) {
        return Optional.ofNullable(own.getOrDefault(name, global.get(name)));
    }

    List<String> names() {
        List<String> names = new ArrayList<>(own.keySet());
        names.addAll(global.keySet());
        return names;
    }
}
