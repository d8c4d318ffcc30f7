package breakwater.tabletop.drill;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.conductor.Conductor;
import breakwater.conductor.DefaultResponders;
import breakwater.conductor.DomainRunner;
import breakwater.engine.plan.ExercisePlan;
import breakwater.exercise.BitCount;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.LogEntry;
import breakwater.network.DomainId;
import breakwater.responder.Responder;
import breakwater.scenario.Exercise;
import breakwater.scoring.Figures;
import breakwater.scoring.Measure;
import breakwater.scoring.Scorer;
import breakwater.tabletop.files.ExerciseFolder;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * {@code exercises/first-drill} worked by hand. Times are seconds since StartEx, to the microsecond; rates bit/s; key
 * bits.
 *
 * <p><b>What the files say.</b> Every link makes 1,000 and every store holds 3,600,000, full at StartEx, with its low
 * mark and its restart mark at a quarter, 900,000. NORMAL again is a quarter of the way from the low mark to full:
 * 900,000 + 675,000 = 1,575,000. In the ring A1-A2-A3-A4-A5-A6 all links are 50 km. The shorter way round is taken:
 *
 * <pre>
 * alder-government  class 0  400  A1-A2-A3       other way A1-A6-A5-A4-A3
 * alder-grid        class 1  600  A6-A5-A4       other way A6-A1-A2-A3-A4
 * alder-exchange    class 3  300  A6-A5-A4       other way A6-A1-A2-A3-A4
 * alder-cedar       class 0  200  A4-A7-B1, through XB by B4 on any way, C1
 * </pre>
 *
 * <p>So A5~A6 and A4~A5 carry 900 of the 1,000 they make. No grace: who gets less than half is starved at once.
 *
 * <p><b>Nobody answers.</b>
 *
 * <pre>
 *  3600         duct A2-A3 cut: A2~A3 makes nothing and gives alder-government 400 from its store
 * 10350.000001  2,700,000 / 400 = 6750 s: exactly 900,000 left, so below it one microsecond later: LOW
 * 12600         3,600,000 / 400 = 9000 s: A2~A3 empty. alder-government goes the other way;
 *               A5~A6 and A4~A5 carry 1,300 of 1,000 and lose 300
 * 18000         B4, grid lost at 10800, has a battery for 7200 s: down. Both ways through XB lead by B4
 * 18005         XA hears it one signalling latency later: alder-cedar STARVED
 * 24600         3,600,000 / 300 = 12000 s after 12600: A4~A5 empty. alder-grid and alder-exchange were never touched
 *               by the cut; their other way leads over the cut link. They and alder-government: STARVED
 * 24605         control hears of a second starved service of XA and releases starved-xa
 * 25500         900,000 / 1,000 = 900 s: A4~A5 at its restart mark. All three: OK
 * 28500         900,000 / 300 = 3000 s: STARVED again, and so on every 3900 s, as nobody sends a crew
 * 28800         the grid is back at B4 (10800 + 18000); the stores of its links are full, relaying goes on at once
 * 28805         XA hears it: alder-cedar OK
 * </pre>
 *
 * <p>Starved at 24600 + 3900 k, k = 0 to 15; 83100 is the last before 86400.
 *
 * <p><b>The default policy answers.</b> It reacts after 30 s.
 *
 * <pre>
 *  3630         crew sent from A2 to the middle of the duct, (46.39 N, 34.00 W). Great circle over 0.33 degrees of
 *               longitude: 2 x 6371.0088 km x asin(cos 46.39 x sin 0.165) = 25.30977830784 km,
 *               at 60 km/h 1518.586698 s
 *  5148.586698  there; works 8 h = 28800 s
 * 10350.000001  A2~A3 LOW, as above
 * 10380.000001  re-solved. In A2~A3 are 3,600,000 - 400 x 6780.000001 = 887,999.9996. A store may be used up over one
 *               hour: 887,999.9996 / 3600 = 246.67, so 246 stay and 154 go the other way;
 *               A5~A6 and A4~A5 carry 900 + 154 and lose 54
 * 13989.756096  887,999.9996 / 246 = 3609.7560959..: after 3609.756095 s 887,999.9996 - 887,999.99937 = 0.00023 are
 *               left, too little for one more microsecond: EXHAUSTED. All 400 go the other way.
 *               In A4~A5 are 3,600,000 - 54 x 3609.756095 = 3,405,073.17087, and it now loses 300
 * 22339.999999  2,505,073.17087 / 300 = 8350.2439029, below 900,000 at 8350.243903: LOW with
 *               3,405,073.17087 - 300 x 8350.243903 = 899,999.99997
 * 22369.999999  class 3 is shed from A4~A5 and A5~A6: alder-exchange SUSPENDED. 600 + 400 = 1,000: the stores hold at
 *               899,999.99997 - 30 x 300 = 890,999.99997. No service of the ring is starved, and control releases
 *               praise-xa at the deadline, 72000
 * 28830         XB re-solves 30 s after B4 is back: its segment of alder-cedar, dropped by the solve at 18030, is there
 * 28835         XA hears it: alder-cedar OK
 * 33948.586698  5148.586698 + 28800: repaired. Aligns exactly 600 s, fills 60,000 bit at 1,000 in 60 s
 * 34608.586698  A2~A3 makes key again, from 0.00023
 * 35508.586698  900 s later 900,000.00023: its restart mark, NORMAL
 * 35538.586698  re-solved: alder-government back on A2~A3; A4~A5 makes 1,000, gives 600, gains 400.
 *               Class 3, shed from A2~A3 since 10380, is let on there again
 * 35568.586698  re-solved: alder-exchange goes the other way, over A2~A3: OK
 * 37248.586699  (1,575,000 - 890,999.99997) / 400 = 1710.000000075, the first microsecond after: NORMAL
 * 37278.586699  class 3 is let on again there too, and 30 s later alder-exchange is back on the shorter way
 * </pre>
 */
class FirstDrillByHandTest {

    private static final Path FOLDER = Path.of("..", "exercises", "first-drill");
    private static final Responder NOBODY = events -> List.of();

    private static Exercise exercise;
    private static List<LogEntry> unanswered;
    private static List<LogEntry> answered;

    @BeforeAll
    static void play() throws IOException {
        exercise = new ExerciseFolder(FOLDER).read().orElseThrow();
        unanswered = playWith(id -> NOBODY);
        answered = playWith(new DefaultResponders(exercise));
    }

    private static List<LogEntry> playWith(Function<DomainId, Responder> responders) {
        List<LogEntry> log = new ArrayList<>();
        new Conductor(
                        ExercisePlan.of(exercise),
                        exercise.seed(),
                        responders,
                        DomainRunner.SEQUENTIAL)
                .play((entries, until) -> log.addAll(entries));
        return log;
    }

    @Test
    void unansweredTheRingStarvesAndRestartsEvery3900Seconds() {
        List<String> sawtooth = new ArrayList<>();
        for (int round = 0; round < 16; round++) {
            sawtooth.add((24_600 + 3_900L * round) + ".000000 STARVED");
            sawtooth.add((25_500 + 3_900L * round) + ".000000 OK");
        }

        assertThat(statesOf("alder-government", unanswered)).isEqualTo(sawtooth);
        assertThat(statesOf("alder-grid", unanswered)).isEqualTo(sawtooth);
        assertThat(statesOf("alder-exchange", unanswered)).isEqualTo(sawtooth);
    }

    @Test
    void unansweredTheCutStoreCarriesClassZeroForNineThousandSeconds() {
        assertThat(marksOf("A2~A3", unanswered))
                .containsExactly(
                        "10350.000001 LOW 899999.999600", "12600.000000 EXHAUSTED 0.000000");
        assertThat(marksOf("A4~A5", unanswered).subList(0, 3))
                .containsExactly(
                        "21600.000001 LOW 899999.999700",
                        "24600.000000 EXHAUSTED 0.000000",
                        "25500.000000 NORMAL 900000.000000");
    }

    @Test
    void theServiceAcrossTheBorderStarvesOneSignallingLatencyAfterItsTransitNode() {
        assertThat(statesOf("alder-cedar", unanswered))
                .containsExactly("18005.000000 STARVED", "28805.000000 OK");
        assertThat(statesOf("alder-cedar", answered))
                .containsExactly("18005.000000 STARVED", "28835.000000 OK");
    }

    @Test
    void answeredTheStoresCrossTheirMarksAsOnPaper() {
        assertThat(marksOf("A2~A3", answered))
                .containsExactly(
                        "10350.000001 LOW 899999.999600",
                        "13989.756096 EXHAUSTED 0.000230",
                        "35508.586698 NORMAL 900000.000230");
        assertThat(marksOf("A4~A5", answered))
                .containsExactly(
                        "22339.999999 LOW 899999.999970", "37248.586699 NORMAL 1575000.000370");
        assertThat(marksOf("A5~A6", answered)).isEqualTo(marksOf("A4~A5", answered));
    }

    @Test
    void answeredOnlyTheLowestClassGoesWithoutAndOnlyByDecision() {
        assertThat(statesOf("alder-government", answered)).isEmpty();
        assertThat(statesOf("alder-grid", answered)).isEmpty();
        assertThat(statesOf("alder-exchange", answered))
                .containsExactly("22369.999999 SUSPENDED", "35568.586698 OK");
    }

    @Test
    void theCrewIsThereAfterTheGreatCircleAndTheLinkBackAfterWorkAlignmentAndOneBlock() {
        assertThat(describe(answered, Words::crew))
                .containsExactly(
                        "3630.000000 TRAVELLING", "5148.586698 WORKING", "33948.586698 IDLE");
        assertThat(describe(answered, Words::cutLink))
                .containsExactly(
                        "3600.000000 CUT",
                        "33948.586698 ALIGNING",
                        "34548.586698 FILLING",
                        "34608.586698 UP");
    }

    @Test
    void controlJudgesTheCrewSentAndReleasesTheContingencyThatFits() {
        assertThat(describe(answered, Words::judged))
                .containsExactly("3635.000000 expect-dispatch met");
        assertThat(describe(unanswered, Words::judged))
                .containsExactly("5400.000000 expect-dispatch not met");
        assertThat(describe(answered, Words::contingency))
                .containsExactly("72000.000000 praise-xa");
        assertThat(describe(unanswered, Words::contingency))
                .containsExactly("24605.000000 starved-xa");
    }

    /** As worked in {@code docs/concepts/scores.md}. */
    @Test
    void theScoresAreThoseOnPaper() {
        Figures figures = Scorer.score(answered).federation().figures();

        assertFigure(figures, Measure.UNAVAILABLE_SECONDS, "24039");
        assertFigure(figures, Measure.AVAILABILITY, "0.960252976");
        assertFigure(figures, Measure.STARVED_SECONDS, "24038.586699");
        assertFigure(figures, Measure.KEY_MISSING_BITS, "6127576.0097");
        assertFigure(figures, Measure.OUTAGE_USER_MINUTES, "2380500");
        assertFigure(figures, Measure.RESILIENCE_LOSS, "95.391217");
        assertFigure(figures, Measure.LOWEST_QUALITY, "71.4285");
        assertFigure(figures, Measure.RESTORE_MEDIAN_SECONDS, "18040");
        assertFigure(figures, Measure.RESTORE_MAX_SECONDS, "31969");
        assertFigure(figures, Measure.RIDE_THROUGH_MAX_SECONDS, "0");
        assertFigure(figures, Measure.LINK_AVAILABILITY, "0.965599221");
    }

    private static void assertFigure(Figures figures, Measure measure, String value) {
        assertThat(figures.findValue(measure).orElseThrow())
                .as(measure.id())
                .isEqualByComparingTo(value);
    }

    private static List<String> statesOf(String service, List<LogEntry> log) {
        return describe(
                log,
                event -> event instanceof ExerciseEvent.ServiceChanged changed
                                && changed.service().value().equals(service)
                        ? changed.state().name()
                        : "");
    }

    private static List<String> marksOf(String link, List<LogEntry> log) {
        return describe(
                log,
                event -> event instanceof ExerciseEvent.StoreChanged changed
                                && changed.link().value().equals(link)
                        ? changed.state() + " " + format(changed.level())
                        : "");
    }

    private static String format(BitCount level) {
        return "%d.%06d".formatted(level.bits(), level.microBitRemainder());
    }

    /** What {@code words} says about each event, after its time in seconds; events it says nothing about left out. */
    private static List<String> describe(
            List<LogEntry> log, Function<ExerciseEvent, String> words) {
        return log.stream()
                .filter(entry -> !words.apply(entry.event()).isEmpty())
                .map(entry -> "%d.%06d %s"
                        .formatted(
                                entry.timeMicros() / 1_000_000,
                                entry.timeMicros() % 1_000_000,
                                words.apply(entry.event())))
                .toList();
    }

    /** One word per event of a kind, nothing for the others. */
    private static final class Words {

        private Words() {}

        static String crew(ExerciseEvent event) {
            return event instanceof ExerciseEvent.CrewChanged changed
                    ? changed.state().name()
                    : "";
        }

        static String cutLink(ExerciseEvent event) {
            return event instanceof ExerciseEvent.LinkChanged changed
                            && changed.link().value().equals("A2~A3")
                    ? changed.state().name()
                    : "";
        }

        static String judged(ExerciseEvent event) {
            return event instanceof ExerciseEvent.ExpectationJudged judged
                    ? judged.inject() + (judged.met() ? " met" : " not met")
                    : "";
        }

        static String contingency(ExerciseEvent event) {
            return event instanceof ExerciseEvent.InjectReleased released
                            && List.of("starved-xa", "praise-xa")
                                    .contains(released.inject().value())
                    ? released.inject().value()
                    : "";
        }
    }
}
