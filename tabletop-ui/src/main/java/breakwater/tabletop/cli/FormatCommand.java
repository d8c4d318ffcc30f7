package breakwater.tabletop.cli;

import breakwater.tabletop.files.PlaybookText;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;

/** {@code breakwater playbook format}: playbooks in the one form. */
@Command(
        name = "format",
        mixinStandardHelpOptions = true,
        description =
                "Writes playbooks in the one form: order of keys, line breaks, quotes, durations. Comments stay.")
final class FormatCommand implements Callable<Integer> {

    private static final Path STANDARD_INPUT = Path.of("-");

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "FILE",
            arity = "1..*",
            description = "Playbooks (.playbook.yaml); - for standard input to standard output.")
    private List<Path> files = List.of();

    @Option(
            names = "--check",
            description =
                    "Changes nothing; names the files that would change, and exits with 1 if there are some.")
    private boolean check;

    @Override
    public Integer call() throws IOException {
        boolean good = true;
        for (Path file : files) {
            good &= format(file);
        }
        return good ? 0 : 1;
    }

    private boolean format(Path file) throws IOException {
        PlaybookText playbook = new PlaybookText();
        boolean stream = file.equals(STANDARD_INPUT);
        Optional<String> text = stream ? playbook.format(System.in) : playbook.format(file);
        if (text.isEmpty()) {
            PrintWriter err = spec.commandLine().getErr();
            err.print(playbook.explain());
            err.flush();
            return false;
        }
        boolean same = playbook.isAsRead(text.get());
        PrintWriter out = spec.commandLine().getOut();
        if (stream && !check) {
            out.print(text.get());
        } else if (!same) {
            if (!check) {
                PlaybookText.replace(file, text.get());
            }
            out.println(file);
        }
        out.flush();
        return same || !check;
    }
}
