package breakwater.playbook.drawing;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.document.SourceFile;
import breakwater.playbook.Playbook;
import breakwater.playbook.library.ShippedPlaybooks;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.problem.Problems;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** A drawing can be read: nothing lies on something else, and nothing sticks out of its box. */
class PlaybookDrawingTest {

    private static final String HEAD = """
            playbook: example
            version: 1.0.0
            title: Example
            types: [mitigation]
            tlp: green
            owner: any
            roles: {noc: {kind: group, title: NOC shift lead}}
            """;

    private static final int SEEDS = 60;

    private static Playbook read(SourceFile file) {
        Problems problems = new Problems();
        Playbook playbook = PlaybookReader.read(file, problems).orElseThrow();
        assertThat(problems.inFileOrder()).isEmpty();
        return playbook;
    }

    private static Playbook playbook(String rest) {
        byte[] bytes = (HEAD + rest).getBytes(StandardCharsets.UTF_8);
        return read(new SourceFile("x.playbook.yaml", "x.playbook.yaml", bytes));
    }

    static Stream<Playbook> shipped() {
        return ShippedPlaybooks.all().stream().map(PlaybookDrawingTest::read);
    }

    static LongStream seeds() {
        Long seed = Long.getLong("seed");
        return seed == null ? LongStream.range(0, SEEDS) : LongStream.of(seed);
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void eachShippedPlaybookCanBeRead(Playbook playbook) {
        assertReadable(playbook);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void anyPlaybookCanBeRead(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        assertReadable(playbook("steps: " + steps(random, 4) + "\nfinally: " + steps(random, 2)
                + "\non_abort: " + steps(random, 2)));
    }

    private static void assertReadable(Playbook playbook) {
        Drawing drawing = PlaybookDrawing.of(playbook);
        assertThat(PlaybookDrawing.of(playbook)).isEqualTo(drawing);
        List<Box> boxes = all(drawing.page());
        assertThat(boxes).allSatisfy(PlaybookDrawingTest::assertKeepsItsOwnInside);
        List<String> drawn =
                boxes.stream().map(Box::path).filter(path -> !path.isEmpty()).toList();
        assertThat(drawn)
                .doesNotHaveDuplicates()
                .hasSizeGreaterThanOrEqualTo(playbook.steps().size());
    }

    private static List<Box> all(Box box) {
        List<Box> all = new ArrayList<>(List.of(box));
        box.children().forEach(child -> all.addAll(all(child)));
        return all;
    }

    private static void assertKeepsItsOwnInside(Box box) {
        for (Label label : box.labels()) {
            assertThat(label.x()).isNotNegative();
            assertThat(label.x() + label.width()).as(label.text()).isLessThanOrEqualTo(box.width());
            assertThat(label.y()).as(label.text()).isBetween(label.face().size() / 2, box.height());
        }
        for (Line line : box.lines()) {
            assertThat(line.points())
                    .allMatch(point -> point.x() >= 0 && point.x() <= box.width())
                    .allMatch(point -> point.y() >= 0 && point.y() <= box.height());
        }
        List<Box> children = box.children();
        for (int i = 0; i < children.size(); i++) {
            Box child = children.get(i);
            assertThat(child.x()).isNotNegative();
            assertThat(child.y()).isNotNegative();
            assertThat(child.x() + child.width()).isLessThanOrEqualTo(box.width());
            assertThat(child.y() + child.height()).isLessThanOrEqualTo(box.height());
            for (Box other : children.subList(0, i)) {
                assertThat(meet(child, other)).as("%s and %s", child, other).isFalse();
            }
        }
    }

    private static boolean meet(Box one, Box other) {
        return one.x() < other.x() + other.width()
                && other.x() < one.x() + one.width()
                && one.y() < other.y() + other.height()
                && other.y() < one.y() + one.height();
    }

    /** Some steps as they are written, {@code deep} levels at most. */
    private static String steps(SplittableRandom random, int deep) {
        List<String> steps = new ArrayList<>();
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            steps.add(step(random, deep));
        }
        return steps.toString();
    }

    private static String step(SplittableRandom random, int deep) {
        String more = random.nextInt(3) > 0 || deep == 0
                ? ""
                : ", on_failure: " + steps(random, deep - 1);
        String undo = random.nextInt(3) > 0 || deep == 0 ? "" : ", undo: " + step(random, deep - 1);
        String word = "very-".repeat(random.nextInt(60)) + "long";
        return switch (random.nextInt(deep == 0 ? 4 : 9)) {
            case 0 -> "{do: qkd.reroute, timeout: 5m%s%s}".formatted(more, undo);
            case 1 ->
                "{task: 'Look at %s 日本 {{ run.now }}', role: noc%s%s}".formatted(word, more, undo);
            case 2 ->
                "{decide: '%s?', role: noc, options: {a: '%s', b: Leave it}, deadline: 10m, default: a}"
                        .formatted(word, "Yes ".repeat(random.nextInt(1, 40)));
            case 3 -> "{end: restored}";
            case 4 ->
                "{if: '%s == 1', then: %s, else: %s%s}"
                        .formatted(word, steps(random, deep - 1), steps(random, deep - 1), more);
            case 5 ->
                "{switch: x, cases: {%s: %s, b: %s}}"
                        .formatted(word, steps(random, deep - 1), steps(random, deep - 1));
            case 6 ->
                "{parallel: {a: %s, b: %s, c: %s}, join: %s%s}"
                        .formatted(
                                steps(random, deep - 1),
                                steps(random, deep - 1),
                                steps(random, deep - 1),
                                random.nextInt(1, 4),
                                more);
            case 7 ->
                "{while: x, every: 5m, max: 9, steps: %s%s}"
                        .formatted(steps(random, deep - 1), more);
            default -> "{wait: 5m%s}".formatted(more);
        };
    }

    @Test
    void timeLimitsRolesAndLegalClocksAreMarked() {
        List<Label> labels = all(PlaybookDrawing.of(playbook("""
                        steps:
                          - decide: Ask?
                            role: noc
                            options: {ask: Ask them, hold: Do without}
                            deadline: 20m
                            default: ask
                          - aid: {need: key-relay, for: =inputs.link, rate_bps: 2000, until: 48h}
                            offers_within: 30m
                            accept: {role: noc, deadline: 15m, default: none}
                            deployed_within: 2h
                          - notify: nis2.early-warning
                            to: csirt
                            due: {within: 24h, from: run.aware_at}
                        """)).page()).stream()
                .flatMap(box -> box.labels().stream())
                .toList();

        assertThat(texts(labels, Mark.CLOCK))
                .containsExactly(
                        "within 20m, else ask",
                        "offers within 30m",
                        "within 15m, else none",
                        "deployed within 2h",
                        "needed for 2d");
        assertThat(texts(labels, Mark.LEGAL)).containsExactly("due within 1d from run.aware_at");
        assertThat(texts(labels, Mark.DEFAULT)).containsExactly("ask: Ask them");
        assertThat(texts(labels, Mark.OPTION)).containsExactly("hold: Do without");
        assertThat(texts(labels, Mark.PERSON))
                .containsExactly(
                        "noc: NOC shift lead (group)",
                        "NOC shift lead",
                        "accepted by NOC shift lead");
    }

    private static List<String> texts(List<Label> labels, Mark mark) {
        return labels.stream()
                .filter(one -> one.mark() == mark)
                .map(Label::text)
                .toList();
    }

    @Test
    void noArrowLeavesTheEndOfARun() {
        Box page = PlaybookDrawing.of(playbook("""
                steps:
                  - if: x
                    then: [{end: degraded}]
                    else: [{end: restored}]
                """)).page();

        Box frame = all(page).stream()
                .filter(box -> box.look() == Look.FRAME)
                .findFirst()
                .orElseThrow();
        assertThat(frame.lines())
                .flatExtracting(Line::points)
                .noneMatch(point -> point.y() == frame.height());
    }

    @Test
    void aWordThatFitsNoLineIsBrokenAtItsJoints() {
        assertThat(Wrapping.lines("See inputs.links.first.and.second now", Face.TEXT, 100))
                .containsExactly("See", "inputs.links.first.", "and.second now");
        assertThat(Wrapping.lines("\n", Face.TEXT, 100)).isEmpty();
    }
}
