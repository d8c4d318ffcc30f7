package breakwater.ensemble.json;

import breakwater.ensemble.Arm;
import breakwater.ensemble.Comparison;
import breakwater.ensemble.DrillFigure;
import breakwater.ensemble.Estimate;
import breakwater.ensemble.RehearsalDocument;
import breakwater.ensemble.RehearsalDocument.Row;
import breakwater.ensemble.RehearsalRequest;
import breakwater.ensemble.ReplicationSeeds;
import breakwater.ensemble.StepsTaken;
import breakwater.scenario.Exercise;
import breakwater.statistics.Interval;
import breakwater.statistics.Resampling;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Writes {@code rehearsal.json}: one element of each list per line. Its schema is published beside the others. */
public final class RehearsalJson {

    /** Raised when a field changes its meaning or goes away. */
    public static final int SCHEMA_VERSION = 1;

    /** Twelve digits tell any two drills apart and read the same on every JVM. */
    private static final MathContext DIGITS = new MathContext(12);

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;
    private final RehearsalDocument document;

    private RehearsalJson(JsonGenerator out, RehearsalDocument document) {
        this.out = out;
        this.document = document;
    }

    /** The whole file in UTF-8. */
    public static byte[] encode(RehearsalDocument document) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            new RehearsalJson(out, document).write();
            out.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed.", e);
        }
        return bytes.toByteArray();
    }

    private interface Writer<T> {
        void write(T element) throws IOException;
    }

    private <T> void list(String field, List<T> elements, Writer<T> writer) throws IOException {
        out.writeFieldName(field);
        out.writeStartArray();
        for (T element : elements) {
            out.writeRaw('\n');
            writer.write(element);
        }
        out.writeEndArray();
    }

    private void write() throws IOException {
        RehearsalRequest request = document.request();
        Exercise exercise = request.arm().plan().exercise();
        out.writeStartObject();
        out.writeNumberField("schemaVersion", SCHEMA_VERSION);
        out.writeStringField("title", exercise.title());
        out.writeNumberField("horizonSeconds", exercise.horizonMicros() / 1_000_000);
        List<Arm> arms = new ArrayList<>(List.of(request.arm()));
        request.other().ifPresent(arms::add);
        list("arms", arms, arm -> arm(arm, document.steps().get(arms.indexOf(arm))));
        out.writeNumberField("seed", request.seed());
        out.writeNumberField("drills", document.drills());
        number("level", document.level());
        out.writeArrayFieldStart("looks");
        for (int look : request.looks()) {
            out.writeNumber(look);
        }
        out.writeEndArray();
        out.writeNumberField("resamples", Resampling.RESAMPLES);
        target(request.target());
        list("definitions", List.of(DrillFigure.values()), this::definition);
        list("operators", document.operators(), operator -> {
            out.writeStartObject();
            out.writeStringField("id", operator.id().value());
            out.writeStringField("name", operator.name());
            out.writeEndObject();
        });
        list("figures", document.figures(), this::figure);
        values();
        out.writeEndObject();
    }

    private void arm(Arm arm, StepsTaken steps) throws IOException {
        out.writeStartObject();
        out.writeStringField("name", arm.name());
        out.writeStringField("exercise", arm.plan().exercise().name());
        out.writeStringField("exerciseHash", arm.plan().exercise().hash());
        list("peopleAssumed", arm.plan().exercise().response().people(), role -> {
            out.writeStartObject();
            out.writeStringField("role", role.role());
            out.writeNumberField("medianSeconds", role.medianSeconds());
            out.writeNumberField("p95Seconds", role.p95Seconds());
            out.writeBooleanField("absent", role.absent());
            out.writeEndObject();
        });
        out.writeNumberField("playbookSteps", steps.planned());
        out.writeNumberField("stepsMissed", steps.missed());
        list("neverTaken", steps.never(), step -> {
            out.writeStartObject();
            out.writeStringField("playbook", step.playbook());
            out.writeStringField("step", step.step());
            out.writeStringField("file", step.file());
            out.writeNumberField("line", step.line());
            out.writeEndObject();
        });
        out.writeEndObject();
    }

    private void target(Optional<RehearsalRequest.Target> target) throws IOException {
        out.writeFieldName("target");
        if (target.isEmpty()) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeStringField("figure", target.get().figure().id());
        number("halfWidth", target.get().halfWidth());
        out.writeBooleanField("relative", target.get().relative());
        out.writeBooleanField("met", document.targetMet().orElse(false));
        out.writeEndObject();
    }

    private void definition(DrillFigure figure) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", figure.id());
        out.writeStringField("unit", figure.unit());
        out.writeStringField("kind", figure.kind().name().toLowerCase(Locale.ROOT));
        out.writeStringField("better", figure.lowerIsBetter() ? "lower" : "higher");
        out.writeStringField("title", figure.title());
        out.writeStringField("definition", figure.definition());
        out.writeEndObject();
    }

    private void figure(Row row) throws IOException {
        out.writeStartObject();
        out.writeStringField("figure", row.figure().id());
        out.writeFieldName("operator");
        if (row.operator().isPresent()) {
            out.writeString(row.operator().get().value());
        } else {
            out.writeNull();
        }
        out.writeArrayFieldStart("arms");
        estimate(row.first().estimate());
        if (row.second().isPresent()) {
            estimate(row.second().get().estimate());
        }
        out.writeEndArray();
        if (row.comparison().isPresent()) {
            out.writeFieldName("comparison");
            comparison(row.comparison().get());
        }
        out.writeEndObject();
    }

    private void estimate(Estimate estimate) throws IOException {
        out.writeStartObject();
        number("mean", estimate.mean());
        interval(estimate.interval());
        number("deviation", estimate.deviation());
        number("least", estimate.least());
        number("greatest", estimate.greatest());
        out.writeNumberField("worstDrill", estimate.worstDrill());
        out.writeArrayFieldStart("quantiles");
        for (Estimate.AtQuantile quantile : estimate.quantiles()) {
            out.writeStartObject();
            number("p", quantile.p());
            number("value", quantile.value());
            interval(quantile.interval());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void comparison(Comparison comparison) throws IOException {
        out.writeStartObject();
        number("difference", comparison.difference());
        interval(comparison.interval());
        out.writeFieldName("relative");
        if (comparison.relative().isPresent()) {
            out.writeStartObject();
            number("difference", comparison.relative().get().difference());
            interval(comparison.relative().get().interval());
            out.writeEndObject();
        } else {
            out.writeNull();
        }
        out.writeNumberField("better", comparison.better());
        out.writeNumberField("alike", comparison.alike());
        out.writeNumberField("worse", comparison.worse());
        out.writeStringField("verdict", comparison.verdict().name().toLowerCase(Locale.ROOT));
        out.writeEndObject();
    }

    /** Of each drill its seed, so that anybody can play it again, and its figures of all services. */
    private void values() throws IOException {
        List<Row> rows = document.ofAll();
        long seed = document.request().seed();
        out.writeArrayFieldStart("values");
        for (int drill = 0; drill < document.drills(); drill++) {
            out.writeRaw('\n');
            out.writeStartObject();
            out.writeNumberField("drill", drill);
            out.writeNumberField("seed", ReplicationSeeds.seedOf(seed, drill));
            for (Row row : rows) {
                out.writeArrayFieldStart(row.figure().id());
                out.writeNumber(rounded(row.first().values().get(drill)));
                if (row.second().isPresent()) {
                    out.writeNumber(rounded(row.second().get().values().get(drill)));
                }
                out.writeEndArray();
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private void interval(Interval interval) throws IOException {
        number("low", interval.low());
        number("high", interval.high());
    }

    /** What has no bound is null. */
    private void number(String field, double value) throws IOException {
        out.writeFieldName(field);
        if (Double.isInfinite(value)) {
            out.writeNull();
        } else {
            out.writeNumber(rounded(value));
        }
    }

    private static String rounded(double value) {
        BigDecimal rounded = new BigDecimal(value).round(DIGITS);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
