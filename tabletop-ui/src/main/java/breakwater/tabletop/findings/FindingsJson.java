package breakwater.tabletop.findings;

import breakwater.problem.Problem;

import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Findings for programs. */
final class FindingsJson {

    private static final int VERSION = 1;

    private FindingsJson() {}

    static String of(List<Checked> all) {
        return IndentedJson.object(json -> {
            json.writeNumberField("version", VERSION);
            json.writeNumberField("errors", Checked.errors(all));
            json.writeNumberField("warnings", Checked.warnings(all));
            json.writeNumberField(
                    "notShown", all.stream().mapToInt(Checked::countBeyondLimit).sum());
            json.writeArrayFieldStart("checked");
            for (Checked one : all) {
                json.writeStartObject();
                json.writeStringField("path", one.path());
                json.writeBooleanField("good", one.good().isPresent());
                json.writeStringField("summary", one.good().orElse(""));
                json.writeStringField("leftOut", one.leftOut());
                json.writeEndObject();
            }
            json.writeEndArray();
            json.writeArrayFieldStart("problems");
            for (Checked one : all) {
                for (Problem problem : one.problems()) {
                    problem(json, one, problem);
                }
            }
            json.writeEndArray();
        });
    }

    private static void problem(JsonGenerator json, Checked checked, Problem problem)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("severity", problem.severity().name().toLowerCase(Locale.ROOT));
        json.writeStringField("rule", problem.rule());
        json.writeStringField("file", problem.location().file());
        json.writeNumberField("line", problem.location().line());
        json.writeNumberField("column", problem.location().column());
        json.writeStringField("message", problem.message());
        json.writeStringField("advice", problem.advice());
        json.writeStringField("source", checked.lineOf(problem));
        json.writeEndObject();
    }
}
