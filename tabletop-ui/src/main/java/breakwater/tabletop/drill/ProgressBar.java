package breakwater.tabletop.drill;

import breakwater.exercise.SimTime;

import java.io.PrintStream;
import java.util.Locale;

/** One line that fills while a drill plays. Redrawn at most 100 times, and only when somebody watches a terminal. */
public final class ProgressBar {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private final long totalMicros;
    private final boolean visible;
    private int drawnPercent = -1;

    /** A bar for {@code totalMicros} of scenario time; prints nothing when not {@code visible}. */
    public ProgressBar(PrintStream out, long totalMicros, boolean visible) {
        this.out = out;
        this.totalMicros = totalMicros;
        this.visible = visible;
    }

    /** Shows how far the drill is. */
    public void show(long doneMicros, long events) {
        int percent = (int) Math.min(100, doneMicros * 100.0 / totalMicros);
        if (!visible || percent == drawnPercent) {
            return;
        }
        drawnPercent = percent;
        int filled = percent * WIDTH / 100;
        out.printf(
                Locale.ROOT,
                "\r  [%s%s] %3d %%  %s  %,d events",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                percent,
                SimTime.format(Math.min(doneMicros, totalMicros)),
                events);
        if (percent == 100) {
            out.println();
        }
        out.flush();
    }
}
