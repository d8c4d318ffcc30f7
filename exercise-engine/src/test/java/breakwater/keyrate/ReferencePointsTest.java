package breakwater.keyrate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Published and independently recomputed figures the laws must reach. */
class ReferencePointsTest {

    private static final ProfileRegistry PROFILES = ShippedProfiles.registry();
    private static final KeyRateProfile GYS = PROFILES.getProfile("gys-infinite-decoy");

    @ParameterizedTest
    @CsvSource({"1, 0.11003, 1e-5", "1.16, 0.0981, 5e-5", "1.22, 0.0942, 5e-5"})
    void bb84StopsAtThePublishedErrorRate(double inefficiency, double qber, double tolerance) {
        assertThat(SecretFraction.thresholdQber(inefficiency)).isCloseTo(qber, within(tolerance));
    }

    @ParameterizedTest
    @CsvSource({
        "0, 2.5546e-3",
        "20, 9.6245e-4",
        "50, 2.2260e-4",
        "75, 6.4349e-5",
        "120, 4.8146e-6",
        "140, 2.4647e-7"
    })
    void gysGivesTheRecomputedRatePerPulse(double lengthKm, double ratePerPulse) {
        assertThat(rate(GYS, lengthKm).ratePerPulse())
                .isCloseTo(ratePerPulse, withinPercentage(0.01));
    }

    @ParameterizedTest
    @CsvSource({"0, 0.03304", "50, 0.03341", "100, 0.03758", "120, 0.04486", "140, 0.06296"})
    void gysGivesTheRecomputedQber(double lengthKm, double qber) {
        assertThat(rate(GYS, lengthKm).qber()).isCloseTo(qber, within(5e-6));
    }

    @Test
    void gysHasNoKeyBeyondTheRecomputedCutOff() {
        double keyKm = 100;
        double noKeyKm = 160;
        while (noKeyKm - keyKm > 1e-6) {
            double middleKm = (keyKm + noKeyKm) / 2;
            if (rate(GYS, middleKm).rateBitPerSecond() > 0) {
                keyKm = middleKm;
            } else {
                noKeyKm = middleKm;
            }
        }

        assertThat(keyKm).isCloseTo(142.015, within(5e-4));
        assertThat(keyKm).as("published").isCloseTo(142.05, within(0.2));
    }

    @Test
    void gysIsBestAtThePublishedIntensity() {
        double bestMu = 0;
        double bestRate = 0;
        for (int thousandths = 100; thousandths < 1000; thousandths++) {
            double mu = thousandths / 1000.0;
            double rate = rate(GYS.with("mu", mu), 100).ratePerPulse();
            if (rate > bestRate) {
                bestRate = rate;
                bestMu = mu;
            }
        }

        assertThat(bestMu).isCloseTo(0.475, within(0.0011));
        assertThat(bestMu).as("published").isCloseTo(0.48, within(0.01));
    }

    @Test
    void theRepeaterlessBoundAtTenDecibelIsExact() {
        assertThat(FibreChannel.plobBitPerUse(10)).isCloseTo(0.1520031, within(1e-7));
    }

    @Test
    void theRepeaterlessBoundKeepsItsPrecisionWhereLittleLightArrives() {
        // -log2(1 - eta) is eta / ln 2 up to eta^2; computed without log1p it would be 0 at 170 dB.
        assertThat(FibreChannel.plobBitPerUse(170))
                .isCloseTo(1e-17 / Math.log(2), withinPercentage(1e-9));
    }

    @Test
    void twentyOnePointSevenKilometresLeaveOneInE() {
        assertThat(FibreChannel.transmission(FibreChannel.lossDb(21.7147, 0.2, 0)))
                .isCloseTo(Math.exp(-1), withinPercentage(0.001));
    }

    @ParameterizedTest
    @CsvSource({
        "link-budget-shields-2019, 85, 150797, 1",
        "toshiba-50km-1mbit, 50, 1000000, 1",
        "cow-2013-625mhz, 25, 140000, 1",
        "dps-field-2014, 90, 1100, 1"
    })
    void profilesGiveTheirPublishedPoint(
            String id, double lengthKm, double bitPerSecond, double tolerance) {
        assertThat(rate(PROFILES.getProfile(id), lengthKm).rateBitPerSecond())
                .isCloseTo(bitPerSecond, within(tolerance));
    }

    @Test
    void theFieldLinkWithDifferentialPhaseShiftHasItsPublishedErrorRate() {
        assertThat(rate(PROFILES.getProfile("dps-field-2014"), 90).qber()).isEqualTo(0.026);
    }

    @ParameterizedTest
    @CsvSource({"70", "75", "80"})
    void thePlanningProfileGivesTensOfKilobitsOverASpanOfANationalNetwork(double lengthKm) {
        KeyRate rate = rate(PROFILES.getProfile("decoy-bb84-1ghz"), lengthKm);

        assertThat(rate.rateBitPerSecond()).isBetween(5_000.0, 50_000.0);
        assertThat(rate.qber()).isBetween(0.01, 0.02);
    }

    private static KeyRate rate(KeyRateProfile profile, double lengthKm) {
        return profile.rateAtLengthKm(lengthKm).findRate().orElseThrow();
    }
}
