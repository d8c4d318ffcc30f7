package breakwater.keyrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.LongStream;
import java.util.stream.Stream;

class KeyRateProfileTest {

    private static final ProfileRegistry PROFILES = ShippedProfiles.registry();

    static Stream<KeyRateProfile> profiles() {
        return PROFILES.listProfiles().stream();
    }

    static Stream<Arguments> profilesAndSeeds() {
        return profiles()
                .flatMap(profile ->
                        LongStream.range(0, 40).mapToObj(seed -> Arguments.of(profile, seed)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("profilesAndSeeds")
    void staysWithinPhysicsAndNeverGainsFromMoreLoss(KeyRateProfile profile, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        ValidRange range = profile.range();
        double loss = random.nextDouble(range.leastLossDb(), range.mostLossDb());
        double more = random.nextDouble(loss, range.mostLossDb());

        KeyRate near = profile.rateAtLossDb(loss).findRate().orElseThrow();
        KeyRate far = profile.rateAtLossDb(more).findRate().orElseThrow();

        assertThat(near.ratePerPulse()).as("seed %d", seed).isBetween(0.0, near.plobBitPerUse());
        assertThat(near.qber()).as("seed %d", seed).isBetween(0.0, 0.5);
        assertThat(far.rateBitPerSecond())
                .as("seed %d", seed)
                .isLessThanOrEqualTo(near.rateBitPerSecond());
        assertThat(far.qber()).as("seed %d", seed).isGreaterThanOrEqualTo(near.qber());
        assertThat(far.blockFillSeconds())
                .as("seed %d", seed)
                .isGreaterThanOrEqualTo(near.blockFillSeconds());
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void anyAllowedParametersOfTheDecoyLawStayWithinPhysics(long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        KeyRateProfile profile = PROFILES.getProfile("gys-infinite-decoy");
        for (Parameter parameter : profile.values().listParameters()) {
            ParameterSpec spec = parameter.spec();
            double share = random.nextInt(4) == 0 ? random.nextInt(2) : random.nextDouble();
            profile =
                    profile.with(spec.name(), spec.least() + share * (spec.most() - spec.least()));
        }

        KeyRate rate = profile.rateAtLossDb(random.nextDouble(0, 35)).findRate().orElseThrow();

        assertThat(rate.ratePerPulse()).as("seed %d", seed).isBetween(0.0, rate.plobBitPerUse());
        assertThat(rate.qber()).as("seed %d", seed).isBetween(0.0, 0.5);
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void answersAtBothEndsOfItsRangeAndRefusesBeyondThem(KeyRateProfile profile) {
        ValidRange range = profile.range();

        assertThat(profile.rateAtLossDb(range.leastLossDb()).findRate()).isPresent();
        assertThat(profile.rateAtLossDb(range.mostLossDb()).findRate()).isPresent();
        assertThat(profile.rateAtLossDb(Math.nextUp(range.mostLossDb())).findRefusal())
                .isPresent();
        assertThat(profile.rateAtLossDb(Math.nextDown(range.leastLossDb())).findRefusal())
                .isPresent();
        assertThat(profile.rateOfSpan(Math.nextUp(range.mostLengthKm()), range.leastLossDb())
                        .findRefusal())
                .isPresent();
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY})
    void refusesSpansThatCannotBe(double figure) {
        KeyRateProfile profile = PROFILES.getProfile("decoy-bb84-1ghz");

        assertThat(profile.rateAtLossDb(figure).findRefusal()).isPresent();
        assertThat(profile.rateAtLengthKm(figure).findRefusal()).isPresent();
    }

    @Test
    void refusesAPlanningFigureBeyondTwentyFiveDecibelWithASentence() {
        RateAnswer answer = PROFILES.getProfile("link-budget-shields-2019").rateAtLossDb(25.5);

        assertThat(answer)
                .isEqualTo(new RateAnswer.Refused(
                        "Profile 'link-budget-shields-2019' is valid for losses of 0 to 25 dB, but this span loses 25.5 dB.",
                        "Maybe put a trusted node between, or choose a profile for longer spans."));
    }

    @Test
    void refusesMoreKeyThanPhysicsAllows() {
        RateAnswer answer =
                PROFILES.getProfile("toshiba-50km-1mbit").with("clockHz", 1e6).rateAtLossDb(10);

        assertThat(answer.findRefusal().orElseThrow().reason())
                .isEqualTo(
                        "Profile 'toshiba-50km-1mbit' would give 1 secret bit per pulse at 10 dB, more than the 0.152003 that physics allows.");
    }

    @Test
    void aMeasuredLossIsPreferredToTheLength() {
        KeyRateProfile profile = PROFILES.getProfile("decoy-bb84-1ghz");

        KeyRate measured = (KeyRate) profile.rateOfSpan(50, profile.lossDbOfLengthKm(80));

        assertThat(measured).isEqualTo(profile.rateAtLengthKm(80));
    }

    @Test
    void connectorsAddToTheLossOfTheFibre() {
        KeyRateProfile profile = PROFILES.getProfile("decoy-bb84-1ghz").with("connectorsDb", 1.5);

        assertThat(profile.lossDbOfLengthKm(80)).isCloseTo(17.5, within(1e-12));
    }

    @ParameterizedTest
    @MethodSource("profiles")
    void aBlockOfSecretBitsTakesAsLongAsItsSiftedBits(KeyRateProfile profile) {
        KeyRate rate =
                profile.rateAtLossDb(profile.range().leastLossDb()).findRate().orElseThrow();

        assertThat(rate.blockBit() / rate.rateBitPerSecond())
                .isCloseTo(rate.blockFillSeconds(), within(1 / rate.rateBitPerSecond()));
    }

    @Test
    void beyondTheCutOffTheRateIsZeroAndNoBlockYieldsKey() {
        KeyRate rate = PROFILES.getProfile("gys-infinite-decoy")
                .rateAtLengthKm(150)
                .findRate()
                .orElseThrow();

        assertThat(rate.rateBitPerSecond()).isZero();
        assertThat(rate.wholeRateBitPerSecond()).isZero();
        assertThat(rate.blockBit()).isZero();
        assertThat(rate.marginToPlobDb()).isInfinite();
    }

    @Test
    void theEngineGetsWholeBitsRoundedDown() {
        KeyRate rate = PROFILES.getProfile("link-budget-shields-2019")
                .rateAtLengthKm(85)
                .findRate()
                .orElseThrow();

        assertThat(rate.wholeRateBitPerSecond())
                .isEqualTo((long) Math.floor(rate.rateBitPerSecond()));
    }

    @Test
    void deadTimeBoundsTheRateAtLowLoss() {
        KeyRateProfile blind = PROFILES.getProfile("decoy-bb84-1ghz").with("capBitPerSecond", 1e12);
        KeyRateProfile quick = blind.with("deadTimeS", 0);

        // 10 us after each click allow 100,000 clicks per second; half are sifted and 0.7 of these
        // are signals.
        assertThat(blind.rateAtLossDb(0).findRate().orElseThrow().rateBitPerSecond())
                .isLessThan(35_000);
        assertThat(quick.rateAtLossDb(0).findRate().orElseThrow().rateBitPerSecond())
                .isGreaterThan(1e6);
    }

    @Test
    void postProcessingCapsTheRate() {
        KeyRateProfile quick = PROFILES.getProfile("decoy-bb84-1ghz").with("deadTimeS", 0);

        assertThat(quick.rateAtLossDb(5).findRate().orElseThrow().rateBitPerSecond())
                .isEqualTo(100_000);
    }

    @Test
    void anUnknownParameterIsAnsweredWithTheKnownOnesAndTheNearest() {
        KeyRateProfile profile = PROFILES.getProfile("link-budget-shields-2019");

        assertThat(profile.findObjection("alfa", 0.2))
                .contains(new RateAnswer.Refused(
                        "Profile 'link-budget-shields-2019' has no parameter 'alfa'; it has clockHz, alpha, connectorsDb, R0, qber, siftedPerSecret.",
                        "Maybe you meant 'alpha'."));
        assertThatThrownBy(() -> profile.with("alfa", 0.2))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aParameterOutsidePhysicsIsRefused() {
        assertThat(PROFILES.getProfile("gys-infinite-decoy")
                        .findObjection("etaBob", 1.5)
                        .orElseThrow()
                        .reason())
                .isEqualTo(
                        "Parameter 'etaBob' (transmission and efficiency of the receiver) must be within 0.000001 to 1, but is 1.5.");
    }

    @Test
    void aChangedParameterShowsAsAssumed() {
        Parameter mu = PROFILES.getProfile("gys-infinite-decoy")
                .with("mu", 0.6)
                .values()
                .getParameter("mu");

        assertThat(mu.value()).isEqualTo(0.6);
        assertThat(mu.confidence()).isEqualTo(Confidence.ASSUMED);
    }

    @Test
    void betweenPublishedPointsDecibelsOfRateAreLinearInDecibelsOfLoss() {
        CalibratedLaw law =
                new CalibratedLaw(List.of(point(10, 100_000, 0.02), point(20, 1_000, 0.04)));
        ParameterValues values = Values.of(law)
                .assumed("clockHz", 1e9, "")
                .assumed("alpha", 0.2, "")
                .assumed("connectorsDb", 0, "")
                .assumed("slope", 1, "")
                .assumed("siftedPerSecret", 3, "")
                .all();

        assertThat(law.rateAt(15, values).rateBitPerSecond()).isCloseTo(10_000, within(1e-6));
        assertThat(law.rateAt(15, values).qber()).isCloseTo(0.03, within(1e-12));
        assertThat(law.rateAt(5, values).rateBitPerSecond()).isEqualTo(100_000);
        assertThat(law.rateAt(30, values).rateBitPerSecond()).isCloseTo(100, within(1e-9));
        assertThat(law.rateAt(15, values).siftedRateBitPerSecond()).isCloseTo(30_000, within(1e-6));
    }

    @Test
    void refusesPointsThatAreOutOfOrder() {
        assertThatThrownBy(() ->
                        new CalibratedLaw(List.of(point(20, 1_000, 0.02), point(10, 100, 0.02))))
                .hasMessageContaining("must be in order of rising loss and falling rate");
        assertThatThrownBy(() -> new CalibratedLaw(List.of()))
                .hasMessageContaining("at least one point");
    }

    private static CalibrationPoint point(double lossDb, double rateBitPerSecond, double qber) {
        return new CalibrationPoint(
                lossDb, rateBitPerSecond, qber, Confidence.ASSUMED, Confidence.ASSUMED, "made up");
    }
}
