package breakwater.playbook.bench;

import breakwater.playbook.Playbook;
import breakwater.playbook.Verb;
import breakwater.playbook.check.CheckedPlaybook;
import breakwater.playbook.check.PlaybookChecker;
import breakwater.playbook.check.StepWalk;
import breakwater.playbook.check.Surroundings;
import breakwater.playbook.event.EventKind;
import breakwater.playbook.expression.Expression;
import breakwater.playbook.expression.Program;
import breakwater.playbook.expression.Snapshot;
import breakwater.playbook.expression.Type;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problems;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The conditions of the shipped playbooks, and values of what they ask for. */
final class Guards {

    /** Sets of values per guard: enough that both answers come up. */
    static final int FRAMES = 16;

    private static final Pattern TEXT = Pattern.compile("'([^']*)'");

    private Guards() {}

    /**
     * A condition as it was checked.
     *
     * @param names all it could use, by full name
     */
    record Guard(String text, Program program, Map<String, Type> names) {}

    /**
     * What a guard sees.
     *
     * @param values by name
     * @param snapshots the fields of whatever thing is asked for
     */
    record Values(Map<String, Object> values, Map<Snapshot, Map<String, Object>> snapshots) {}

    static List<Guard> ofLibrary() {
        Problems problems = new Problems();
        List<Playbook> library = ShippedPlaybooks.all().stream()
                .flatMap(file -> PlaybookReader.read(file, problems).stream())
                .toList();
        Surroundings surroundings = Surroundings.UNKNOWN.withPlaybooks(library);
        List<Guard> guards = new ArrayList<>();
        for (Playbook playbook : library) {
            PlaybookChecker.check(playbook, surroundings, problems)
                    .ifPresent(checked -> collect(checked, guards));
        }
        if (problems.hasErrors()) {
            throw new IllegalStateException(problems.inFileOrder().toString());
        }
        return guards;
    }

    private static void collect(CheckedPlaybook checked, List<Guard> guards) {
        Playbook playbook = checked.playbook();
        for (Playbook.Trigger trigger : playbook.triggers()) {
            trigger.when().ifPresent(guard -> guards.add(guard(checked, guard, trigger.event())));
        }
        StepWalk.all(playbook, step -> {
            step.modifiers().when().ifPresent(guard -> guards.add(guard(checked, guard, "")));
            if (step.verb() instanceof Verb.If choice) {
                guards.add(guard(checked, choice.condition(), ""));
            } else if (step.verb() instanceof Verb.While loop) {
                guards.add(guard(checked, loop.condition(), ""));
            } else if (step.verb() instanceof Verb.Await await) {
                await.condition()
                        .ifPresent(guard -> guards.add(guard(checked, guard, await.event())));
            }
        });
    }

    private static Guard guard(CheckedPlaybook checked, Expression text, String event) {
        Map<String, Type> names = new TreeMap<>(checked.playbook().names());
        EventKind.find(event).ifPresent(kind -> names.putAll(kind.fields()));
        for (String moment : List.of("run.started_at", "run.aware_at", "run.now")) {
            names.put(moment, Type.Simple.TIMESTAMP);
        }
        return new Guard(text.text(), checked.program(text), names);
    }

    /** One set of values for a guard; texts are often those the guard compares with. */
    static Values values(Guard guard, int number) {
        SplittableRandom random = new SplittableRandom(guard.text().hashCode() * 31L + number);
        List<String> texts = new ArrayList<>(List.of("A2", "up"));
        Matcher literal = TEXT.matcher(guard.text());
        while (literal.find()) {
            texts.add(literal.group(1));
        }
        Map<String, Object> values = new HashMap<>();
        guard.names().forEach((name, type) -> values.put(name, value(type, texts, random)));
        Map<Snapshot, Map<String, Object>> snapshots = new EnumMap<>(Snapshot.class);
        for (Snapshot kind : Snapshot.values()) {
            Map<String, Object> fields = new HashMap<>();
            new TreeMap<>(kind.fields())
                    .forEach((field, type) -> fields.put(field, value(type, texts, random)));
            snapshots.put(kind, fields);
        }
        return new Values(values, snapshots);
    }

    private static Object value(Type type, List<String> texts, SplittableRandom random) {
        if (type instanceof Type.ListOf list) {
            return List.of(
                    value(list.element(), texts, random), value(list.element(), texts, random));
        }
        if (type instanceof Type.Id) {
            return "A2";
        }
        return switch ((Type.Simple) type) {
            case BOOL -> random.nextBoolean();
            case INTEGER -> random.nextLong(0, 4);
            case FLOAT -> random.nextLong(0, 40) / 100.0;
            case STRING -> texts.get(random.nextInt(texts.size()));
            case DURATION -> Duration.ofSeconds(random.nextLong(0, 7200));
            case TIMESTAMP -> Instant.EPOCH.plusSeconds(random.nextLong(0, 7200));
        };
    }
}
