package breakwater.scenario.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Entry;
import breakwater.document.DocumentNode.Mapping;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.Fields;
import breakwater.document.NameTable;
import breakwater.network.DomainId;
import breakwater.network.Ids;
import breakwater.network.yaml.NetworkNames;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.scenario.Response;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads the sections {@code playbooks} and {@code people} of {@code exercise.yaml}. */
final class ResponseReader {

    private final NetworkNames names;
    private final Problems problems;

    ResponseReader(NetworkNames names, Problems problems) {
        this.names = names;
        this.problems = problems;
    }

    /** What can be read of them; what is wrong is reported. */
    Response read(List<DocumentNode> playbooks, List<DocumentNode> people) {
        List<Response.Use> uses = new ArrayList<>();
        for (DocumentNode item : playbooks) {
            Fields.read(ScenarioShapes.PLAYBOOK_USE, item, problems)
                    .ifPresent(fields -> uses.add(use(fields)));
        }
        NameTable roles = new NameTable("role", Ids::isName, problems);
        List<Response.RolePlayed> played = new ArrayList<>();
        for (DocumentNode item : people) {
            Fields.read(ScenarioShapes.ROLE_PLAYED, item, problems)
                    .ifPresent(fields -> played.add(role(roles.declare(fields, "role"), fields)));
        }
        return new Response(uses, played);
    }

    private Response.Use use(Fields fields) {
        List<DomainId> operators = fields.has("operators")
                ? NetworkNames.listKnown(fields, "operators", names.domains(), DomainId::new)
                : names.domains().names().stream().map(DomainId::new).toList();
        return new Response.Use(fields.text("use"), operators);
    }

    private Response.RolePlayed role(String name, Fields fields) {
        long median = fields.durationSeconds("median");
        long p95 = fields.durationSeconds("p95");
        if (fields.isSound() && (median < 1 || p95 < median)) {
            fields.report(
                    "p95",
                    "out-of-range",
                    "Expected 95 of 100 answers to take at least as long as half of them, and half of them at least 1 s.",
                    "Maybe write {median: 3 min, p95: 15 min}.");
        }
        return new Response.RolePlayed(
                name, median, p95, fields.has("absent") && fields.flag("absent"), prefers(fields));
    }

    private Map<String, String> prefers(Fields fields) {
        Map<String, String> prefers = new LinkedHashMap<>();
        if (fields.find("prefers").isEmpty()) {
            return prefers;
        }
        if (!(fields.find("prefers").get() instanceof Mapping mapping)) {
            fields.report(
                    "prefers",
                    "wrong-type",
                    "Expected steps and options for 'prefers', but found %s."
                            .formatted(fields.found("prefers")),
                    "Maybe write {ask: hold}.");
            return prefers;
        }
        for (Entry entry : mapping.entries().values()) {
            if (entry.value() instanceof Scalar option) {
                prefers.put(entry.key().text(), option.text());
            } else {
                problems.add(Problem.error(
                        "wrong-type",
                        entry.value().location(),
                        "Expected an option for '%s', but found %s."
                                .formatted(entry.key().text(), entry.value().kind()),
                        ""));
            }
        }
        return prefers;
    }
}
