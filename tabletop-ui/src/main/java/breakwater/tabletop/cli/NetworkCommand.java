package breakwater.tabletop.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code breakwater network}: makes networks and looks at them. */
@Command(
        name = "network",
        mixinStandardHelpOptions = true,
        description = "Makes networks, and says where they are weak.",
        subcommands = {AnalyseCommand.class, Eu27Command.class, ImportCommand.class})
final class NetworkCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Expected a subcommand, found none.");
    }
}
