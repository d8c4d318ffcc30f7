package breakwater.playbook.bench;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.ensemble.Arm;
import breakwater.ensemble.Rehearsal;
import breakwater.ensemble.RehearsalDocument;
import breakwater.ensemble.RehearsalRequest;
import breakwater.ensemble.ReplicationRunner;

import org.junit.jupiter.api.Test;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** Rehearsals with playbooks give the same figures whoever plays the drills, in whichever order. */
class RehearsedTeamsTest {

    private static final long SEED = 7;

    private static List<RehearsalDocument.Row> rows(ReplicationRunner runner) {
        TeamExercise exercise = TeamExercise.read("iberia-2025");
        Arm arm = exercise.arm("as it is");
        return new Rehearsal(
                        new RehearsalRequest(
                                arm,
                                Optional.of(exercise.armOfDefaultPolicy("without")),
                                SEED,
                                RehearsalRequest.LEAST,
                                RehearsalRequest.LEAST,
                                Optional.empty()),
                        runner,
                        () -> {})
                .play()
                .orElseThrow()
                .figures();
    }

    @Test
    void anyNumberOfThreadsGivesTheSameFigures() {
        List<RehearsalDocument.Row> alone = rows(ReplicationRunner.SEQUENTIAL);

        assertThat(rows((from, until, task) ->
                        IntStream.range(from, until).parallel().forEach(task)))
                .isEqualTo(alone);
        assertThat(rows((from, until, task) -> IntStream.range(from, until)
                        .map(i -> until - 1 - (i - from))
                        .forEach(task)))
                .isEqualTo(alone);
    }
}
