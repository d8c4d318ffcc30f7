package breakwater.tabletop.findings;

import breakwater.problem.Location;
import breakwater.problem.Problem;

import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Findings as a log of SARIF 2.1.0 (OASIS standard), with the rules that were broken and what they ask for. */
final class SarifLog {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

    private SarifLog() {}

    static String of(List<Checked> all) {
        Map<String, Problem> rules = new TreeMap<>();
        all.forEach(one ->
                one.problems().forEach(problem -> rules.putIfAbsent(problem.rule(), problem)));
        List<String> ids = new ArrayList<>(rules.keySet());
        return IndentedJson.object(json -> {
            json.writeStringField("$schema", SCHEMA);
            json.writeStringField("version", "2.1.0");
            json.writeArrayFieldStart("runs");
            json.writeStartObject();
            tool(json, rules);
            json.writeStringField("columnKind", "unicodeCodePoints");
            invocation(json, all);
            json.writeArrayFieldStart("results");
            for (Checked one : all) {
                for (Problem problem : one.problems()) {
                    result(json, one, problem, ids.indexOf(problem.rule()));
                }
            }
            json.writeEndArray();
            json.writeEndObject();
            json.writeEndArray();
        });
    }

    private static void tool(JsonGenerator json, Map<String, Problem> rules) throws IOException {
        json.writeObjectFieldStart("tool");
        json.writeObjectFieldStart("driver");
        json.writeStringField("name", "breakwater");
        json.writeStringField("semanticVersion", "0.1.0");
        json.writeArrayFieldStart("rules");
        for (Problem example : rules.values()) {
            json.writeStartObject();
            json.writeStringField("id", example.rule());
            text(json, "shortDescription", RuleHelp.of(example.rule()));
            text(json, "help", RuleHelp.of(example.rule()) + " " + RuleHelp.whereExplained());
            json.writeObjectFieldStart("defaultConfiguration");
            json.writeStringField("level", level(example));
            json.writeEndObject();
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndObject();
    }

    /** That all files were read; and, as notes, what was left out. */
    private static void invocation(JsonGenerator json, List<Checked> all) throws IOException {
        json.writeArrayFieldStart("invocations");
        json.writeStartObject();
        json.writeBooleanField("executionSuccessful", true);
        json.writeArrayFieldStart("toolExecutionNotifications");
        for (Checked one : all) {
            if (!one.leftOut().isEmpty()) {
                json.writeStartObject();
                json.writeStringField("level", "note");
                text(json, "message", one.path() + ": " + one.leftOut());
                json.writeEndObject();
            }
            if (one.countBeyondLimit() > 0) {
                json.writeStartObject();
                json.writeStringField("level", "warning");
                text(
                        json,
                        "message",
                        "%s: %s problems are not listed."
                                .formatted(one.path(), one.countBeyondLimit()));
                json.writeEndObject();
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.writeEndArray();
    }

    private static void result(JsonGenerator json, Checked checked, Problem problem, int rule)
            throws IOException {
        json.writeStartObject();
        json.writeStringField("ruleId", problem.rule());
        json.writeNumberField("ruleIndex", rule);
        json.writeStringField("level", level(problem));
        text(json, "message", (problem.message() + " " + problem.advice()).strip());
        json.writeArrayFieldStart("locations");
        json.writeStartObject();
        json.writeObjectFieldStart("physicalLocation");
        json.writeObjectFieldStart("artifactLocation");
        json.writeStringField("uri", uriOf(problem.location().file()));
        json.writeEndObject();
        region(json, problem.location(), checked.lineOf(problem));
        json.writeEndObject();
        json.writeEndObject();
        json.writeEndArray();
        json.writeEndObject();
    }

    private static void region(JsonGenerator json, Location at, String line) throws IOException {
        json.writeObjectFieldStart("region");
        json.writeNumberField("startLine", at.line());
        json.writeNumberField("startColumn", at.column());
        if (!line.isBlank()) {
            json.writeObjectFieldStart("snippet");
            json.writeStringField("text", line);
            json.writeEndObject();
        }
        json.writeEndObject();
    }

    private static String level(Problem problem) {
        return problem.isError() ? "error" : "warning";
    }

    private static void text(JsonGenerator json, String field, String text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("text", text);
        json.writeEndObject();
    }

    /** A URI for an absolute file, else a relative reference; a colon in its first part would be a scheme. */
    static String uriOf(String file) {
        String slashed = file.replace('\\', '/');
        boolean absolute = Path.of(file).isAbsolute();
        try {
            String path = new URI(
                            null,
                            null,
                            (absolute ? slashed.startsWith("/") ? "" : "/" : "./") + slashed,
                            null)
                    .toASCIIString();
            return absolute ? "file://" + path : path.substring(2).replace(":", "%3A");
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException("A path alone is always a URI.", impossible);
        }
    }
}
