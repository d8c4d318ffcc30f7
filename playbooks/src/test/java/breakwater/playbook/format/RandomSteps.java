package breakwater.playbook.format;

import static breakwater.playbook.format.RandomTexts.NOWHERE;

import breakwater.playbook.Step;
import breakwater.playbook.Step.Modifiers;
import breakwater.playbook.Step.OnFailure;
import breakwater.playbook.Value;
import breakwater.playbook.Verb;
import breakwater.playbook.event.EventKind;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Random;

/** Steps of every verb with every modifier it takes, and paths as the reader gives them. */
final class RandomSteps {

    private static final int DEPTH_MAX = 3;

    private final RandomPlaybooks make;
    private final RandomTexts texts;
    private final Random random;
    private int ids;

    RandomSteps(RandomPlaybooks make) {
        this.make = make;
        texts = make.texts;
        random = make.random;
    }

    List<Step> list(String within, int least, int depth) {
        List<Step> steps = new ArrayList<>();
        int count = least + random.nextInt(depth == 0 ? 6 : 3);
        for (int number = 1; number <= count; number++) {
            steps.add(step(within, Integer.toString(number), depth));
        }
        return steps;
    }

    private Step step(String within, String number, int depth) {
        String id = random.nextBoolean() ? "id-" + ids++ : "";
        String name = id.isEmpty() ? number : id;
        String path = within.isEmpty() ? name : within + "/" + name;
        String title = random.nextInt(3) == 0 ? texts.title() : "";
        Verb verb = verb(path, depth);
        return new Step(path, id, title, verb, modifiers(verb, path, depth), NOWHERE);
    }

    private Modifiers modifiers(Verb verb, String path, int depth) {
        String keyword = verb.keyword();
        boolean act = keyword.equals("do");
        boolean work = act || keyword.equals("task");
        boolean saves = work || List.of("decide", "aid", "call").contains(keyword);
        boolean takesTime = work || List.of("notify", "wait", "call").contains(keyword);
        boolean tells = work || List.of("decide", "notify").contains(keyword);
        boolean waits = verb instanceof Verb.Await;
        return new Modifiers(
                make.maybe(texts::expression),
                random.nextInt(4) == 0 ? make.micros() : 0,
                waits
                        ? OptionalLong.of(make.micros())
                        : takesTime ? make.maybeMicros() : OptionalLong.empty(),
                work ? make.maybe(make::retry) : Optional.empty(),
                saves ? make.some(this::assignment) : List.of(),
                work && depth < DEPTH_MAX
                        ? make.maybe(() -> step(path, "undo", DEPTH_MAX))
                        : Optional.empty(),
                onFailure(path, depth),
                tells
                        ? make.some(
                                () -> new Step.Escalation(make.micros(), texts.title(), NOWHERE))
                        : List.of(),
                act
                        ? make.maybe(() -> new Step.Approval(
                                texts.title(), make.micros(), random.nextBoolean(), NOWHERE))
                        : Optional.empty());
    }

    private OnFailure onFailure(String path, int depth) {
        return switch (random.nextInt(5)) {
            case 0 -> OnFailure.Simple.CONTINUE;
            case 1 -> OnFailure.Simple.UNDO;
            case 2 ->
                new OnFailure.Handle(
                        depth >= DEPTH_MAX ? List.of() : list(path + "/on_failure", 0, depth + 1));
            default -> OnFailure.Simple.STOP;
        };
    }

    private Step.Assignment assignment() {
        return new Step.Assignment(make.name(), texts.expression(), NOWHERE);
    }

    private Verb verb(String path, int depth) {
        int verbs = depth >= DEPTH_MAX ? 11 : 15;
        return switch (random.nextInt(verbs)) {
            case 0 -> new Verb.Do(texts.title(), make.values(), random.nextInt(4) == 0, NOWHERE);
            case 1 ->
                new Verb.Task(
                        texts.template(),
                        texts.title(),
                        make.some(() -> new Verb.Task.Field(make.name(), make.type())),
                        NOWHERE);
            case 2 -> decide();
            case 3 -> new Verb.Pause(make.micros());
            case 4 -> await();
            case 5 -> new Verb.SetVariables(make.some(this::assignment));
            case 6 -> notice();
            case 7 -> aid();
            case 8 -> new Verb.Return(texts.title(), make.maybeMicros(), NOWHERE);
            case 9 ->
                random.nextBoolean()
                        ? new Verb.Call(texts.title(), texts.title(), make.values(), NOWHERE)
                        : new Verb.Escalate(texts.title(), NOWHERE);
            case 10 -> new Verb.End(make.outcome());
            case 11 ->
                new Verb.If(
                        texts.expression(),
                        list(path + "/then", 0, depth + 1),
                        list(path + "/else", 0, depth + 1));
            case 12 ->
                new Verb.Switch(
                        texts.expression(),
                        branches(path, 0, depth),
                        list(path + "/default", 0, depth + 1));
            case 13 -> {
                List<Verb.Branch> branches = branches(path, 2, depth);
                yield new Verb.Parallel(branches, 1 + random.nextInt(branches.size()));
            }
            default ->
                new Verb.While(
                        texts.expression(),
                        make.micros(),
                        1 + random.nextInt(1_000),
                        list(path, 0, depth + 1));
        };
    }

    private List<Verb.Branch> branches(String path, int least, int depth) {
        List<Verb.Branch> branches = new ArrayList<>();
        for (int i = least + random.nextInt(3); i > 0; i--) {
            String name = make.name();
            branches.add(new Verb.Branch(name, list(path + "/" + name, 0, depth + 1), NOWHERE));
        }
        return branches;
    }

    private Verb decide() {
        Map<String, String> options = new LinkedHashMap<>();
        for (int i = 2 + random.nextInt(3); i > 0; i--) {
            options.put(make.name(), texts.any());
        }
        return new Verb.Decide(
                texts.template(),
                texts.title(),
                options,
                make.micros(),
                make.pick(List.copyOf(options.keySet())),
                NOWHERE);
    }

    private Verb await() {
        return random.nextBoolean()
                ? new Verb.Await("", Optional.of(texts.expression()), false, NOWHERE)
                : new Verb.Await(
                        make.pick(List.copyOf(EventKind.byLabel().keySet())),
                        make.maybe(texts::expression),
                        random.nextBoolean(),
                        NOWHERE);
    }

    private Verb notice() {
        return new Verb.Notify(
                texts.title(),
                texts.title(),
                random.nextBoolean() ? texts.title() : "",
                make.maybe(() -> new Verb.Notify.Due(make.micros(), texts.expression())),
                make.maybe(texts::template),
                make.values(),
                NOWHERE);
    }

    private Verb aid() {
        Value nothing = new Value.Literal("", NOWHERE);
        List<String> ask = make.some(texts::title);
        return new Verb.Aid(
                make.pick(List.of("key-relay", "crew", "spare", "key-loan")),
                random.nextBoolean() ? nothing : make.value(),
                make.value(),
                make.micros(),
                ask,
                ask.stream().map(name -> NOWHERE).toList(),
                make.micros(),
                new Verb.Aid.Accept(texts.title(), make.micros(), random.nextBoolean(), NOWHERE),
                make.micros(),
                NOWHERE);
    }
}
