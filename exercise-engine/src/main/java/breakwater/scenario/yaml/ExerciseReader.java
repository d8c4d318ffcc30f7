package breakwater.scenario.yaml;

import breakwater.document.DocumentNode;
import breakwater.document.DocumentNode.Scalar;
import breakwater.document.Durations;
import breakwater.document.Fields;
import breakwater.document.SourceFile;
import breakwater.document.YamlReader;
import breakwater.exercise.SimTime;
import breakwater.network.Network;
import breakwater.network.yaml.KeyRates;
import breakwater.network.yaml.NetworkReader;
import breakwater.network.yaml.NetworkReading;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.scenario.Agreement;
import breakwater.scenario.Exercise;
import breakwater.scenario.Response;
import breakwater.scenario.Scenario;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Reads all files of an exercise: bytes in, an {@link Exercise} or problems out. Pure. */
public final class ExerciseReader {

    public static final String EXERCISE_FILE = "exercise.yaml";
    public static final String SCENARIO_FILE = "scenario.yaml";

    /** Who lends what to whom; need not be there. */
    public static final String AGREEMENTS_FILE = "agreements.yaml";

    /** Names of network files begin so, wherever the folder really is, so that the hash does not depend on it. */
    public static final String NETWORK_PREFIX = "network/";

    /** Names of playbook files begin so. They are not read here, but they make part of the hash. */
    public static final String PLAYBOOKS_PREFIX = "playbooks/";

    private static final String NETWORK_FOLDER_DEFAULT = "network";
    private static final long LATENCY_MAX_MICROS = 3_600L * SimTime.MICROS_PER_SECOND;

    private final KeyRates rates;
    private final Problems problems;

    private ExerciseReader(KeyRates rates, Problems problems) {
        this.rates = rates;
        this.problems = problems;
    }

    /** Title, clock and the like, before network and scenario are known. */
    private record Settings(
            String title,
            String synopsis,
            long horizonMicros,
            long latencyMicros,
            long seed,
            List<Scalar> operators,
            List<DocumentNode> playbooks,
            List<DocumentNode> people) {}

    /**
     * The folder the exercise's network is in, relative to its own, as {@code exercise.yaml} says; {@code network} when
     * it says nothing or cannot be read (which {@link #read} will report).
     */
    public static String networkFolder(SourceFile exerciseFile) {
        Problems unheard = new Problems();
        return YamlReader.read(exerciseFile.shownAs(), exerciseFile.bytes(), unheard)
                .flatMap(root -> Fields.read(ScenarioShapes.EXERCISE, root, unheard))
                .map(fields -> fields.text("network"))
                .filter(folder -> !folder.isEmpty())
                .orElse(NETWORK_FOLDER_DEFAULT);
    }

    /**
     * The exercise in {@code files}, or empty when something is wrong with them; {@code problems} then says all of it.
     *
     * @param name the folder's name
     * @param files {@value #EXERCISE_FILE}, {@value #SCENARIO_FILE}, perhaps
     *     {@value #AGREEMENTS_FILE}, and those of the network, named
     *     {@value #NETWORK_PREFIX}..., and of playbooks, {@value #PLAYBOOKS_PREFIX}...
     */
    public static Optional<Exercise> read(
            String name, List<SourceFile> files, KeyRates rates, Problems problems) {
        return new ExerciseReader(rates, problems).read(name, files);
    }

    private Optional<Exercise> read(String name, List<SourceFile> files) {
        int errorsBefore = problems.countErrors();
        Optional<Settings> settings = root(EXERCISE_FILE, files).flatMap(this::settings);
        List<SourceFile> networkFiles = files.stream()
                .filter(file -> file.name().startsWith(NETWORK_PREFIX))
                .sorted(Comparator.comparing(SourceFile::name))
                .toList();
        NetworkReading reading = NetworkReader.read(
                networkFiles, settings.map(Settings::operators).orElse(List.of()), rates, problems);
        Optional<Network> network = reading.network();
        Optional<DocumentNode> scenarioRoot = root(SCENARIO_FILE, files);
        long horizon = settings.map(Settings::horizonMicros).orElse(SimTime.HORIZON_MAX_MICROS);
        Optional<Scenario> scenario =
                scenarioRoot.flatMap(root -> ScenarioReader.read(root, reading, horizon, problems));
        Optional<Response> response =
                settings.map(known -> new ResponseReader(reading.names(), problems)
                        .read(known.playbooks(), known.people()));
        boolean agrees = files.stream().anyMatch(file -> file.name().equals(AGREEMENTS_FILE));
        List<Agreement> agreements = (agrees
                        ? root(AGREEMENTS_FILE, files)
                        : Optional.<DocumentNode>empty())
                .map(root -> AgreementReader.read(root, reading, problems))
                .orElse(List.of());
        boolean whole = settings.isPresent() && network.isPresent() && scenario.isPresent();
        if (problems.countErrors() > errorsBefore || !whole) {
            return Optional.empty();
        }
        return Optional.of(new Exercise(
                name,
                settings.get().title(),
                settings.get().synopsis(),
                hash(files),
                horizon,
                settings.get().latencyMicros(),
                settings.get().seed(),
                network.get(),
                scenario.get(),
                response.orElse(Response.NONE),
                agreements));
    }

    private Optional<DocumentNode> root(String name, List<SourceFile> files) {
        Optional<SourceFile> file = files.stream()
                .filter(candidate -> candidate.name().equals(name))
                .findFirst();
        if (file.isEmpty()) {
            problems.add(Problem.error(
                    "missing-file",
                    Location.startOf(name),
                    "Expected the file '%s' in the exercise's folder, but it is missing."
                            .formatted(name),
                    ""));
        }
        return file.flatMap(found -> YamlReader.read(found.shownAs(), found.bytes(), problems));
    }

    private Optional<Settings> settings(DocumentNode root) {
        Optional<Fields> file = Fields.read(ScenarioShapes.EXERCISE, root, problems);
        if (file.isEmpty()) {
            return Optional.empty();
        }
        Fields fields = file.get();
        String title = fields.text("title");
        String synopsis = fields.text("synopsis");
        long seed = fields.whole("seed", 0, Long.MAX_VALUE);
        List<Scalar> operators = fields.texts("operators");
        if (fields.has("network")) {
            fields.text("network");
        }
        Optional<Fields> clock = fields.mapping("clock", ScenarioShapes.CLOCK);
        long horizon = clock.map(c -> duration(
                        c, "horizon", SimTime.MICROS_PER_SECOND, SimTime.HORIZON_MAX_MICROS))
                .orElse(SimTime.HORIZON_MAX_MICROS);
        long latency = clock.map(c -> duration(c, "signallingLatency", 1_000, LATENCY_MAX_MICROS))
                .orElse(Exercise.SIGNALLING_LATENCY_DEFAULT_MICROS);
        return fields.isSound()
                ? Optional.of(new Settings(
                        title,
                        synopsis,
                        horizon,
                        latency,
                        seed,
                        operators,
                        fields.items("playbooks"),
                        fields.items("people")))
                : Optional.empty();
    }

    private static long duration(Fields clock, String key, long least, long most) {
        long micros = clock.durationMicros(key);
        if (clock.has(key) && clock.isSound() && (micros < least || micros > most)) {
            clock.report(
                    key,
                    "out-of-range",
                    "Expected '%s' from %s to %s, but found %s."
                            .formatted(
                                    key,
                                    Durations.format(least),
                                    Durations.format(most),
                                    clock.found(key)),
                    "");
        }
        return micros;
    }

    /** SHA-256 over the files in the order of their names: name, a zero byte, length in 8 bytes, content. */
    static String hash(List<SourceFile> files) {
        MessageDigest digest;
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256.", e);
        }
        files.stream().sorted(Comparator.comparing(SourceFile::name)).forEach(file -> {
            digest.update(file.name().getBytes(StandardCharsets.UTF_8));
            digest.update((byte) 0);
            digest.update(
                    ByteBuffer.allocate(Long.BYTES).putLong(file.bytes().length).array());
            digest.update(file.bytes());
        });
        return HexFormat.of().formatHex(digest.digest());
    }
}
