package breakwater.tabletop.cli;

import breakwater.tabletop.topology.NetworkFiles;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Callable;

/** {@code breakwater network eu27}: writes the shipped EU-27 network anew. */
@Command(
        name = "eu27",
        mixinStandardHelpOptions = true,
        description = "Writes the shipped EU-27 network anew from public facts and stated rules.")
final class Eu27Command implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "exercises/networks/eu27",
            description = "Folder to write to (default: ${DEFAULT-VALUE}).")
    private Path folder = Path.of("exercises/networks/eu27");

    @Override
    public Integer call() throws IOException {
        for (Path file : NetworkFiles.write(NetworkFiles.eu27(), folder)) {
            spec.commandLine().getOut().println(file);
        }
        spec.commandLine().getOut().flush();
        return 0;
    }
}
