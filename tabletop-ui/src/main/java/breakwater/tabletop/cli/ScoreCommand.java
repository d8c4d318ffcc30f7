package breakwater.tabletop.cli;

import breakwater.log.LogReader;
import breakwater.scoring.Scorecard;
import breakwater.scoring.Scorer;
import breakwater.scoring.json.ScorecardJson;
import breakwater.tabletop.findings.ProblemText;
import breakwater.tabletop.report.ScoreTable;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;

/** {@code breakwater score}: the figures of a drill from its log alone. */
@Command(
        name = "score",
        mixinStandardHelpOptions = true,
        description = "Reads the log of a drill and prints the same scores as the drill did.")
final class ScoreCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "LOG", description = "The log, or the folder it is in.")
    private Path log = Path.of("");

    @Option(names = "--json", description = "Print scorecard.json instead of a table.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        CommandLine command = spec.commandLine();
        Path file = Files.isDirectory(log) ? log.resolve("log.jsonl") : log;
        if (!Files.isRegularFile(file)) {
            command.getErr()
                    .printf(
                            "%s: Expected a log here, found none. Maybe the path is misspelt.%n",
                            file);
            command.getErr().flush();
            return 1;
        }
        LogReader.Reading reading;
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            reading = LogReader.read(file.normalize().toString(), in);
        }
        if (!reading.isSound()) {
            command.getErr()
                    .print(new ProblemText(Map.of())
                            .of(reading.problems(), reading.problemsBeyondLimit()));
            command.getErr().flush();
            return 1;
        }
        print(command.getOut(), Scorer.score(reading.entries()));
        return 0;
    }

    private void print(PrintWriter out, Scorecard card) {
        if (json) {
            out.print(new String(ScorecardJson.encode(card), StandardCharsets.UTF_8));
        } else {
            out.printf("%s: %s%n", card.drill().exercise(), card.drill().title());
            out.print(ScoreTable.of(card));
        }
        out.flush();
    }
}
