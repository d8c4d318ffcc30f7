package breakwater.tabletop.cli;

import breakwater.problem.Nearest;
import breakwater.tabletop.files.TrialFiles;
import breakwater.tabletop.trials.TestedFile;
import breakwater.tabletop.trials.TrialFormat;

import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;

/** {@code breakwater playbook test}: plays the tests of playbooks. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description =
                "Plays tests of playbooks (.test.yaml) and says what was not as expected, and what no test tried.")
final class TestCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PATH",
            arity = "0..*",
            description =
                    "Test files, or folders that hold some at any depth. Default: the current folder.")
    private List<Path> paths = List.of();

    @Option(names = "--library", description = "Plays the tests of the shipped library instead.")
    private boolean library;

    @Option(
            names = "--format",
            converter = FormatArgument.class,
            paramLabel = "FORMAT",
            description = "text, json or junit (XML). Default: text.")
    private TrialFormat format = TrialFormat.TEXT;

    @Option(
            names = "--min-coverage",
            paramLabel = "PERCENT",
            description = "Fails when the tests of a playbook go less of its ways. Default: 0.")
    private double leastPercent;

    @Override
    public Integer call() throws IOException {
        if (!(leastPercent >= 0 && leastPercent <= 100)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "Expected 0 to 100 for --min-coverage, but found %s.".formatted(leastPercent));
        }
        List<TestedFile> tested = library ? TrialFiles.testLibrary() : test();
        if (tested.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.println("Expected a file that ends in .test.yaml, found none.");
            err.flush();
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        out.print(format.of(tested, leastPercent));
        out.flush();
        boolean good =
                tested.stream().allMatch(file -> file.isPassed() && !file.isBelow(leastPercent));
        return good ? 0 : 1;
    }

    private List<TestedFile> test() throws IOException {
        List<TestedFile> tested = new ArrayList<>();
        for (Path path : paths.isEmpty() ? List.of(Path.of(".")) : paths) {
            for (Path file : TrialFiles.under(path)) {
                tested.add(TrialFiles.test(file));
            }
        }
        return tested;
    }

    /** Reads a form off the command line; what is none is said in a sentence. */
    static final class FormatArgument implements ITypeConverter<TrialFormat> {

        @Override
        public TrialFormat convert(String text) {
            List<String> labels =
                    Stream.of(TrialFormat.values()).map(TrialFormat::label).toList();
            return TrialFormat.find(text)
                    .orElseThrow(() ->
                            new TypeConversionException("Expected one of %s, but found '%s'. %s"
                                    .formatted(
                                            String.join(", ", labels),
                                            text,
                                            Nearest.adviceAmong(labels, text))
                                    .strip()));
        }
    }
}
