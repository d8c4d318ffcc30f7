package breakwater.playbook.cacao.check;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/** One to three changes of a JSON tree at random places, by a seed. */
final class Mutations {

    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final SplittableRandom random;

    private Mutations(int seed) {
        this.random = new SplittableRandom(seed);
    }

    static JsonNode mutate(JsonNode root, int seed) {
        Mutations mutations = new Mutations(seed);
        int changes = 1 + mutations.random.nextInt(3);
        for (int i = 0; i < changes; i++) {
            mutations.change(root);
        }
        return root;
    }

    private void change(JsonNode root) {
        List<JsonNode> containers = new ArrayList<>();
        collect(root, containers);
        JsonNode container = containers.get(random.nextInt(containers.size()));
        if (container instanceof ObjectNode object) {
            List<String> keys = new ArrayList<>();
            object.fieldNames().forEachRemaining(keys::add);
            String key = keys.get(random.nextInt(keys.size()));
            switch (random.nextInt(4)) {
                case 0 -> object.remove(key);
                case 1 -> object.set(key, other(object.get(key), root));
                case 2 -> object.set(damaged(key), object.remove(key));
                default ->
                    object.set(
                            keys.get(random.nextInt(keys.size())),
                            object.get(key).deepCopy());
            }
        } else if (container instanceof ArrayNode array) {
            int index = random.nextInt(array.size());
            if (random.nextBoolean()) {
                array.remove(index);
            } else {
                array.set(index, other(array.get(index), root));
            }
        }
    }

    private static void collect(JsonNode node, List<JsonNode> containers) {
        if (node.isContainerNode() && !node.isEmpty()) {
            containers.add(node);
        }
        node.forEach(child -> collect(child, containers));
    }

    private JsonNode other(JsonNode node, JsonNode root) {
        return switch (random.nextInt(8)) {
            case 0 -> NODES.nullNode();
            case 1 -> NODES.numberNode(random.nextInt(-5, 200));
            case 2 -> NODES.numberNode(random.nextDouble() * 1e6);
            case 3 -> NODES.booleanNode(random.nextBoolean());
            case 4 -> NODES.objectNode();
            case 5 -> NODES.arrayNode().add(node.deepCopy());
            case 6 -> node.isTextual() ? new TextNode(damaged(node.asText())) : NODES.textNode("x");
            default -> {
                List<JsonNode> containers = new ArrayList<>();
                collect(root, containers);
                yield containers.get(random.nextInt(containers.size())).deepCopy();
            }
        };
    }

    /** One character dropped, doubled or replaced. */
    private String damaged(String text) {
        if (text.isEmpty()) {
            return "x";
        }
        int at = random.nextInt(text.length());
        String head = text.substring(0, at);
        String tail = text.substring(at + 1);
        return switch (random.nextInt(3)) {
            case 0 -> head + tail;
            case 1 -> head + text.charAt(at) + text.charAt(at) + tail;
            default -> head + (char) ('!' + random.nextInt(90)) + tail;
        };
    }
}
