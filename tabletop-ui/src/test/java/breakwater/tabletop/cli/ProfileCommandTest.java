package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assertions.withinPercentage;

import breakwater.keyrate.ShippedProfiles;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

class ProfileCommandTest {

    @Test
    void listsEveryProfile() {
        Outcome outcome = run("profile list");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out().lines().skip(1))
                .extracting(line -> line.split(" ", 2)[0])
                .containsExactlyElementsOf(ids());
    }

    @ParameterizedTest
    @MethodSource("ids")
    void showsEachProfileWithItsAssumptions(String id) {
        Outcome text = run("profile show " + id);
        Outcome json = run("profile show " + id + " --json");

        assertThat(text.exit()).isZero();
        assertThat(text.out())
                .startsWith(id + " 1.0.0\n")
                .contains("assumed", "alpha", "realignment");
        assertThat(json.exit()).isZero();
        assertThat(scalars(json.out()))
                .containsEntry("id", id)
                .containsKeys("formula", "blockSiftedBit");
    }

    static List<String> ids() {
        return ShippedProfiles.registry().listIds();
    }

    @Test
    void printsTheRateAsJson() {
        Outcome outcome = run("profile rate gys-infinite-decoy --km 50 --json");

        Map<String, String> fields = scalars(outcome.out());
        assertThat(outcome.exit()).isZero();
        assertThat(fields)
                .containsEntry("profile", "gys-infinite-decoy")
                .containsEntry("version", "1.0.0");
        assertThat(number(fields, "lengthKm")).isEqualTo(50);
        assertThat(number(fields, "lossDb")).isCloseTo(10.5, within(1e-12));
        assertThat(number(fields, "ratePerPulse")).isCloseTo(2.2260e-4, withinPercentage(0.01));
        assertThat(number(fields, "rateBitPerSecond")).isCloseTo(445.2, within(0.1));
        assertThat(number(fields, "qber")).isCloseTo(0.03341, within(5e-6));
        assertThat(number(fields, "plobBitPerUse")).isCloseTo(0.1346, within(1e-4));
    }

    @Test
    void aLossWithoutLengthHasNoLength() {
        Map<String, String> fields =
                scalars(run("profile rate toshiba-50km-1mbit --db 10 --json").out());

        assertThat(fields).containsEntry("lengthKm", "null");
        assertThat(number(fields, "plobBitPerUse")).isCloseTo(0.1520031, within(1e-7));
    }

    @Test
    void theBoundWithoutLossIsNoNumber() {
        Outcome json = run("profile rate gys-infinite-decoy --km 0 --json");

        assertThat(scalars(json.out())).containsEntry("plobBitPerUse", "null");
        assertThat(run("profile rate gys-infinite-decoy --km 0").out())
                .contains("PLOB bound   none");
    }

    @Test
    void printsTheRateForPeople() {
        Outcome outcome = run("profile rate link-budget-shields-2019 --km 85 --set qber=0.03");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out()).isEqualTo("""
                        profile      link-budget-shields-2019 1.0.0
                        span         85 km, 20.5445 dB
                        rate         150797 bit/s, 0.000150797 secret bit per pulse at 1E+9 Hz
                        QBER         3 %
                        PLOB bound   0.0127834 bit per pulse; the rate is 19.3 dB below it
                        first block  3,703,703 secret bit, 24.6 s after realignment (assumed)
                        changed      qber
                        assumed      connectorsDb, qber, siftedPerSecret
                        """);
    }

    @Test
    void beyondTheCutOffItSaysThatThereIsNoKey() {
        Outcome outcome = run("profile rate gys-infinite-decoy --km 150");

        assertThat(outcome.exit()).isZero();
        assertThat(outcome.out())
                .contains("rate         0 bit/s", "no key at this loss", "first block  never");
        assertThat(scalars(
                        run("profile rate gys-infinite-decoy --km 150 --json").out()))
                .containsEntry("blockBit", "0")
                .containsEntry("blockFillSeconds", "null");
    }

    @Test
    void aChangedParameterChangesTheRate() {
        Map<String, String> fields = scalars(
                run("profile rate gys-infinite-decoy --km 100 --set mu=0.1 --set f=1 --json")
                        .out());
        Map<String, String> shipped =
                scalars(run("profile rate gys-infinite-decoy --km 100 --json").out());

        assertThat(number(fields, "ratePerPulse")).isLessThan(number(shipped, "ratePerPulse"));
    }

    @Test
    void refusesASpanOutsideTheValidRange() {
        Outcome outcome = run("profile rate link-budget-shields-2019 --db 30 --json");

        assertThat(outcome)
                .isEqualTo(new Outcome(
                        1,
                        "",
                        "Profile 'link-budget-shields-2019' is valid for losses of 0 to 25 dB, but this span loses 30 dB."
                                + " Maybe put a trusted node between, or choose a profile for longer spans."
                                + System.lineSeparator()));
    }

    @Test
    void refusesAllWrongSettingsAtOnce() {
        Outcome outcome = run(
                "profile rate gys-infinite-decoy --km 50 --set etaBop=0.1 --set mu=-1 --set f=1 --set f=2 --set mu --set q=much --set =1");

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err().lines()).hasSize(6);
        assertThat(outcome.err())
                .contains(
                        "Expected --set NAME=VALUE, but found 'mu'.",
                        "Expected a number for 'q' in --set, but found 'much'.",
                        "Expected --set NAME=VALUE, but found '=1'.")
                .contains(
                        "has no parameter 'etaBop'; it has clockHz, alpha",
                        "Maybe you meant 'etaBob'.")
                .contains("Parameter 'mu' (mean photon number of a signal pulse) must be within")
                .contains("Parameter 'f' is set twice.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"profile show", "profile rate"})
    void namesTheNearestProfile(String command) {
        String span = command.endsWith("rate") ? " --km 10" : "";

        Outcome outcome = run(command + " gys-infinit-decoy" + span);

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.err())
                .startsWith("There is no profile 'gys-infinit-decoy'; there are cow-2013-625mhz,")
                .contains("Maybe you meant 'gys-infinite-decoy'.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "profile rate",
                "profile rate gys-infinite-decoy",
                "profile rate gys-infinite-decoy --km 10 --db 2",
                "profile rate gys-infinite-decoy --km far",
                "profile rate gys-infinite-decoy --km 10 --set",
                "profile list --yaml",
                "profile show"
            })
    void wrongUsageIsExplained(String arguments) {
        Outcome outcome = run(arguments);

        assertThat(outcome.exit()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(2);
        assertThat(outcome.err()).contains("\nTry 'breakwater profile ").endsWith(" --help'.\n");
    }

    @Test
    void theBeginningOfAProfilesNameIsUnderstood() {
        assertThat(run("profile show gys").err())
                .startsWith("There is no profile 'gys'; there are ")
                .endsWith("Maybe you meant 'gys-infinite-decoy'.\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "--km -1",
                "--km NaN",
                "--db -1",
                "--db Infinity",
                "--km 1e308",
                "--set alpha=NaN --km 1"
            })
    void figuresThatCannotBeAreRefused(String span) {
        Outcome outcome = run("profile rate decoy-bb84-1ghz " + span);

        assertThat(outcome.exit()).isEqualTo(1);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err().lines()).hasSize(1);
    }

    @Test
    void theReferencePageShowsRealOutput() throws IOException {
        String page = Files.readString(Path.of("..", "docs", "reference", "profiles.md"));
        Matcher examples =
                Pattern.compile("```console\n\\$ breakwater (.*)\n((?s).*?)```").matcher(page);

        int count = 0;
        while (examples.find()) {
            Outcome outcome = run(examples.group(1));
            assertThat(examples.group(2))
                    .as(examples.group(1))
                    .isEqualTo(outcome.out() + outcome.err());
            count++;
        }
        assertThat(count).isGreaterThanOrEqualTo(5);
    }

    private static Outcome run(String arguments) {
        return Outcome.of(arguments.split(" ", -1));
    }

    private static double number(Map<String, String> fields, String name) {
        return Double.parseDouble(Optional.ofNullable(fields.get(name))
                .orElseThrow(() -> new AssertionError("no field " + name)));
    }

    /** Every scalar field of the outermost object and of those in it, as text. */
    private static Map<String, String> scalars(String json) {
        Map<String, String> fields = new HashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            while (parser.nextToken() != null) {
                JsonToken token = parser.currentToken();
                if (token.isScalarValue() && parser.currentName() != null) {
                    fields.putIfAbsent(parser.currentName(), parser.getText());
                }
            }
        } catch (IOException notJson) {
            throw new AssertionError(json, notJson);
        }
        return fields;
    }
}
