package breakwater.tabletop.cli;

import static org.assertj.core.api.Assertions.assertThat;

import picocli.CommandLine;
import picocli.CommandLine.Help;

import java.io.PrintWriter;
import java.io.StringWriter;

/** What a call of {@code breakwater} returned and printed. */
record Outcome(int exit, String out, String err) {

    /** Calls {@code breakwater} as its {@code main} does, without leaving this Java. */
    static Outcome of(String... arguments) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        CommandLine commandLine = Breakwater.createCommandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setColorScheme(Help.defaultColorScheme(Help.Ansi.OFF));
        int exit = commandLine.execute(arguments);
        return new Outcome(exit, out.toString(), err.toString());
    }

    /** Everything printed. */
    String text() {
        return out + err;
    }

    /** Whatever went wrong is said in sentences: nobody has to read Java. */
    Outcome isSpeech() {
        assertThat(text())
                .doesNotContain("\tat ")
                .doesNotContain("Exception")
                .doesNotContain("java.")
                .doesNotContain("breakwater.tabletop");
        return this;
    }
}
