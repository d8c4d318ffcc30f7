package breakwater.scoring.json;

import breakwater.scoring.AidCase;
import breakwater.scoring.AidScores;
import breakwater.scoring.Curve;
import breakwater.scoring.EntryRef;
import breakwater.scoring.Figures;
import breakwater.scoring.Measure;
import breakwater.scoring.Outage;
import breakwater.scoring.Scorecard;
import breakwater.scoring.Scorecard.Group;
import breakwater.scoring.Scorecard.LinkScore;
import breakwater.scoring.Scorecard.ServiceScore;
import breakwater.scoring.ScoringPolicy;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes {@code scorecard.json}: one element of each list per line, so that two scorecards can be compared by line. */
public final class ScorecardJson {

    /** Raised when a field changes its meaning or goes away. */
    public static final int SCHEMA_VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;

    private ScorecardJson(JsonGenerator out) {
        this.out = out;
    }

    /** The whole file in UTF-8. */
    public static byte[] encode(Scorecard card) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            new ScorecardJson(out).write(card);
            out.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed.", e);
        }
        return bytes.toByteArray();
    }

    private void write(Scorecard card) throws IOException {
        out.writeStartObject();
        out.writeNumberField("schemaVersion", SCHEMA_VERSION);
        out.writeStringField("rulesVersion", ScoringPolicy.RULES_VERSION);
        drill(card);
        definitions();
        name("federation");
        group(card.federation());
        list("operators", card.operators(), this::group);
        list("classes", card.classes(), this::group);
        list("outages", card.outages(), this::outage);
        list("services", card.services(), this::service);
        list("links", card.links(), this::link);
        aid(card.aid());
        out.writeEndObject();
    }

    private interface Writer<T> {
        void write(T element) throws IOException;
    }

    private <T> void list(String field, List<T> elements, Writer<T> writer) throws IOException {
        name(field);
        out.writeStartArray();
        for (T element : elements) {
            out.writeRaw('\n');
            writer.write(element);
        }
        out.writeEndArray();
    }

    private void name(String field) throws IOException {
        out.writeFieldName(field);
    }

    private void drill(Scorecard card) throws IOException {
        name("drill");
        out.writeStartObject();
        out.writeStringField("exercise", card.drill().exercise());
        out.writeStringField("exerciseHash", card.drill().exerciseHash());
        out.writeStringField("title", card.drill().title());
        out.writeNumberField("seed", card.drill().seed());
        out.writeStringField("engineVersion", card.drill().engineVersion());
        out.writeNumberField("windowSeconds", card.windowSeconds());
        out.writeEndObject();
        name("policy");
        out.writeStartObject();
        out.writeNumberField(
                "severelyErroredBelowPercent", card.policy().severelyErroredBelowPercent());
        out.writeNumberField("maintenanceCapPercent", card.policy().maintenanceCapPercent());
        out.writeEndObject();
    }

    private void definitions() throws IOException {
        list("definitions", List.of(Measure.values()), measure -> {
            out.writeStartObject();
            out.writeStringField("id", measure.id());
            out.writeStringField("unit", measure.unit());
            out.writeStringField("title", measure.title());
            out.writeStringField("definition", measure.definition());
            out.writeStringField("source", measure.source());
            out.writeEndObject();
        });
    }

    private void group(Group group) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", group.id());
        out.writeStringField("name", group.name());
        figures(group.figures());
        name("curve");
        curve(group.curve());
        out.writeEndObject();
    }

    private void curve(@Nullable Curve curve) throws IOException {
        if (curve == null) {
            out.writeNull();
            return;
        }
        out.writeStartObject();
        out.writeNumberField("binSeconds", curve.binSeconds());
        out.writeNumberField("lowestPpm", curve.lowestPpm());
        out.writeNumberField("lowestAtMicros", curve.lowestAtMicros());
        numbers("meanPpm", curve.meanPpm());
        numbers("minPpm", curve.minPpm());
        out.writeEndObject();
    }

    private void numbers(String field, List<Integer> values) throws IOException {
        name(field);
        out.writeStartArray();
        for (int value : values) {
            out.writeNumber(value);
        }
        out.writeEndArray();
    }

    private void figures(Figures figures) throws IOException {
        name("figures");
        out.writeStartObject();
        for (Map.Entry<Measure, @Nullable BigDecimal> figure : figures.values().entrySet()) {
            name(figure.getKey().id());
            BigDecimal value = figure.getValue();
            if (value == null) {
                out.writeNull();
            } else {
                out.writeNumber(value.toPlainString());
            }
        }
        out.writeEndObject();
    }

    private void outage(Outage outage) throws IOException {
        out.writeStartObject();
        out.writeStringField("service", outage.service().value());
        out.writeNumberField("fromSecond", outage.fromSecond());
        out.writeNumberField("untilSecond", outage.untilSecond());
        out.writeBooleanField("restored", outage.restored());
        out.writeStringField("cause", outage.cause());
        out.writeNumberField("onsetMicros", outage.onsetMicros());
        out.writeNumberField("excusedSeconds", outage.excusedSeconds());
        name("evidence");
        out.writeStartArray();
        for (EntryRef ref : outage.evidence()) {
            ref(ref);
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void ref(EntryRef ref) throws IOException {
        out.writeStartObject();
        out.writeStringField("domain", ref.origin().value());
        out.writeNumberField("seq", ref.sequence());
        out.writeEndObject();
    }

    private void aid(AidScores aid) throws IOException {
        name("mutualAid");
        out.writeStartObject();
        figures(aid.total());
        list("pairs", aid.pairs(), this::pair);
        list("cases", aid.cases(), this::aidCase);
        out.writeEndObject();
    }

    private void pair(AidScores.Pair pair) throws IOException {
        out.writeStartObject();
        out.writeStringField("requester", pair.requester().value());
        out.writeStringField("donor", pair.donor().value());
        figures(pair.figures());
        name("declines");
        out.writeStartArray();
        for (AidScores.Reason reason : pair.declines()) {
            out.writeStartObject();
            out.writeStringField("reason", reason.text());
            out.writeNumberField("times", reason.times());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void aidCase(AidCase aid) throws IOException {
        out.writeStartObject();
        out.writeStringField("aid", aid.aid());
        out.writeStringField("requester", aid.requester().value());
        out.writeStringField("donor", aid.donor().value());
        out.writeStringField("resource", aid.resource().label());
        out.writeStringField("unit", aid.resource().unit());
        out.writeStringField("about", aid.about());
        out.writeNumberField("amount", aid.amount());
        out.writeNumberField("untilMicros", aid.untilMicros());
        out.writeNumberField("needEndMicros", aid.needEndMicros());
        name("committable");
        if (aid.arrival().isPresent()) {
            out.writeNumber(aid.arrival().get().committable());
        } else {
            out.writeNull();
        }
        name("steps");
        out.writeStartArray();
        for (AidCase.Step step : aid.steps()) {
            out.writeStartObject();
            out.writeNumberField("t", step.timeMicros());
            out.writeStringField("state", step.state().name());
            out.writeNumberField("amount", step.amount());
            out.writeStringField("reason", step.reason());
            name("entry");
            ref(step.entry());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }

    private void service(ServiceScore service) throws IOException {
        out.writeStartObject();
        out.writeStringField("service", service.declared().service().value());
        out.writeStringField("home", service.home().value());
        out.writeNumberField("priorityClass", service.declared().priorityClass());
        figures(service.figures());
        out.writeEndObject();
    }

    private void link(LinkScore link) throws IOException {
        out.writeStartObject();
        out.writeStringField("link", link.declared().link().value());
        out.writeStringField("owner", link.owner().value());
        out.writeNumberField("notGeneratingMicros", link.notGeneratingMicros());
        name("firstLoss");
        if (link.firstLoss() == null) {
            out.writeNull();
        } else {
            ref(link.firstLoss());
        }
        figures(link.figures());
        out.writeEndObject();
    }
}
