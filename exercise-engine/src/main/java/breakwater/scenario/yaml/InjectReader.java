package breakwater.scenario.yaml;

import breakwater.document.DocumentNode.Scalar;
import breakwater.document.Fields;
import breakwater.document.NameTable;
import breakwater.exercise.InjectId;
import breakwater.exercise.RootCause;
import breakwater.exercise.SimTime;
import breakwater.network.DomainId;
import breakwater.network.yaml.NetworkNames;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.scenario.Condition;
import breakwater.scenario.Fault;
import breakwater.scenario.Inject;
import breakwater.scenario.Inject.Body;
import breakwater.scenario.Inject.Release;
import breakwater.scenario.Scenario;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads the rows of the MSEL. */
final class InjectReader {

    /** As playbooks compare it: no other way to write the same word. */
    private static final Pattern TOPIC = Pattern.compile("[a-z][a-z0-9-]{0,39}");

    private final NetworkNames names;
    private final NameTable objectives;
    private final NameTable injects;
    private final FaultReader faults;
    private final ConditionReader conditions;
    private final Problems problems;
    private final long horizonMicros;

    InjectReader(
            NetworkNames names,
            Tables tables,
            FaultReader faults,
            long horizonMicros,
            Problems problems) {
        this.names = names;
        this.objectives = tables.objectives();
        this.injects = tables.injects();
        this.faults = faults;
        this.conditions = new ConditionReader(names, injects, problems);
        this.horizonMicros = horizonMicros;
        this.problems = problems;
    }

    /** The names a scenario declares itself. */
    record Tables(NameTable objectives, NameTable injects) {}

    Optional<Inject> inject(String id, Fields fields) {
        if (id.equals(Scenario.LinkHazard.CAUSE)) {
            fields.report(
                    "id",
                    "reserved-name",
                    "Expected another name than '%s', which random failures have as cause in the log."
                            .formatted(id),
                    "");
        }
        String title = fields.text("title");
        List<String> serves = fields.texts("objectives").stream()
                .filter(text -> objectives.knows("objectives", text))
                .map(Scalar::text)
                .toList();
        Optional<Release> release = release(fields);
        Optional<Body> body =
                fields.onlyOne(ScenarioShapes.BODIES).flatMap(key -> body(fields, key));
        return fields.isSound() && release.isPresent() && body.isPresent()
                ? Optional.of(
                        new Inject(new InjectId(id), title, release.get(), body.get(), serves))
                : Optional.empty();
    }

    private Optional<Release> release(Fields fields) {
        if (fields.has("at") && fields.has("when")) {
            fields.report(
                    "when",
                    "one-of",
                    "Expected either 'at' or 'when' in the inject, but found both.",
                    "");
        }
        for (String key : List.of("deadline", "else")) {
            if (fields.has(key) && !fields.has("when")) {
                fields.report(
                        key,
                        "one-of",
                        "Expected '%s' only beside 'when', but there is none.".formatted(key),
                        "");
            }
        }
        if (fields.has("at")) {
            return Optional.of(new Release.At(time(fields, "at")));
        }
        return fields.has("when")
                ? conditional(fields)
                : Optional.of(new Release.InPlaceOfAnother());
    }

    private Optional<Release> conditional(Fields fields) {
        Optional<Condition> condition = conditions.condition(fields, "when");
        if (!fields.has("deadline")) {
            fields.report(
                    "when",
                    "missing-key",
                    "Expected a 'deadline' beside 'when', but it is missing.",
                    "");
        }
        long deadline = time(fields, "deadline");
        boolean known = fields.has("else") && injects.knows(fields, "else");
        Optional<InjectId> otherwise =
                known ? Optional.of(new InjectId(fields.text("else"))) : Optional.empty();
        return condition.map(when -> new Release.When(when, deadline, otherwise));
    }

    private long time(Fields fields, String key) {
        long micros = fields.durationMicros(key);
        if (micros > horizonMicros) {
            problems.add(Problem.warning(
                    "after-end",
                    fields.at(key),
                    "Expected a time before the exercise ends at %s, but found %s: this never happens."
                            .formatted(SimTime.format(horizonMicros), SimTime.format(micros)),
                    ""));
        }
        return micros;
    }

    private Optional<Body> body(Fields fields, String key) {
        for (String causeKey : List.of("rootCause", "thirdParty")) {
            if (!key.equals("fault") && fields.has(causeKey)) {
                fields.report(
                        causeKey,
                        "one-of",
                        "Expected '%s' only beside 'fault', but there is none.".formatted(causeKey),
                        "");
            }
        }
        return switch (key) {
            case "fault" -> fault(fields);
            case "message" -> fields.mapping(key, ScenarioShapes.MESSAGE).flatMap(this::message);
            default -> fields.mapping(key, ScenarioShapes.EXPECT).flatMap(this::expectedAction);
        };
    }

    private Optional<Body> fault(Fields fields) {
        if (!fields.has("rootCause")) {
            fields.report(
                    "fault",
                    "missing-key",
                    "Expected a 'rootCause' beside 'fault', but it is missing.",
                    "Maybe one of: " + String.join(", ", ScenarioShapes.ROOT_CAUSES.keySet())
                            + ".");
        }
        RootCause cause =
                fields.choice("rootCause", ScenarioShapes.ROOT_CAUSES, RootCause.SYSTEM_FAILURE);
        boolean thirdParty = fields.flag("thirdParty");
        Optional<Fault> fault = faults.fault(fields);
        boolean planned =
                fault.filter(Fault.PlannedMaintenance.class::isInstance).isPresent();
        if (planned && !fields.has("at")) {
            fields.report(
                    "fault",
                    "maintenance-not-planned",
                    "Expected planned maintenance at a fixed time ('at'), for it is announced before the exercise starts.",
                    "");
        }
        return fault.map(what -> new Body.FaultStrikes(what, cause, thirdParty));
    }

    private Optional<Body> message(Fields fields) {
        String from = fields.text("from");
        String to = fields.text("to");
        String text = fields.text("text");
        boolean reaches = fields.has("reaches") && names.domains().knows(fields, "reaches");
        for (String key : List.of("topic", "about")) {
            if (fields.has(key) && !fields.has("reaches")) {
                fields.report(
                        key,
                        "one-of",
                        "Expected '%s' only beside 'reaches', but there is none: nobody would be told it."
                                .formatted(key),
                        "Maybe add 'reaches' with the operator who gets the message.");
            }
        }
        String topic = fields.has("topic") ? topic(fields) : "";
        boolean about = fields.has("about") && names.things(problems).knows(fields, "about");
        return fields.isSound()
                ? Optional.of(new Body.Message(
                        from,
                        to,
                        text,
                        reaches
                                ? Optional.of(new DomainId(fields.text("reaches")))
                                : Optional.empty(),
                        topic,
                        about ? fields.text("about") : ""))
                : Optional.empty();
    }

    private static String topic(Fields fields) {
        String topic = fields.text("topic");
        if (!topic.isEmpty() && !TOPIC.matcher(topic).matches()) {
            fields.report(
                    "topic",
                    "bad-name",
                    "Expected a topic of small letters, digits and -, but found '%s'."
                            .formatted(topic),
                    "");
        }
        return topic;
    }

    private Optional<Body> expectedAction(Fields fields) {
        names.domains().knows(fields, "operator");
        String action = fields.text("action");
        long within = fields.durationMicros("within");
        Optional<Condition> evidence = conditions.condition(fields, "evidence");
        return fields.isSound() && evidence.isPresent()
                ? Optional.of(new Body.ExpectedAction(
                        new DomainId(fields.text("operator")), action, evidence.get(), within))
                : Optional.empty();
    }
}
