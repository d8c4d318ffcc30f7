package breakwater.tabletop.cli;

import breakwater.keyrate.CalibratedLaw;
import breakwater.keyrate.CalibrationPoint;
import breakwater.keyrate.KeyRate;
import breakwater.keyrate.KeyRateProfile;
import breakwater.keyrate.Parameter;
import breakwater.tabletop.cli.ProfileCommand.RatedSpan;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.List;

/** Profiles and rates as JSON. Figures that are infinite, such as the bound at 0 dB, are null. */
final class ProfileJson {

    /** The factory's own double writer: {@code Double.toString} differs between Java releases. */
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.USE_FAST_DOUBLE_WRITER)
            .build();

    private ProfileJson() {}

    /** Writes fields into an open object. */
    @FunctionalInterface
    private interface Body {
        void write(JsonGenerator json) throws IOException;
    }

    static String list(List<KeyRateProfile> profiles) {
        return object(json -> {
            json.writeArrayFieldStart("profiles");
            for (KeyRateProfile profile : profiles) {
                json.writeStartObject();
                head(json, profile);
                json.writeEndObject();
            }
            json.writeEndArray();
        });
    }

    static String show(KeyRateProfile profile) {
        return object(json -> {
            head(json, profile);
            json.writeStringField("formula", profile.law().formula());
            json.writeStringField("lawSource", profile.law().source());
            json.writeArrayFieldStart("parameters");
            for (Parameter parameter : profile.values().listParameters()) {
                parameter(json, parameter);
            }
            json.writeEndArray();
            if (profile.law() instanceof CalibratedLaw calibrated) {
                points(json, calibrated.points());
            }
            json.writeObjectFieldStart("restart");
            json.writeNumberField("blockSiftedBit", profile.restart().blockSiftedBit());
            json.writeNumberField("realignMedianSeconds", profile.restart().realignMedianSeconds());
            json.writeNumberField("realignP95Seconds", profile.restart().realignP95Seconds());
            json.writeStringField("confidence", profile.restart().confidence().word());
            json.writeEndObject();
        });
    }

    static String rate(RatedSpan rated) {
        KeyRate rate = rated.rate();
        return object(json -> {
            json.writeStringField("profile", rated.profile().id());
            json.writeStringField("version", rated.profile().version());
            number(json, "lengthKm", rated.lengthKm() == null ? Double.NaN : rated.lengthKm());
            number(json, "lossDb", rate.lossDb());
            number(json, "ratePerPulse", rate.ratePerPulse());
            number(json, "rateBitPerSecond", rate.rateBitPerSecond());
            json.writeNumberField("wholeRateBitPerSecond", rate.wholeRateBitPerSecond());
            number(json, "qber", rate.qber());
            number(json, "plobBitPerUse", rate.plobBitPerUse());
            number(json, "marginToPlobDb", rate.marginToPlobDb());
            json.writeNumberField("blockBit", rate.blockBit());
            boolean never = rate.blockBit() == 0;
            number(json, "blockFillSeconds", never ? Double.NaN : rate.blockFillSeconds());
            names(json, "changed", rated.changed());
            names(json, "assumed", rated.profile().listAssumed());
        });
    }

    private static void head(JsonGenerator json, KeyRateProfile profile) throws IOException {
        json.writeStringField("id", profile.id());
        json.writeStringField("version", profile.version());
        json.writeStringField("title", profile.title());
        json.writeStringField("law", profile.law().id());
        json.writeStringField("source", profile.source());
        number(json, "clockHz", profile.clockHz());
        json.writeObjectFieldStart("range");
        number(json, "leastLossDb", profile.range().leastLossDb());
        number(json, "mostLossDb", profile.range().mostLossDb());
        number(json, "mostLengthKm", profile.range().mostLengthKm());
        json.writeEndObject();
    }

    private static void parameter(JsonGenerator json, Parameter parameter) throws IOException {
        json.writeStartObject();
        json.writeStringField("name", parameter.name());
        number(json, "value", parameter.value());
        json.writeStringField("unit", parameter.spec().unit());
        json.writeStringField("meaning", parameter.spec().meaning());
        json.writeStringField("confidence", parameter.confidence().word());
        json.writeStringField("note", parameter.note());
        number(json, "least", parameter.spec().least());
        number(json, "most", parameter.spec().most());
        json.writeEndObject();
    }

    private static void points(JsonGenerator json, List<CalibrationPoint> points)
            throws IOException {
        json.writeArrayFieldStart("points");
        for (CalibrationPoint point : points) {
            json.writeStartObject();
            number(json, "lossDb", point.lossDb());
            json.writeStringField("lossConfidence", point.lossConfidence().word());
            number(json, "rateBitPerSecond", point.rateBitPerSecond());
            number(json, "qber", point.qber());
            json.writeStringField("qberConfidence", point.qberConfidence().word());
            json.writeStringField("source", point.source());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private static void names(JsonGenerator json, String field, List<String> names)
            throws IOException {
        json.writeArrayFieldStart(field);
        for (String name : names) {
            json.writeString(name);
        }
        json.writeEndArray();
    }

    private static void number(JsonGenerator json, String field, double value) throws IOException {
        if (Double.isFinite(value)) {
            json.writeNumberField(field, value);
        } else {
            json.writeNullField(field);
        }
    }

    private static String object(Body body) {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = FACTORY.createGenerator(text)) {
            json.setPrettyPrinter(
                    new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));
            json.writeStartObject();
            body.write(json);
            json.writeEndObject();
        } catch (IOException noFileIsInvolved) {
            throw new UncheckedIOException(noFileIsInvolved);
        }
        return text + "\n";
    }
}
