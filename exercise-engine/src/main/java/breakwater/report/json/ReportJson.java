package breakwater.report.json;

import breakwater.log.CanonicalNumber;
import breakwater.report.ReportDocument;
import breakwater.report.ReportDocument.Action;
import breakwater.report.ReportDocument.AidStory;
import breakwater.report.ReportDocument.Course;
import breakwater.report.ReportDocument.InjectStory;
import breakwater.report.ReportDocument.LinkMark;
import breakwater.report.ReportDocument.NodeMark;
import breakwater.report.ReportDocument.Objective;
import breakwater.report.ReportDocument.OutageStory;
import breakwater.report.ReportDocument.Repair;
import breakwater.report.ReportDocument.ServiceStory;
import breakwater.report.ReportDocument.Step;
import breakwater.report.ReportDocument.TimelineLine;
import breakwater.report.ReportDocument.Toll;
import breakwater.scoring.AidScores;
import breakwater.scoring.EntryRef;
import breakwater.scoring.Figures;
import breakwater.scoring.Measure;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;

import org.jspecify.annotations.Nullable;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/** Writes {@code report.json}: figures refer to {@code scorecard.json}, events to the log by domain and sequence. */
public final class ReportJson {

    /** Raised when a field changes its meaning or goes away. */
    public static final int SCHEMA_VERSION = 1;

    private static final JsonFactory JSON = new JsonFactory();

    private final JsonGenerator out;

    private ReportJson(JsonGenerator out) {
        this.out = out;
    }

    /** The whole file in UTF-8; the same bytes for the same report. */
    public static byte[] encode(ReportDocument report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JsonGenerator out = JSON.createGenerator(bytes)) {
            new ReportJson(out).write(report);
            out.writeRaw('\n');
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed.", e);
        }
        return bytes.toByteArray();
    }

    private void write(ReportDocument report) throws IOException {
        out.writeStartObject();
        out.writeNumberField("schemaVersion", SCHEMA_VERSION);
        out.writeStringField("exercise", report.card().drill().exercise());
        out.writeStringField("exerciseHash", report.card().drill().exerciseHash());
        out.writeNumberField("seed", report.card().drill().seed());
        out.writeStringField("title", report.card().drill().title());
        out.writeNumberField("windowSeconds", report.card().windowSeconds());
        list("attribution", report.attribution(), out::writeString);
        list("summary", report.summary(), out::writeString);
        headline(report);
        list("objectives", report.objectives(), this::objective);
        list("injects", report.injects(), this::inject);
        list("worst", report.worst(), this::service);
        list("timeline", report.timeline(), this::line);
        out.writeNumberField("timelineLeftOut", report.timelineLeftOut());
        list("courses", report.courses(), this::course);
        out.writeFieldName("network");
        out.writeStartObject();
        list("nodes", report.network().nodes(), this::node);
        list("links", report.network().links(), this::link);
        out.writeEndObject();
        list("repairs", report.repairs(), this::repair);
        list("actions", report.actions(), this::action);
        out.writeFieldName("mutualAid");
        out.writeStartObject();
        list("pairs", report.card().aid().pairs(), this::pair);
        list("cases", report.aid(), this::aid);
        out.writeEndObject();
        list("assumptions", report.assumptions(), out::writeString);
        out.writeEndObject();
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

    private void names(String field, List<String> names) throws IOException {
        out.writeFieldName(field);
        out.writeStartArray();
        for (String name : names) {
            out.writeString(name);
        }
        out.writeEndArray();
    }

    private void headline(ReportDocument report) throws IOException {
        out.writeFieldName("headline");
        out.writeStartObject();
        Map<Measure, @Nullable BigDecimal> values =
                report.card().federation().figures().values();
        for (Measure measure : report.headline()) {
            figure(measure, values.get(measure));
        }
        out.writeEndObject();
    }

    private void figure(Measure measure, @Nullable BigDecimal value) throws IOException {
        out.writeFieldName(measure.id());
        if (value == null) {
            out.writeNull();
        } else {
            out.writeNumber(value.toPlainString());
        }
    }

    private void figures(Figures figures) throws IOException {
        out.writeFieldName("figures");
        out.writeStartObject();
        for (Map.Entry<Measure, @Nullable BigDecimal> entry : figures.values().entrySet()) {
            figure(entry.getKey(), entry.getValue());
        }
        out.writeEndObject();
    }

    private void objective(Objective objective) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", objective.id());
        out.writeStringField("text", objective.text());
        names("injects", objective.injects());
        out.writeEndObject();
    }

    private void inject(InjectStory inject) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", inject.id());
        out.writeStringField("kind", inject.kind());
        out.writeStringField("title", inject.title());
        if (inject.isReleased()) {
            out.writeNumberField("releasedMicros", inject.releasedMicros());
        } else {
            out.writeNullField("releasedMicros");
        }
        out.writeStringField("detail", inject.detail());
        if (inject.isFault() && inject.isReleased()) {
            out.writeStringField("rootCause", inject.rootCause().name());
            out.writeBooleanField("thirdParty", inject.thirdParty());
            toll(inject.toll());
        }
        if (inject.met() != null) {
            out.writeBooleanField("met", inject.met());
        }
        out.writeEndObject();
    }

    private void decimal(String field, BigDecimal value) throws IOException {
        out.writeFieldName(field);
        out.writeNumber(value.toPlainString());
    }

    private void toll(Toll toll) throws IOException {
        out.writeFieldName("toll");
        out.writeStartObject();
        out.writeNumberField("nodesOnBattery", toll.nodesOnBattery());
        out.writeNumberField("nodesDown", toll.nodesDown());
        out.writeNumberField("linksLost", toll.linksLost());
        out.writeNumberField("servicesOut", toll.servicesOut());
        out.writeNumberField("domainsHit", toll.domainsHit());
        decimal("outageUserMinutes", toll.outageUserMinutes());
        out.writeEndObject();
    }

    private void service(ServiceStory story) throws IOException {
        out.writeStartObject();
        out.writeStringField("service", story.score().declared().service().value());
        out.writeStringField("home", story.score().home().value());
        out.writeStringField("title", story.title());
        out.writeNumberField("alike", story.alike());
        decimal("togetherUserMinutes", story.togetherUserMinutes());
        names("alikeNamed", story.alikeNamed().stream().map(Object::toString).toList());
        figures(story.score().figures());
        list("outages", story.outages(), this::outage);
        out.writeEndObject();
    }

    private void outage(OutageStory story) throws IOException {
        out.writeStartObject();
        out.writeNumberField("fromSecond", story.outage().fromSecond());
        out.writeNumberField("untilSecond", story.outage().untilSecond());
        out.writeBooleanField("restored", story.outage().restored());
        out.writeStringField("root", story.root());
        out.writeBooleanField("inferred", story.inferred());
        list("chain", story.chain(), this::step);
        out.writeEndObject();
    }

    private void step(Step step) throws IOException {
        out.writeStartObject();
        out.writeNumberField("t", step.timeMicros());
        entry(step.entry());
        out.writeStringField("text", step.text());
        out.writeEndObject();
    }

    private void entry(EntryRef ref) throws IOException {
        out.writeStringField("domain", ref.origin().value());
        out.writeNumberField("seq", ref.sequence());
    }

    private void line(TimelineLine line) throws IOException {
        out.writeStartObject();
        out.writeNumberField("t", line.timeMicros());
        out.writeStringField("of", line.domain());
        out.writeStringField("kind", line.kind().name());
        out.writeStringField("text", line.text());
        entry(line.first());
        out.writeEndObject();
    }

    private void course(Course course) throws IOException {
        out.writeStartObject();
        out.writeStringField("domain", course.domain());
        out.writeStringField("name", course.name());
        out.writeNumberField("nodes", course.nodes());
        out.writeNumberField("links", course.links());
        out.writeNumberField("services", course.services());
        out.writeNumberField("binMicros", course.binMicros());
        counts("nodesOnBattery", course.nodesOnBattery());
        counts("nodesDown", course.nodesDown());
        counts("linksLost", course.linksLost());
        counts("servicesOut", course.servicesOut());
        out.writeEndObject();
    }

    private void counts(String field, List<Integer> counts) throws IOException {
        out.writeFieldName(field);
        out.writeStartArray();
        for (int count : counts) {
            out.writeNumber(count);
        }
        out.writeEndArray();
    }

    private void node(NodeMark node) throws IOException {
        out.writeStartObject();
        out.writeStringField("node", node.id());
        out.writeStringField("name", node.name());
        out.writeStringField("domain", node.domain());
        decimal("latitude", node.latitude());
        decimal("longitude", node.longitude());
        out.writeNumberField("batteryMicros", node.batteryMicros());
        out.writeNumberField("downMicros", node.downMicros());
        out.writeEndObject();
    }

    /** Not the generator's own form of a double: that differs between JDK versions. */
    private void decimal(String field, double value) throws IOException {
        out.writeFieldName(field);
        out.writeNumber(CanonicalNumber.format(value));
    }

    private void link(LinkMark link) throws IOException {
        out.writeStartObject();
        out.writeStringField("link", link.id());
        out.writeStringField("a", link.a());
        out.writeStringField("b", link.b());
        out.writeStringField("owner", link.owner());
        out.writeNumberField("lostMicros", link.lostMicros());
        out.writeStringField("reason", link.reason());
        out.writeEndObject();
    }

    private void repair(Repair repair) throws IOException {
        out.writeStartObject();
        out.writeStringField("job", repair.job());
        out.writeStringField("asset", repair.asset());
        out.writeStringField("domain", repair.domain());
        out.writeStringField("crew", repair.crew());
        moment("openedMicros", repair.openedMicros());
        moment("travellingMicros", repair.travellingMicros());
        moment("workingMicros", repair.workingMicros());
        moment("closedMicros", repair.closedMicros());
        out.writeEndObject();
    }

    private void moment(String field, long micros) throws IOException {
        if (micros < 0) {
            out.writeNullField(field);
        } else {
            out.writeNumberField(field, micros);
        }
    }

    private void action(Action action) throws IOException {
        out.writeStartObject();
        out.writeStringField("domain", action.domain());
        out.writeStringField("by", action.by());
        out.writeStringField("intent", action.intent());
        out.writeNumberField("accepted", action.accepted());
        out.writeNumberField("refused", action.refused());
        out.writeNumberField("firstMicros", action.firstMicros());
        out.writeStringField("lastRefusal", action.lastRefusal());
        out.writeEndObject();
    }

    private void pair(AidScores.Pair pair) throws IOException {
        out.writeStartObject();
        out.writeStringField("requester", pair.requester().value());
        out.writeStringField("donor", pair.donor().value());
        figures(pair.figures());
        out.writeEndObject();
    }

    private void aid(AidStory story) throws IOException {
        out.writeStartObject();
        out.writeStringField("aid", story.aid().aid());
        out.writeStringField("requester", story.aid().requester().value());
        out.writeStringField("donor", story.aid().donor().value());
        out.writeStringField("outcome", story.outcome());
        list("steps", story.steps(), this::step);
        out.writeEndObject();
    }
}
