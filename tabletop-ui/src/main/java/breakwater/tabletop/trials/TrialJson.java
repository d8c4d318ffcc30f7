package breakwater.tabletop.trials;

import breakwater.playbook.trial.coverage.Coverage;
import breakwater.playbook.trial.judge.Verdict;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.tabletop.findings.IndentedJson;

import com.fasterxml.jackson.core.JsonGenerator;

import java.io.IOException;
import java.util.List;

/** What came of tests, for programs. */
final class TrialJson {

    private static final int VERSION = 1;

    private TrialJson() {}

    static String of(List<TestedFile> files) {
        return IndentedJson.object(json -> {
            json.writeNumberField("version", VERSION);
            json.writeNumberField("passed", TestedFile.count(files, true));
            json.writeNumberField("failed", TestedFile.count(files, false));
            json.writeArrayFieldStart("files");
            for (TestedFile file : files) {
                json.writeStartObject();
                json.writeStringField("path", file.path());
                problems(json, "problems", file.problems());
                json.writeArrayFieldStart("trials");
                for (Verdict verdict : file.verdicts()) {
                    trial(json, verdict);
                }
                json.writeEndArray();
                if (file.coverage().isPresent()) {
                    coverage(json, file.coverage().get());
                }
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    private static void trial(JsonGenerator json, Verdict verdict) throws IOException {
        json.writeStartObject();
        json.writeStringField("trial", verdict.trial().name());
        json.writeNumberField("line", verdict.trial().at().line());
        json.writeBooleanField("passed", verdict.isPassed());
        json.writeStringField("outcome", verdict.outcome());
        if (verdict.lastedMicros().isPresent()) {
            json.writeNumberField("lastedMicros", verdict.lastedMicros().getAsLong());
        }
        problems(json, "misses", verdict.misses());
        json.writeEndObject();
    }

    private static void problems(JsonGenerator json, String name, List<Problem> problems)
            throws IOException {
        json.writeArrayFieldStart(name);
        for (Problem problem : problems) {
            json.writeStartObject();
            json.writeStringField("rule", problem.rule());
            place(json, problem.location());
            json.writeStringField("message", problem.message());
            json.writeStringField("advice", problem.advice());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void place(JsonGenerator json, Location at) throws IOException {
        json.writeStringField("file", at.file());
        json.writeNumberField("line", at.line());
        json.writeNumberField("column", at.column());
    }

    private static void coverage(JsonGenerator json, Coverage coverage) throws IOException {
        json.writeObjectFieldStart("coverage");
        json.writeStringField("playbook", coverage.playbook().id());
        json.writeNumberField("ways", coverage.ways().size());
        json.writeNumberField("gone", coverage.gone().size());
        json.writeArrayFieldStart("open");
        for (Coverage.Open open : coverage.open()) {
            json.writeStartObject();
            json.writeStringField("step", open.way().path());
            json.writeStringField("way", open.way().what());
            place(json, open.at());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
    }
}
