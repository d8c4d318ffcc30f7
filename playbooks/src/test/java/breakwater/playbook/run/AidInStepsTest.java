package breakwater.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.AidState;
import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid;
import breakwater.exercise.Responding;
import breakwater.exercise.SimTime;

import org.junit.jupiter.api.Test;

import java.util.List;

/** How steps get aid from other operators and give it back, played in a drill. */
class AidInStepsTest {

    private static final String AGREEMENTS = """
            agreements:
              - id: three
                title: Each helps each
                parties: [XA, XB, XC]
                packages:
                  - {id: crew-b, donor: XB, crews: 1, mobilisation: 1 h, notice: 30 min}
                  - {id: crew-c, donor: XC, crews: 1, mobilisation: 2 h}
            """;

    private static final String STEPS = """
            vars: {got: 0, donor: ''}
            roles: {crisis: {kind: group, title: Crisis}}
            steps:
              - id: crew
                aid: {need: crew, for: =inputs.link, amount: 2, until: 20h}
                ask: [XB, XC]
                offers_within: 30m
                accept: {role: crisis, deadline: 15m, default: best}
                deployed_within: 3h
                save: {got: result.amount, donor: result.donor}
              - wait: 1h
              - return: crew
                within: 4h
              - end: restored
            """;

    private static List<String> aid(PlayedPlaybook played, String side) {
        return played.log().stream()
                .filter(entry -> entry.origin().value().equals(side))
                .filter(entry -> entry.event() instanceof MutualAid.AidMoved)
                .map(AidInStepsTest::tell)
                .toList();
    }

    private static String tell(LogEntry entry) {
        MutualAid.AidMoved moved = (MutualAid.AidMoved) entry.event();
        return "%s %s %s %s"
                .formatted(
                        SimTime.format(entry.timeMicros()),
                        moved.donor(),
                        moved.state(),
                        moved.amount());
    }

    @Test
    void allWhoOfferAreWaitedForAndTheBestAreTakenUntilTheNeedIsCovered() {
        PlayedPlaybook played =
                PlayedPlaybook.playWithAid(AGREEMENTS, List.of(PlayedPlaybook.HEAD + STEPS));

        assertThat(aid(played, "XA"))
                .containsExactly(
                        "T+01:00:05 XB REQUESTED 2",
                        "T+01:00:05 XC REQUESTED 2",
                        "T+01:00:45 XB OFFERED 1",
                        "T+01:00:45 XC OFFERED 1",
                        "T+01:15:55 XB AGREED 1",
                        "T+01:15:55 XC AGREED 1",
                        "T+01:16:05 XB MOBILISING 1",
                        "T+01:16:05 XC MOBILISING 1",
                        "T+02:16:05 XB DEPLOYED 1",
                        "T+03:16:05 XC DEPLOYED 1",
                        "T+04:16:10 XB RELEASE_REQUESTED 1",
                        "T+04:16:10 XB DEMOBILISED 1",
                        "T+04:16:10 XC RELEASE_REQUESTED 1",
                        "T+04:16:10 XC DEMOBILISED 1",
                        "T+05:16:20 XB SETTLED 1",
                        "T+06:16:20 XC SETTLED 1");
        assertThat(played.events(Responding.VariableSet.class))
                .extracting(Responding.VariableSet::value)
                .containsExactly("2", "XB, XC");
        assertThat(played.events(Responding.ObligationClosed.class))
                .extracting(Responding.ObligationClosed::met)
                .containsExactly(true);
        assertThat(played.outcomes()).containsExactly("tried-1 restored");
    }

    @Test
    void aPersonMayTakeOneOfferAndSoTurnTheOthersDown() {
        PlayedPlaybook played = PlayedPlaybook.playWithAid(
                AGREEMENTS,
                List.of(PlayedPlaybook.HEAD + STEPS),
                "{role: crisis, median: 2 min, p95: 3 min, prefers: {crew: XC}}");

        assertThat(aid(played, "XB")).last().asString().contains("XB REJECTED 1");
        assertThat(played.course()).contains("crew DONE amount=1, donor=XC");
    }

    @Test
    void withoutAnAgreementNobodyCanHelp() {
        PlayedPlaybook played =
                PlayedPlaybook.playWithAid("", List.of(PlayedPlaybook.HEAD + STEPS));

        assertThat(played.course())
                .anySatisfy(
                        step -> assertThat(step)
                                .startsWith(
                                        "crew FAILED no-offer: Expected to ask somebody who agreed to lend crew"));
        assertThat(played.outcomes()).containsExactly("tried-1 failed");
    }

    @Test
    void aDonorWithAPlaybookAnswersByIt() {
        PlayedPlaybook played =
                PlayedPlaybook.playWithAid(AGREEMENTS, List.of(PlayedPlaybook.HEAD + STEPS, """
                        playbook: lender
                        version: 1.0.0
                        title: Lends nothing on a day like this
                        types: [mitigation]
                        tlp: green
                        owner: XB
                        triggers: [{event: aid.requested, when: event.resource == 'crew'}]
                        inputs: {aid: {type: string, from: event.aid}}
                        steps:
                          - do: aid.decline
                            with: {aid: =inputs.aid, reason: Storm here too}
                            timeout: 5m
                          - end: stood-down
                        """));

        assertThat(played.events(MutualAid.AidMoved.class))
                .filteredOn(moved ->
                        moved.donor().value().equals("XB") && moved.state() == AidState.DECLINED)
                .extracting(MutualAid.AidMoved::reason)
                .containsExactly("Storm here too", "Storm here too");
        assertThat(played.course()).contains("crew DONE amount=1, donor=XC");
    }

    @Test
    void aRunThatEndsWhileAidIsComingSendsItHome() {
        PlayedPlaybook played = PlayedPlaybook.playWithAid(AGREEMENTS, List.of(inParallel()));

        assertThat(aid(played, "XC")).last().asString().contains("XC SETTLED 1");
        assertThat(played.outcomes()).containsExactly("tried-1 degraded");
    }

    private static String inParallel() {
        return PlayedPlaybook.HEAD + """
            roles: {crisis: {kind: group, title: Crisis}}
            steps:
              - parallel:
                  quit: [{wait: 90m}, {end: degraded}]
                  help:
                    - id: crew
                      aid: {need: crew, amount: 1, until: 20h}
                      ask: [XC]
                      offers_within: 30m
                      accept: {role: crisis, deadline: 15m, default: best}
                      deployed_within: 3h
                    - return: crew
            """;
    }
}
