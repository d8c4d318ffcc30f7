package breakwater.engine.oracle;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.engine.plan.DomainPlan;
import breakwater.exercise.SimTime;
import breakwater.network.ServiceId;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import java.util.stream.LongStream;

/** The event-driven engine against one-second steps. */
class TimeStepperTest {

    static LongStream seeds() {
        Long replay = Long.getLong("seed");
        return replay == null ? LongStream.range(0, 200) : LongStream.of(replay);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void agreesWithTheEngineWithinAStepPerEvent(long seed) {
        FluidWorkload workload = new FluidWorkload(24, 16, 0.7, 6 * 3600.0, 3600, seed);
        DomainPlan plan = workload.plan().domains().get(0);

        EventDriven engine = new EventDriven(plan, seed, FluidWorkload.HORIZON_MICROS);
        long[] stepped = new TimeStepper(plan, workload, seed).play(FluidWorkload.HORIZON_MICROS);

        assertThat(engine.conservationError()).as("seed %d", seed).isZero();
        long difference = 0;
        for (int segment = 0; segment < stepped.length; segment++) {
            ServiceId service = plan.topology()
                    .service(plan.segments().get(segment).service())
                    .id();
            difference += Math.abs(
                    stepped[segment] * SimTime.MICROS_PER_SECOND - engine.unservedMicros(service));
        }
        assertThat(difference / SimTime.MICROS_PER_SECOND)
                .as("seed %d, %d events", seed, engine.events())
                .isLessThanOrEqualTo(engine.events() / 2);
    }
}
