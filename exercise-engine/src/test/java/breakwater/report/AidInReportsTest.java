package breakwater.report;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.LogEntry;
import breakwater.report.ReportDocument.AidStory;
import breakwater.report.ReportDocument.Step;
import breakwater.report.ReportDocument.TimelineLine;
import breakwater.report.json.ReportJson;
import breakwater.scoring.LogScript;
import breakwater.scoring.Scorer;

import org.junit.jupiter.api.Test;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** How a report tells of mutual aid and of generators. */
class AidInReportsTest {

    private static final String AID = """
            horizon 36000
            0 XA operator A
            0 XB operator B
            0 XB package XA CREW 1 1800
            3600 XA repair j1
            3600 XA aid XA/r1 XB REQUESTED CREW 2 25200 two_cuts
            3600 XA aid XA/r1 XC REQUESTED CREW 2 25200 two_cuts
            3605 XB asked XA/r1 XA CREW 2 25200 1
            3635 XB aid XA/r1 XB OFFERED CREW 1 25200
            3640 XA aid XA/r1 XB OFFERED CREW 1 25200
            3700 XA aid XA/r1 XC DECLINED CREW 0 0 Storm_here_too
            4000 XA aid XA/r1 XB AGREED CREW 1 0
            4010 XA aid XA/r1 XB MOBILISING CREW 1 7595
            7600 XA aid XA/r1 XB DEPLOYED CREW 1 25200
            7605 XB aid XA/r1 XB DEPLOYED CREW 1 25200
            9000 XA aid XA/r1 XB RELEASE_REQUESTED CREW 1 10800 needed_here
            10800 XA aid XA/r1 XB DEMOBILISED CREW 1 0
            14410 XA aid XA/r1 XB SETTLED CREW 1 0
            """;

    private static ReportDocument report() {
        List<LogEntry> log = LogScript.log(AID);
        return Reporter.report(Scorer.score(log), log);
    }

    @Test
    void tellsEachCaseStepByStepWithItsPlaceInTheLog() {
        List<AidStory> stories = report().aid();

        assertThat(stories)
                .extracting(AidStory::outcome)
                .containsExactly("deployed, recalled, given back", "declined");
        assertThat(stories.get(0).steps())
                .extracting(Step::text)
                .containsExactly(
                        "XA asked XB for 2 crews until T+07:00:00: two cuts.",
                        "XB got the request and could spare 1 crew.",
                        "XB offered 1 crew.",
                        "XA took 1 crew.",
                        "1 crew set out, to be there at T+02:06:35.",
                        "1 crew was there, 1 h 6 min after the request.",
                        "XB wanted it back: needed here. It could be kept until T+03:00:00.",
                        "XA gave it back.",
                        "It was home at XB again; nothing is owed.");
        assertThat(stories.get(0).steps())
                .extracting(step -> step.entry().origin().value())
                .startsWith("XA", "XB", "XA");
        assertThat(stories.get(1).steps())
                .extracting(Step::text)
                .endsWith("XC declined: Storm here too.");
    }

    @Test
    void theCourseTellsWhatBothSidesLogOnce() {
        List<String> course =
                report().timeline().stream().map(TimelineLine::text).toList();

        assertThat(course)
                .contains(
                        "2 requests for aid.",
                        "XC declined aid to XA: Storm here too.",
                        "XA took 1 crew from XB.",
                        "XB wanted its aid to XA back: needed here.",
                        "XA gave its aid back to XB.")
                .containsOnlyOnce("Aid from XB was there for XA: 1 crew.");
    }

    @Test
    void theDataHasPairsAndCases() {
        String json = new String(ReportJson.encode(report()), StandardCharsets.UTF_8);

        assertThat(json)
                .contains("{\"requester\":\"XA\",\"donor\":\"XB\",\"figures\":{\"aidRequests\":1,")
                .contains("\"donor\":\"XC\",\"outcome\":\"declined\",\"steps\":[");
    }
}
