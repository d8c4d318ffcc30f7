package breakwater.tabletop.cli;

import breakwater.keyrate.KeyRate;
import breakwater.keyrate.KeyRateProfile;
import breakwater.keyrate.ProfileRegistry;
import breakwater.keyrate.RateAnswer;
import breakwater.keyrate.ShippedProfiles;
import breakwater.problem.Nearest;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;

/** {@code breakwater profile}: what kinds of quantum link there are, and how much key each makes over a span. */
@Command(
        name = "profile",
        mixinStandardHelpOptions = true,
        description = "Key-rate profiles: what a quantum link makes over a span.",
        subcommands = {
            ProfileCommand.Listing.class,
            ProfileCommand.Show.class,
            ProfileCommand.Rate.class
        })
final class ProfileCommand {

    private static final int DONE = 0;
    private static final int REFUSED = 1;

    private static final ProfileRegistry PROFILES = ShippedProfiles.registry();

    private ProfileCommand() {}

    /** Prints a refusal on the error stream and gives the exit code that goes with it. */
    private static int refuse(CommandSpec spec, List<RateAnswer.Refused> refusals) {
        PrintWriter err = spec.commandLine().getErr();
        for (RateAnswer.Refused refused : refusals) {
            err.println((refused.reason() + " " + refused.advice()).strip());
        }
        err.flush();
        return REFUSED;
    }

    private static RateAnswer.Refused unknownProfile(String id) {
        String advice = Nearest.adviceAmong(PROFILES.listIds(), id);
        return new RateAnswer.Refused(
                "There is no profile '%s'; there are %s."
                        .formatted(id, String.join(", ", PROFILES.listIds())),
                advice);
    }

    private static int print(CommandSpec spec, String text) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(text);
        out.flush();
        return DONE;
    }

    /** All profiles. */
    @Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the profiles.")
    static final class Listing implements Callable<Integer> {

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        public Integer call() {
            List<KeyRateProfile> profiles = PROFILES.listProfiles();
            return print(spec, json ? ProfileJson.list(profiles) : ProfileText.list(profiles));
        }
    }

    /** One profile in full. */
    @Command(
            name = "show",
            mixinStandardHelpOptions = true,
            description = "Shows the law, the values and the sources of one profile.")
    static final class Show implements Callable<Integer> {

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Parameters(
                paramLabel = "ID",
                description = "Id of the profile; 'profile list' prints all.")
        private String id = "";

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        public Integer call() {
            Optional<KeyRateProfile> profile = PROFILES.findProfile(id);
            if (profile.isEmpty()) {
                return refuse(spec, List.of(unknownProfile(id)));
            }
            return print(
                    spec, json ? ProfileJson.show(profile.get()) : ProfileText.show(profile.get()));
        }
    }

    /** The span a rate is asked for: a length or a loss. */
    static final class Span {

        @Option(
                names = "--km",
                required = true,
                paramLabel = "K",
                description = "Length of the span; its loss follows from the profile's alpha.")
        private @Nullable Double lengthKm;

        @Option(
                names = "--db",
                required = true,
                paramLabel = "A",
                description = "Measured loss of the span.")
        private @Nullable Double lossDb;

        private RateAnswer askOf(KeyRateProfile profile) {
            if (lossDb != null) {
                return profile.rateAtLossDb(lossDb);
            }
            return profile.rateAtLengthKm(lengthKm == null ? Double.NaN : lengthKm);
        }
    }

    /** The rate of one profile over one span. */
    @Command(
            name = "rate",
            mixinStandardHelpOptions = true,
            description =
                    "Key rate, error rate and distance to the repeaterless bound over one span.")
    static final class Rate implements Callable<Integer> {

        @Spec
        @SuppressWarnings("NullAway.Init")
        private CommandSpec spec;

        @Parameters(
                paramLabel = "ID",
                description = "Id of the profile; 'profile list' prints all.")
        private String id = "";

        @ArgGroup(exclusive = true, multiplicity = "1")
        private Span span = new Span();

        @Option(
                names = "--set",
                paramLabel = "NAME=VALUE",
                description = "Change a parameter of the profile; may be given several times.")
        private List<String> settings = new ArrayList<>();

        @Option(names = "--json", description = "Print JSON.")
        private boolean json;

        @Override
        public Integer call() {
            Optional<KeyRateProfile> found = PROFILES.findProfile(id);
            if (found.isEmpty()) {
                return refuse(spec, List.of(unknownProfile(id)));
            }
            List<RateAnswer.Refused> objections = new ArrayList<>();
            List<Setting> changes = settings.stream()
                    .flatMap(text -> parse(text, objections).stream())
                    .toList();
            objections.addAll(objections(found.get(), changes));
            if (!objections.isEmpty()) {
                return refuse(spec, objections);
            }
            KeyRateProfile profile = found.get();
            for (Setting change : changes) {
                profile = profile.with(change.name(), change.value());
            }
            return answer(profile, changes);
        }

        private int answer(KeyRateProfile profile, List<Setting> changes) {
            RateAnswer answer = span.askOf(profile);
            Optional<RateAnswer.Refused> refusal = answer.findRefusal();
            if (refusal.isPresent()) {
                return refuse(spec, List.of(refusal.get()));
            }
            KeyRate rate = answer.findRate().orElseThrow();
            List<String> changed = changes.stream().map(Setting::name).toList();
            RatedSpan rated = new RatedSpan(profile, rate, span.lengthKm, changed);
            return print(spec, json ? ProfileJson.rate(rated) : ProfileText.rate(rated));
        }

        private static List<RateAnswer.Refused> objections(
                KeyRateProfile profile, List<Setting> changes) {
            List<RateAnswer.Refused> objections = new ArrayList<>();
            Set<String> seen = new HashSet<>();
            for (Setting change : changes) {
                profile.findObjection(change.name(), change.value()).ifPresent(objections::add);
                if (!seen.add(change.name())) {
                    objections.add(new RateAnswer.Refused(
                            "Parameter '%s' is set twice.".formatted(change.name()),
                            "Maybe drop one of the two."));
                }
            }
            return objections;
        }

        /** One {@code --set}, or empty when it is none, which {@code objections} then say. */
        private static Optional<Setting> parse(String text, List<RateAnswer.Refused> objections) {
            int equals = text.indexOf('=');
            if (equals < 1) {
                objections.add(new RateAnswer.Refused(
                        "Expected --set NAME=VALUE, but found '%s'.".formatted(text), ""));
                return Optional.empty();
            }
            String name = text.substring(0, equals).strip();
            String value = text.substring(equals + 1).strip();
            try {
                return Optional.of(new Setting(name, Double.parseDouble(value)));
            } catch (NumberFormatException noNumber) {
                objections.add(new RateAnswer.Refused(
                        "Expected a number for '%s' in --set, but found '%s'."
                                .formatted(name, value),
                        ""));
                return Optional.empty();
            }
        }
    }

    /** One {@code --set}. */
    private record Setting(String name, double value) {}

    /**
     * An answer with its question.
     *
     * @param lengthKm null when only the loss was given
     * @param changed names of parameters that differ from the profile as shipped
     */
    record RatedSpan(
            KeyRateProfile profile,
            KeyRate rate,
            @Nullable Double lengthKm,
            List<String> changed) {}
}
