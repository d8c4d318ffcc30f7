package breakwater.schema;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.conductor.RandomExercise;
import breakwater.engine.plan.ExercisePlan;
import breakwater.ensemble.Arm;
import breakwater.ensemble.DrillFigure;
import breakwater.ensemble.Rehearsal;
import breakwater.ensemble.RehearsalRequest;
import breakwater.ensemble.RehearsalRequest.Target;
import breakwater.ensemble.ReplicationRunner;
import breakwater.ensemble.json.RehearsalJson;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.util.Optional;

/** What {@code rehearsal.json} is said to be, it is. */
class RehearsalSchemaTest {

    private static final PublishedSchema SCHEMA = PublishedSchema.of("rehearsal");
    private static final Arm ARM =
            Arm.ofDefaultPolicy("default", ExercisePlan.of(RandomExercise.of(8)));

    private static JsonNode written(Optional<Arm> other, Optional<Target> target)
            throws IOException {
        RehearsalRequest request = new RehearsalRequest(ARM, other, 5, 16, 16, target);
        return new ObjectMapper()
                .readTree(RehearsalJson.encode(
                        new Rehearsal(request, ReplicationRunner.SEQUENTIAL, () -> {})
                                .play()
                                .orElseThrow()));
    }

    @Test
    void takesARehearsalAlone() throws IOException {
        assertThat(SCHEMA.validate(written(Optional.empty(), Optional.empty()))).isEmpty();
    }

    @Test
    void takesAComparisonWithATarget() throws IOException {
        JsonNode json = written(
                Optional.of(ARM.withoutAnswers("nobody")),
                Optional.of(new Target(DrillFigure.RESTORE, 60, false)));

        assertThat(SCHEMA.validate(json)).isEmpty();
        assertThat(json.path("values")).hasSize(16);
        assertThat(json.path("values").path(3).path("restoreSeconds")).hasSize(2);
    }

    @Test
    void refusesWhatIsNoRehearsal() throws IOException {
        ObjectNode json = (ObjectNode) written(Optional.empty(), Optional.empty());
        json.remove("level");

        assertThat(SCHEMA.validate(json)).hasSize(1);
    }
}
