package breakwater.playbook.cacao.importing;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Mapping;
import breakwater.playbook.cacao.CacaoPlaybook;
import breakwater.playbook.cacao.CacaoStep;
import breakwater.playbook.cacao.CacaoVariable;
import breakwater.problem.Location;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The variables of a foreign playbook, those of its steps among them, under names of ours. */
final class ForeignNames {

    /** A variable as ours: {@code vars.up} of type {@code bool}. */
    record Known(String section, String name, String type) {

        String full() {
            return section + "." + name;
        }
    }

    /** Whole numbers of more digits are no numbers to every reader. */
    private static final int DIGITS_MAX = 15;

    private final Map<String, Known> byName = new LinkedHashMap<>();
    private final Map<String, Map<String, Entry>> sections = new LinkedHashMap<>();
    private final Wording wording = new Wording();
    private final ImportReport.Notes notes;

    ForeignNames(CacaoPlaybook playbook, ImportReport.Notes notes) {
        this.notes = notes;
        Set<String> assigned = Set.copyOf(assigned(playbook));
        playbook.variables().values().forEach(variable -> add(variable, assigned));
        for (CacaoStep step : playbook.steps().values()) {
            CacaoVariable.variablesOf(step.body(), "step_variables").values().forEach(variable -> {
                if (byName.containsKey(variable.name())) {
                    notes.changed(
                            variable.at(),
                            "variable '%s' of a step has become the one of the playbook"
                                    .formatted(variable.name()));
                } else {
                    notes.changed(
                            variable.at(),
                            "variable '%s' of a step has become one of the whole playbook"
                                    .formatted(variable.name()));
                    add(variable, assigned);
                }
            });
        }
    }

    private static List<String> assigned(CacaoPlaybook playbook) {
        List<String> names = new ArrayList<>();
        playbook.steps()
                .values()
                .forEach(step -> step.body()
                        .listItems("out_args")
                        .forEach(item ->
                                names.add(ForeignSteps.textOf(item).replace(":value", ""))));
        return names.stream().distinct().toList();
    }

    private void add(CacaoVariable variable, Set<String> assigned) {
        String bare = variable.name().replaceAll("^__|__$", "");
        String name = wording.name(bare);
        String value = variable.value().orElse("");
        String type = type(variable, value);
        boolean changes = assigned.contains(variable.name());
        Location at = variable.at();
        if (variable.external() && !changes) {
            put("inputs", variable.name(), new Known("inputs", name, type));
            entry("inputs", at, name, Nodes.mapping(at, Map.of("type", Nodes.text(at, type))));
            return;
        }
        boolean constant = variable.constant() && !changes && variable.value().isPresent();
        String section = constant ? "const" : "vars";
        put(section, variable.name(), new Known(section, name, type));
        if (variable.value().isEmpty() && !constant) {
            notes.changed(
                    at,
                    "variable '%s' has no value, and begins as %s"
                            .formatted(
                                    variable.name(),
                                    type.equals("string") ? "an empty text" : first(type)));
        }
        DocumentNode node = type.equals("string")
                ? Nodes.text(at, value.startsWith("=") ? " " + value : value)
                : Nodes.plain(at, value.isEmpty() ? first(type) : written(type, value));
        entry(section, at, name, node);
    }

    private void put(String section, String cacao, Known known) {
        byName.put(cacao, known);
        sections.putIfAbsent(section, new LinkedHashMap<>());
    }

    private void entry(String section, Location at, String name, DocumentNode node) {
        sections.getOrDefault(section, new LinkedHashMap<>())
                .put(name, new Entry(Nodes.plain(at, name), node));
    }

    private static String first(String type) {
        return type.equals("bool") ? "false" : type.equals("integer") ? "0" : "0.0";
    }

    private static String written(String type, String value) {
        String bare = value.startsWith("+") ? value.substring(1) : value;
        return type.equals("float") && bare.indexOf('.') < 0 ? bare + ".0" : bare;
    }

    /** The type of ours; what does not fit ours is a text. */
    private String type(CacaoVariable variable, String value) {
        String type = variable.type().equals("long") ? "integer" : variable.type();
        boolean fits = value.isEmpty()
                || switch (type) {
                    case "bool" -> value.matches("true|false");
                    case "integer" -> value.matches("[+-]?[0-9]{1,%s}".formatted(DIGITS_MAX));
                    case "float" -> value.matches("[+-]?[0-9]{1,12}(\\.[0-9]{1,12})?");
                    default -> false;
                };
        if (fits && Set.of("bool", "integer", "float").contains(type)) {
            return type;
        }
        if (!type.equals("string")) {
            notes.changed(
                    variable.at(),
                    "variable '%s' of type '%s' has become a text"
                            .formatted(variable.name(), variable.type()));
        }
        return "string";
    }

    /** A variable of type text that the import needs. */
    String addText(Location at, String name) {
        String free = wording.name(name);
        sections.putIfAbsent("vars", new LinkedHashMap<>());
        entry("vars", at, free, Nodes.text(at, ""));
        return free;
    }

    /** A flag that the import needs. */
    String addFlag(Location at, String name) {
        String free = wording.name(name);
        sections.putIfAbsent("vars", new LinkedHashMap<>());
        entry("vars", at, free, Nodes.plain(at, "false"));
        return free;
    }

    Optional<Known> find(String cacao) {
        return Optional.ofNullable(byName.get(cacao));
    }

    /** A text in which references to variables are expressions of ours. */
    String inText(String text) {
        String words = text.replace("{{", "{ {");
        List<String> names = new ArrayList<>(byName.keySet());
        // The longest first: one name may be the end of another.
        names.sort(java.util.Comparator.comparingInt(String::length).reversed());
        for (String name : names) {
            Known known = byName.get(name);
            if (known != null) {
                words = words.replace(name + ":value", "{{ " + known.full() + " }}");
            }
        }
        return words;
    }

    /** The sections of the playbook: {@code inputs}, {@code vars}, {@code const}. */
    Map<String, DocumentNode> sections(Location at) {
        Map<String, DocumentNode> nodes = new LinkedHashMap<>();
        sections.forEach((section, entries) -> {
            if (!entries.isEmpty()) {
                nodes.put(section, new Mapping(at, entries));
            }
        });
        return nodes;
    }
}
