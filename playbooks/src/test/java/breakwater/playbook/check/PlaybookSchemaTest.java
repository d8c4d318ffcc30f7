package breakwater.playbook.check;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.document.Shape;
import breakwater.document.SourceFile;
import breakwater.document.YamlReader;
import breakwater.playbook.action.ActionCatalogue;
import breakwater.playbook.event.EventKind;
import breakwater.playbook.expression.Type;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.yaml.PlaybookShapes;
import breakwater.problem.Problems;
import breakwater.schema.PublishedSchema;

import com.fasterxml.jackson.databind.JsonNode;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The schema that editors use says what the reader says. */
class PlaybookSchemaTest {

    private static final PublishedSchema SCHEMA = PublishedSchema.of("playbook-1");

    /** What the reader asks for with a sentence of its own, so that its shape need not. */
    private static final Map<String, Set<String>> ALSO_REQUIRED =
            Map.of("decideStep", Set.of("default"), "whileStep", Set.of("every", "max"));

    /** What a schema can see: keys, kinds of values, words. */
    private static final Set<String> RULES_OF_FORM = Set.of(
            "unknown-key",
            "missing-key",
            "wrong-type",
            "unknown-word",
            "unknown-type",
            "out-of-range",
            "bad-name",
            "bad-duration",
            "empty-list",
            "no-steps",
            "no-verb",
            "two-verbs",
            "decide-options",
            "decide-default",
            "parallel-branches",
            "loop-bound",
            "wait-timeout",
            "unknown-event",
            "unknown-action",
            "unknown-resource");

    private static Map<String, Shape> shapes() {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        shapes.put("", PlaybookShapes.PLAYBOOK);
        shapes.put("trigger", PlaybookShapes.TRIGGER);
        shapes.put("input", PlaybookShapes.INPUT);
        shapes.put("role", PlaybookShapes.ROLE);
        shapes.put("defaults", PlaybookShapes.DEFAULTS);
        shapes.put("retry", PlaybookShapes.RETRY);
        shapes.put("escalation", PlaybookShapes.ESCALATION);
        shapes.put("approval", PlaybookShapes.APPROVAL);
        shapes.put("due", PlaybookShapes.DUE);
        shapes.put("aidNeed", PlaybookShapes.AID_NEED);
        shapes.put("accept", PlaybookShapes.ACCEPT);
        shapes.put("waitFor", PlaybookShapes.WAIT_FOR);
        PlaybookShapes.STEPS.forEach((verb, shape) -> shapes.put(verb + "Step", shape));
        return shapes;
    }

    static Stream<String> definitions() {
        return shapes().keySet().stream();
    }

    private static JsonNode at(String definition) {
        return definition.isEmpty()
                ? SCHEMA.json()
                : SCHEMA.json().path("definitions").path(definition);
    }

    private static Set<String> texts(JsonNode array) {
        Set<String> texts = new TreeSet<>();
        array.forEach(item -> texts.add(item.asText()));
        return texts;
    }

    @ParameterizedTest
    @MethodSource("definitions")
    void hasTheKeysTheReaderTakes(String definition) {
        Shape shape = Objects.requireNonNull(shapes().get(definition));
        JsonNode object = at(definition);
        List<String> keys = new ArrayList<>();
        object.path("properties").fieldNames().forEachRemaining(keys::add);
        Set<String> required = new TreeSet<>(shape.required());
        required.addAll(ALSO_REQUIRED.getOrDefault(definition, Set.of()));

        assertThat(keys).containsExactlyInAnyOrderElementsOf(shape.keys());
        assertThat(texts(object.path("required"))).isEqualTo(required);
        assertThat(object.path("additionalProperties").asBoolean(true)).isFalse();
    }

    @Test
    void definesNoObjectThatTheReaderDoesNotTake() {
        List<String> closed = new ArrayList<>();
        at("").path("definitions").properties().forEach(definition -> {
            if (!definition.getValue().path("additionalProperties").asBoolean(true)) {
                closed.add(definition.getKey());
            }
        });

        assertThat(closed)
                .containsExactlyInAnyOrderElementsOf(
                        definitions().filter(name -> !name.isEmpty()).toList());
    }

    @Test
    void hasTheWordsTheReaderTakes() {
        assertWords("action", ActionCatalogue.all().keySet());
        assertWords("event", EventKind.byLabel().keySet());
        assertWords("failure", PlaybookShapes.FAILURES);
        Set<String> types = new TreeSet<>();
        Stream.of(Type.Simple.values()).forEach(type -> types.add(type.label()));
        Stream.of(Type.Id.values()).forEach(type -> types.add(type.label()));
        Set.copyOf(types).forEach(type -> types.add("list<" + type + ">"));
        assertWords("type", types);
        assertThat(texts(at("").path("properties").path("types").path("items").path("enum")))
                .containsExactlyInAnyOrderElementsOf(PlaybookShapes.TYPES);
        assertWordsOf("", "tlp", PlaybookShapes.TLP_LEVELS.keySet());
        assertWordsOf("endStep", "end", PlaybookShapes.OUTCOMES.keySet());
        assertWordsOf("role", "kind", PlaybookShapes.ROLE_KINDS.keySet());
        assertWordsOf("aidNeed", "need", NamePass.RESOURCES);
    }

    private static void assertWords(String definition, Collection<String> words) {
        assertThat(texts(at(definition).path("enum")))
                .as("words of '%s' in playbook-1.schema.json", definition)
                .containsExactlyInAnyOrderElementsOf(words);
    }

    private static void assertWordsOf(String definition, String key, Collection<String> words) {
        assertThat(texts(at(definition).path("properties").path(key).path("enum")))
                .as("words of '%s' in playbook-1.schema.json", key)
                .containsExactlyInAnyOrderElementsOf(words);
    }

    private static List<String> validate(byte[] bytes) {
        var document = YamlReader.read("x.yaml", bytes, new Problems()).orElseThrow();
        return SCHEMA.validate(document).stream().map(Object::toString).sorted().toList();
    }

    static List<SourceFile> shipped() {
        return ShippedPlaybooks.all();
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void takesEveryShippedPlaybook(SourceFile file) {
        assertThat(validate(file.bytes())).isEmpty();
    }

    static Stream<RulesPageTest.Rule> rulesWithExamples() {
        return RulesPageTest.rules().filter(rule -> !rule.good().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("rulesWithExamples")
    void takesEveryGoodExampleOfTheRules(RulesPageTest.Rule rule) {
        for (String example : rule.good()) {
            assertThat(validate(CheckedText.whole(example).getBytes(StandardCharsets.UTF_8)))
                    .isEmpty();
        }
    }

    static Stream<RulesPageTest.Rule> rulesOfForm() {
        return rulesWithExamples().filter(rule -> RULES_OF_FORM.contains(rule.id()));
    }

    @ParameterizedTest
    @MethodSource("rulesOfForm")
    void refusesWhatTheReaderRefusesForItsForm(RulesPageTest.Rule rule) {
        for (String example : rule.bad()) {
            assertThat(validate(CheckedText.whole(example).getBytes(StandardCharsets.UTF_8)))
                    .isNotEmpty();
        }
    }

    @Test
    void everyRuleOfFormHasAnExample() {
        assertThat(rulesOfForm().map(RulesPageTest.Rule::id))
                .containsExactlyInAnyOrderElementsOf(RULES_OF_FORM);
    }
}
