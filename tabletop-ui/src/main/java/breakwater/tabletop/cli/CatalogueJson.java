package breakwater.tabletop.cli;

import breakwater.playbook.action.Action;
import breakwater.playbook.event.EventKind;
import breakwater.playbook.expression.Type;
import breakwater.tabletop.findings.IndentedJson;

import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.util.Collection;
import java.util.Map;

/** Actions and events for programs. */
final class CatalogueJson {

    private CatalogueJson() {}

    static String actions(Collection<Action> actions) {
        return IndentedJson.object(json -> {
            json.writeArrayFieldStart("actions");
            for (Action action : actions) {
                json.writeStartObject();
                json.writeStringField("name", action.name());
                json.writeStringField("meaning", action.meaning());
                json.writeArrayFieldStart("inputs");
                for (Action.Input input : action.inputs()) {
                    input(json, input);
                }
                json.writeEndArray();
                types(json, "results", action.results());
                json.writeNumberField("typicalSeconds", action.typicalSeconds());
                json.writeStringField("undoneBy", action.undoneBy().orElse(""));
                json.writeBooleanField("forGood", action.risk() instanceof Action.Risk.ForGood);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void input(JsonGenerator json, Action.Input input) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", input.name());
        json.writeStringField("type", input.type().label());
        json.writeBooleanField("required", input.required());
        json.writeArrayFieldStart("choices");
        for (String choice : input.choices()) {
            json.writeString(choice);
        }
        json.writeEndArray();
        json.writeStringField("meaning", input.meaning());
        json.writeEndObject();
    }

    static String events(Collection<EventKind> kinds) {
        return IndentedJson.object(json -> {
            json.writeArrayFieldStart("events");
            for (EventKind kind : kinds) {
                json.writeStartObject();
                json.writeStringField("name", kind.label());
                json.writeStringField("meaning", kind.meaning());
                types(json, "fields", kind.fields());
                json.writeStringField(
                        "endedBy", kind.endedBy().map(EventKind::label).orElse(""));
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void types(JsonGenerator json, String field, Map<String, Type> types)
            throws IOException {
        json.writeObjectFieldStart(field);
        for (Map.Entry<String, Type> each : types.entrySet()) {
            json.writeStringField(each.getKey(), each.getValue().label());
        }
        json.writeEndObject();
    }
}
