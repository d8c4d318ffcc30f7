package breakwater.tabletop.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

import java.util.Locale;

/** The {@code breakwater} command. */
@Command(
        name = "breakwater",
        mixinStandardHelpOptions = true,
        version = "breakwater 0.1.0",
        description =
                "Resilience and disaster-recovery exercises for quantum-communication networks.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:done and good",
            "1:problems found, in files, in a log, on the disk; they are printed",
            "2:wrong usage: arguments that the command does not take",
            "70:a fault of Breakwater itself; please report what is printed"
        },
        subcommands = {
            DemoCommand.class,
            RunCommand.class,
            RehearseCommand.class,
            ScoreCommand.class,
            CheckCommand.class,
            ProfileCommand.class,
            NetworkCommand.class,
            PlaybookCommand.class,
            ActionsCommand.class
        })
public final class Breakwater {

    private Breakwater() {}

    public static void main(String[] args) {
        System.exit(execute(args));
    }

    /** What {@link #main} does before it leaves Java. Returns the exit code. */
    static int execute(String... arguments) {
        // Every format names its locale or needs none; this is for those of the libraries.
        Locale.setDefault(Locale.ROOT);
        return createCommandLine().execute(arguments);
    }

    /** The command with all its subcommands; the caller may redirect what it prints. */
    static CommandLine createCommandLine() {
        return new CommandLine(new Breakwater())
                .setParameterExceptionHandler(WrongUsage::explain)
                .setExecutionExceptionHandler(Breakdown::explain);
    }
}
