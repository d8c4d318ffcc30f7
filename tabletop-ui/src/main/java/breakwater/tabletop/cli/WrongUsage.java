package breakwater.tabletop.cli;

import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

import java.io.PrintWriter;
import java.util.List;

/**
 * What a command says to arguments it does not take: what is wrong, what was probably meant, where the help is. The
 * help itself is pages long and would push the one line that matters off the screen; only who names no subcommand gets
 * it, for want of anything better to say.
 */
final class WrongUsage {

    /** More are no help. */
    private static final int SUGGESTIONS_MAX = 3;

    private WrongUsage() {}

    /** Explains {@code failure} on the error stream of its command. Returns the exit code. */
    static int explain(ParameterException failure, String[] arguments) {
        CommandLine command = failure.getCommandLine();
        PrintWriter err = command.getErr();
        boolean unmatched = failure instanceof UnmatchedArgumentException;
        err.println(failure.getMessage());
        if (unmatched) {
            suggest(((UnmatchedArgumentException) failure).getSuggestions(), err);
        }
        if (!unmatched && !command.getSubcommands().isEmpty()) {
            command.usage(err);
        } else {
            err.printf("Try '%s --help'.%n", command.getCommandSpec().qualifiedName());
        }
        err.flush();
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    private static void suggest(List<String> names, PrintWriter err) {
        if (names.size() == 1) {
            err.printf("Maybe you meant '%s'.%n", names.get(0));
        } else if (!names.isEmpty()) {
            int shown = Math.min(SUGGESTIONS_MAX, names.size());
            err.printf("Maybe one of: %s.%n", String.join(", ", names.subList(0, shown)));
        }
    }
}
