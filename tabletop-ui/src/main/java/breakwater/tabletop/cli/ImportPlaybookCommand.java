package breakwater.tabletop.cli;

import breakwater.playbook.cacao.importing.CacaoImport.Imported;
import breakwater.playbook.cacao.json.PrettyJson;
import breakwater.playbook.format.PlaybookWriter;
import breakwater.playbook.yaml.PlaybookReader;
import breakwater.tabletop.files.CacaoFile;

import org.jspecify.annotations.Nullable;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code breakwater playbook import}: a CACAO playbook as one of ours. */
@Command(
        name = "import",
        mixinStandardHelpOptions = true,
        description =
                "Makes a playbook of a CACAO 2.0 file. What was exported comes back as it was; of any other file nothing is guessed, and what became of it is said.")
final class ImportPlaybookCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(paramLabel = "FILE", description = "A CACAO playbook, in JSON.")
    private Path file = Path.of("");

    @Option(
            names = {"-o", "--output"},
            paramLabel = "PLAYBOOK",
            description =
                    "Where to write it, ending in .playbook.yaml (default: to standard output). What has no place in it goes into a file beside it, ending in .kept.json.")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        CacaoFile cacao = new CacaoFile(file);
        Optional<Imported> imported = cacao.importPlaybook();
        if (!cacao.problems().isEmpty()) {
            err.print(cacao.explain());
        }
        imported.ifPresent(good -> err.print(good.report().text()));
        err.flush();
        if (imported.isEmpty()) {
            return 1;
        }
        String text = PlaybookWriter.write(imported.get().playbook());
        if (output == null) {
            out.print(text);
        } else {
            Files.writeString(output, text, StandardCharsets.UTF_8);
            out.println(output);
            var kept = imported.get().report().kept();
            if (!kept.members().isEmpty()) {
                Path beside = output.resolveSibling(
                        (output.getFileName() + "").replace(PlaybookReader.SUFFIX, "")
                                + ".kept.json");
                Files.writeString(beside, PrettyJson.of(kept), StandardCharsets.UTF_8);
                out.println(beside);
            }
        }
        out.flush();
        return 0;
    }
}
