package breakwater.tabletop.cli;

import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;
import breakwater.tabletop.findings.ProblemText;
import breakwater.tabletop.graphml.GraphMlReader;
import breakwater.tabletop.topology.ImportOptions;
import breakwater.tabletop.topology.NetworkFiles;
import breakwater.tabletop.topology.NetworkImport;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;

/** {@code breakwater network import}: a network, and an exercise to begin with, from a GraphML file. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Makes a network from a GraphML file of the Internet Topology Zoo, and an exercise to begin with.")
final class ImportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE.graphml", description = "The graph.")
    private Path file = Path.of("");

    @Option(
            names = "--span-km",
            paramLabel = "KM",
            defaultValue = "80",
            description =
                    "Longest link; longer routes are split evenly by trusted nodes. Default: ${DEFAULT-VALUE}.")
    private double spanKm = 80;

    @Option(
            names = "--route-factor",
            paramLabel = "F",
            defaultValue = "1.25",
            description = "Length of fibre over great-circle distance. Default: ${DEFAULT-VALUE}.")
    private double routeFactor = 1.25;

    @Option(
            names = "--domains",
            paramLabel = "N",
            description = "Make N connected operators of like size. Default: one per country.")
    private Optional<Integer> domains = Optional.empty();

    @Option(
            names = "--services",
            paramLabel = "N",
            defaultValue = "1000",
            description = "How many services to make. Default: ${DEFAULT-VALUE}.")
    private int services = 1_000;

    @Option(
            names = "--seed",
            paramLabel = "S",
            defaultValue = "1",
            description = "Seed of the draws that place the services. Default: ${DEFAULT-VALUE}.")
    private long seed = 1;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Folder of the exercise. Default: out/NAME, after the file.")
    private Optional<Path> out = Optional.empty();

    @Override
    public Integer call() throws IOException {
        checkRange("--span-km", spanKm, ImportOptions.SPAN_LEAST_KM, ImportOptions.SPAN_MOST_KM);
        checkRange("--route-factor", routeFactor, 1, ImportOptions.ROUTE_FACTOR_MOST);
        checkRange("--domains", domains.orElse(1), 1, ImportOptions.OPERATORS_MOST);
        checkRange("--services", services, 0, ImportOptions.SERVICES_MOST);
        Problems problems = new Problems();
        Optional<NetworkImport> read = read(problems);
        if (!problems.inFileOrder().isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.print(new ProblemText(Map.of())
                    .of(problems.inFileOrder(), problems.countBeyondLimit()));
            err.flush();
        }
        if (read.isEmpty()) {
            return 1;
        }
        Path folder = out.orElse(Path.of("out", plainName()));
        write(read.get(), folder);
        return 0;
    }

    private void checkRange(String option, double value, double least, double most) {
        if (!(value >= least && value <= most)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Expected %s from %s to %s, found %s."
                            .formatted(option, plain(least), plain(most), plain(value)));
        }
    }

    private static String plain(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? Long.toString((long) value)
                : Double.toString(value);
    }

    private Optional<NetworkImport> read(Problems problems) throws IOException {
        String shownAs = file.normalize().toString();
        if (!Files.isRegularFile(file)) {
            problems.add(Problem.error(
                    "no-file",
                    Location.startOf(shownAs),
                    "Expected a GraphML file here, found none.",
                    "Maybe the path is misspelt."));
            return Optional.empty();
        }
        ImportOptions options = new ImportOptions(
                fileName(),
                spanKm,
                routeFactor,
                domains.map(OptionalInt::of).orElse(OptionalInt.empty()),
                services,
                seed);
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(GraphMlReader.SIZE_MAX_BYTES + 1);
            return NetworkImport.read(shownAs, bytes, options, problems);
        }
    }

    /** Without what a comment line or a file cannot hold. */
    private String fileName() {
        return String.valueOf(file.getFileName()).replaceAll("[^\\p{L}\\p{N} ._()+-]", "_");
    }

    /** The file's name without its ending, in the letters a folder's name has everywhere. */
    private String plainName() {
        String name = fileName().replaceFirst("\\.[A-Za-z]+$", "").toLowerCase(Locale.ROOT);
        String plain = name.replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
        return plain.isEmpty() ? "network" : plain;
    }

    /** The network is written anew; an exercise that is there already is the user's own and stays. */
    private void write(NetworkImport made, Path folder) throws IOException {
        NetworkFiles.write(made.network(), folder.resolve("network"));
        SortedMap<String, String> missing = new TreeMap<>(made.exercise());
        missing.keySet().removeIf(name -> Files.exists(folder.resolve(name)));
        NetworkFiles.write(missing, folder);
        PrintWriter out = spec.commandLine().getOut();
        out.printf(
                Locale.ROOT,
                "%s%nsites: %,d, trusted nodes between them: %,d, links: %,d over %,.0f km, operators: %,d, services: %,d%n",
                made.name(),
                made.sites(),
                made.nodes() - made.sites(),
                made.links(),
                made.fibreKm(),
                made.operators(),
                made.services());
        out.printf("network:  %s%n", folder.resolve("network"));
        out.printf(
                "exercise: %s%s%n",
                folder, missing.size() < made.exercise().size() ? " (kept as it was)" : "");
        out.printf("Now try:  breakwater check %s && breakwater run %s%n", folder, folder);
        out.flush();
    }
}
