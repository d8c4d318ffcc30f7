package breakwater.tabletop.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** {@code breakwater playbook}: what is done with playbooks outside a drill. */
@Command(
        name = "playbook",
        mixinStandardHelpOptions = true,
        description = "Works with playbooks outside a drill.",
        subcommands = {
            ShowCommand.class,
            DiffCommand.class,
            ExportCommand.class,
            FormatCommand.class,
            TestCommand.class,
            ImportPlaybookCommand.class,
            VerifyCommand.class
        })
final class PlaybookCommand implements Runnable {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Expected a subcommand, found none.");
    }
}
