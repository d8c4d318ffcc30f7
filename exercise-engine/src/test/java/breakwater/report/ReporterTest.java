package breakwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.LogEntry;
import breakwater.report.ReportDocument.Course;
import breakwater.report.ReportDocument.InjectStory;
import breakwater.report.ReportDocument.OutageStory;
import breakwater.report.ReportDocument.ServiceStory;
import breakwater.report.ReportDocument.Step;
import breakwater.scoring.LogScript;
import breakwater.scoring.Measure;
import breakwater.scoring.Scorer;

import org.junit.jupiter.api.Test;

import java.math.BigDecimal;
import java.util.List;

/** What the report says about logs small enough to know what it should say. */
class ReporterTest {

    private static final String CUT = """
            horizon 1000
            0 ES operator Spain
            0 PT operator Portugal
            0 ES node a
            0 ES node b
            0 PT node c
            0 ES link l a b
            0 PT link m b c
            0 ES service s a b 100 60
            0 ES service t a b 100 30
            0 ES path s 0 0 l
            0 ES path t 0 0 l
            0 ES route s 0 ES
            0 ES route t 0 ES
            0 ES carries s 0 100
            0 ES carries t 0 100
            100 control release cut !cut
            100 ES is l CUT !cut
            130 ES carries s 0 0 !cut
            130 ES carries t 0 0 !cut
            500 ES is l UP
            520 ES carries s 0 100
            520 ES carries t 0 100
            """;

    private static ReportDocument report(String script) {
        List<LogEntry> log = LogScript.log(script);
        return Reporter.report(Scorer.score(log), log);
    }

    @Test
    void tellsServicesLostTogetherOnceWithTheWorstFirst() {
        List<ServiceStory> worst = report(CUT).worst();

        assertThat(worst).hasSize(1);
        assertThat(worst.get(0).score().declared().service()).hasToString("s");
        assertThat(worst.get(0).alike()).isEqualTo(1);
        assertThat(worst.get(0).alikeNamed()).hasToString("[t]");
        // The 60 users of s, 390 s: the 30 of t are among them.
        assertThat(worst.get(0).togetherUserMinutes()).isEqualByComparingTo("390");
    }

    @Test
    void followsAnOutageFromItsRootToItsEnd() {
        OutageStory story = report(CUT).worst().get(0).outages().get(0);

        assertThat(story.root()).isEqualTo("cut");
        assertThat(story.chain())
                .extracting(Step::timeMicros)
                .containsExactly(100_000_000L, 100_000_000L, 130_000_000L, 520_000_000L);
        assertThat(story.chain().get(0).text()).contains("A cut");
        assertThat(story.chain().get(2).text()).contains("100 bit/s before, nothing from now on");
        assertThat(story.chain().get(3).text()).startsWith("Key flowed again after 6 min 30 s");
    }

    @Test
    void countsWhatGoesBackToAnInject() {
        InjectStory cut = report(CUT).injects().get(0);

        assertThat(cut.toll().linksLost()).isEqualTo(1);
        assertThat(cut.toll().servicesOut()).isEqualTo(2);
        assertThat(cut.toll().domainsHit()).isEqualTo(1);
        // 60 users x 390 s: one home node, the larger service counts. With one cause, the headline.
        assertThat(cut.toll().outageUserMinutes()).isEqualByComparingTo("390");
        assertThat(report(CUT).card().federation().figures().findValue(Measure.OUTAGE_USER_MINUTES))
                .contains(cut.toll().outageUserMinutes());
    }

    @Test
    void injectsThatOverlapAtANodeAddUpToMoreThanTheHeadline() {
        // s (60 users) out from 130 to 520 s by the cut, u (90 users, same node) from 400 to 600 s
        // by the fire.
        ReportDocument report = report(CUT + """
                0 ES service u a b 100 90
                0 ES path u 0 0 l
                0 ES route u 0 ES
                0 ES carries u 0 100
                300 control release fire !fire
                400 ES carries u 0 0 !fire
                600 ES carries u 0 100
                """);

        assertThat(report.injects())
                .extracting(i -> i.toll().outageUserMinutes().toPlainString())
                .containsExactly("390", "300");
        // 270 s of 60 users and 200 s of 90.
        assertThat(report.card().federation().figures().findValue(Measure.OUTAGE_USER_MINUTES))
                .contains(new BigDecimal("570"));
    }

    @Test
    void countsOverTimeWhatOnlyHitOperatorsWereWithout() {
        List<Course> courses = report(CUT).courses();

        assertThat(courses).extracting(Course::domain).containsExactly("ES");
        Course spain = courses.get(0);
        assertThat(List.of(spain.nodes(), spain.links(), spain.services()))
                .containsExactly(2, 1, 2);
        for (int bin = 0; bin < spain.servicesOut().size(); bin++) {
            double from = bin * spain.binMicros() / 1e6;
            double until = (bin + 1) * spain.binMicros() / 1e6;
            assertThat(spain.servicesOut().get(bin))
                    .as("services out from %s s to %s s", from, until)
                    .isEqualTo(until > 130 && from < 520 ? 2 : 0);
            assertThat(spain.linksLost().get(bin))
                    .as("links lost from %s s to %s s", from, until)
                    .isEqualTo(until > 100 && from < 500 ? 1 : 0);
        }
    }

    @Test
    void saysInTheFirstSentenceHowManyWereHit() {
        assertThat(report(CUT).summary().get(0))
                .startsWith("2 of 2 services were without key for a time; over the 16 min 40 s,")
                .contains("T+00:02:10", "delivered 0.00 %");
    }

    @Test
    void saysThatNothingWasLostWhenNothingWas() {
        ReportDocument report = report("""
                horizon 100
                0 ES operator Spain
                0 ES node a
                0 ES node b
                0 ES service s a b 100 60
                0 ES route s 0 ES
                0 ES carries s 0 100
                """);

        assertThat(report.summary())
                .containsExactly(
                        "In 1 min 40 s no service of 1 was without key for 10 seconds or more.");
        assertThat(report.worst()).isEmpty();
        assertThat(report.courses()).isEmpty();
    }

    @Test
    void namesNoRootWhenTheLogLeadsToNone() {
        ReportDocument report = report("""
                horizon 100
                0 ES operator Spain
                0 ES node a
                0 ES node b
                0 ES service s a b 100 60
                0 ES route s 0 ES
                0 ES carries s 0 100
                20 ES carries s 0 0
                """);

        OutageStory story = report.worst().get(0).outages().get(0);
        assertThat(story.root()).isEmpty();
        assertThat(story.outage().restored()).isFalse();
        assertThat(story.chain()).extracting(Step::timeMicros).containsExactly(20_000_000L);
    }
}
