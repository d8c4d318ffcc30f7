package breakwater.schema;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Mapping;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.DocumentNode.Sequence;
import breakwater.document.ScalarKind;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

/** A shipped schema, as an editor would use it. */
public final class PublishedSchema {

    private final JsonNode json;
    private final JsonSchema schema;

    private PublishedSchema(JsonNode json) {
        this.json = json;
        this.schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V7).getSchema(json);
    }

    public static PublishedSchema of(String name) {
        String path = "/schemas/" + name + ".schema.json";
        try (InputStream in = PublishedSchema.class.getResourceAsStream(path)) {
            return new PublishedSchema(
                    new ObjectMapper().readTree(Objects.requireNonNull(in, path)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public JsonNode json() {
        return json;
    }

    public Set<ValidationMessage> validate(JsonNode document) {
        return schema.validate(document);
    }

    public Set<ValidationMessage> validate(DocumentNode document) {
        return schema.validate(toJson(document));
    }

    /** By the core schema of YAML 1.2, as an editor's YAML parser would. */
    private static JsonNode toJson(DocumentNode node) {
        JsonNodeFactory factory = JsonNodeFactory.instance;
        if (node instanceof Mapping mapping) {
            ObjectNode object = factory.objectNode();
            mapping.entries().forEach((key, entry) -> object.set(key, toJson(entry.value())));
            return object;
        }
        if (node instanceof Sequence sequence) {
            ArrayNode array = factory.arrayNode();
            sequence.items().forEach(item -> array.add(toJson(item)));
            return array;
        }
        Scalar scalar = (Scalar) node;
        return switch (ScalarKind.of(scalar)) {
            case NOTHING -> factory.nullNode();
            case FLAG ->
                factory.booleanNode(scalar.text().toLowerCase(Locale.ROOT).equals("true"));
            case NUMBER -> factory.numberNode(new BigDecimal(scalar.text()));
            case NOT_A_NUMBER -> factory.textNode(scalar.text());
            case TEXT -> factory.textNode(scalar.text());
        };
    }
}
