package breakwater.playbook.cacao.check;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.TreeSet;

/** OASIS's schema of a playbook, from the copy beside the tests; nothing is fetched. */
public final class OfficialSchema {

    private static final String HOME =
            "https://raw.githubusercontent.com/oasis-open/cacao-json-schemas/main/schemas/";

    private static final JsonSchema SCHEMA = JsonSchemaFactory.getInstance(
                    VersionFlag.V7,
                    builder -> builder.schemaMappers(mappers -> mappers.mapPrefix(
                                    HOME, "classpath:cacao/official-schema/schemas/"))
                            .schemaLoaders(loaders -> loaders.add(location -> {
                                if (location.toString().startsWith("http")) {
                                    throw new IllegalStateException(
                                            "Expected a bundled schema: " + location);
                                }
                                return null;
                            })))
            .getSchema(SchemaLocation.of(HOME + "playbook.json"));

    private static final ObjectMapper JSON = new ObjectMapper();

    private OfficialSchema() {}

    /** Pointers to what it refuses; empty when it accepts. */
    public static Set<String> refusals(byte[] playbook) throws IOException {
        Set<String> pointers = new TreeSet<>();
        for (ValidationMessage message :
                SCHEMA.validate(JSON.readTree(playbook).toString(), InputFormat.JSON)) {
            pointers.add(message.getInstanceLocation().toString());
        }
        return pointers;
    }

    public static Set<String> refusals(String playbook) throws IOException {
        return refusals(playbook.getBytes(StandardCharsets.UTF_8));
    }
}
