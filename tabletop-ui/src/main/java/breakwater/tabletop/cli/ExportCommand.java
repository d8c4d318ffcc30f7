package breakwater.tabletop.cli;

import breakwater.playbook.Playbook;
import breakwater.playbook.cacao.export.CacaoExport;
import breakwater.tabletop.files.SoundPlaybook;

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

/** {@code breakwater playbook export}: a playbook as CACAO 2.0. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description =
                "Writes a playbook as CACAO 2.0. The same playbook always gives the same bytes; what CACAO has no words for travels in an extension.")
final class ExportCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "PLAYBOOK",
            description = "A playbook (.playbook.yaml), or the id of one of the library.")
    private String name = "";

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Where to write it (default: to standard output).")
    private @Nullable Path output;

    @Override
    public Integer call() throws IOException {
        SoundPlaybook named = new SoundPlaybook(name);
        Optional<Playbook> playbook = named.read();
        PrintWriter err = spec.commandLine().getErr();
        err.print(named.explain());
        err.flush();
        if (playbook.isEmpty()) {
            return 1;
        }
        PrintWriter out = spec.commandLine().getOut();
        String text = CacaoExport.textOf(playbook.get());
        if (output == null) {
            out.print(text);
        } else {
            Files.writeString(output, text, StandardCharsets.UTF_8);
            out.println(output);
        }
        out.flush();
        return 0;
    }
}
