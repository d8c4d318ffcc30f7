package breakwater.playbook.difference;

import breakwater.playbook.Playbook;
import breakwater.playbook.expression.Expression;
import breakwater.playbook.yaml.PlaybookDurations;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** What is said of a playbook but for its steps. */
final class PlaybookFacts {

    private PlaybookFacts() {}

    static Map<String, String> of(Playbook playbook) {
        Map<String, String> facts = new TreeMap<>();
        facts.put("id", playbook.id());
        facts.put("version", playbook.version());
        facts.put("title", "'" + playbook.title() + "'");
        facts.put("types", String.join(", ", playbook.types()));
        facts.put("tlp", playbook.tlp().label());
        facts.put("owner", playbook.owner());
        facts.put(
                "triggers",
                playbook.triggers().stream()
                        .map(one -> one.event()
                                + one.when().map(when -> " if " + when.text()).orElse(""))
                        .collect(Collectors.joining("; ")));
        playbook.inputs()
                .forEach(one -> facts.put(
                        "input " + one.name(),
                        one.type().label()
                                + one.from()
                                        .map(Expression::text)
                                        .map(from -> " from " + from)
                                        .orElse("")));
        variables(facts, "variable ", playbook.variables());
        variables(facts, "constant ", playbook.constants());
        playbook.roles()
                .forEach(role -> facts.put(
                        "role " + role.id(),
                        "%s '%s'"
                                .formatted(
                                        role.kind().name().toLowerCase(Locale.ROOT),
                                        role.title())));
        playbook.defaults()
                .timeoutMicros()
                .ifPresent(
                        micros -> facts.put("timeout of steps", PlaybookDurations.format(micros)));
        playbook.defaults()
                .retry()
                .ifPresent(retry -> facts.put("retry of steps", StepFacts.retry(retry)));
        return facts;
    }

    private static void variables(
            Map<String, String> facts, String word, List<Playbook.Variable> variables) {
        variables.forEach(one -> facts.put(
                word + one.name(),
                "%s (%s)".formatted(StepFacts.text(one.value()), one.type().label())));
    }
}
