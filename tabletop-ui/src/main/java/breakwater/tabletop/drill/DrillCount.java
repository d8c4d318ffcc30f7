package breakwater.tabletop.drill;

import java.io.PrintStream;
import java.util.List;
import java.util.Locale;

/** One line that fills while drills are played, up to the next look. Redrawn when a percent is full. Thread-safe. */
public final class DrillCount {

    private static final int WIDTH = 40;

    private final PrintStream out;
    private final List<Integer> looks;
    private final boolean visible;
    private int done;
    private int look;
    private int drawnPercent = -1;

    /**
     * A line for drills that are looked at after so many.
     *
     * @param looks ascending, not empty
     * @param visible whether somebody watches a terminal; prints nothing otherwise
     */
    public DrillCount(PrintStream out, List<Integer> looks, boolean visible) {
        this.out = out;
        this.looks = List.copyOf(looks);
        this.visible = visible;
    }

    /** One more was played. */
    public synchronized void played() {
        done++;
        while (look < looks.size() - 1 && done > looks.get(look)) {
            look++;
        }
        int percent = (int) Math.min(100, done * 100L / looks.get(look));
        if (!visible || percent == drawnPercent) {
            return;
        }
        drawnPercent = percent;
        int filled = percent * WIDTH / 100;
        out.printf(
                Locale.ROOT,
                "\r  [%s%s] %3d %%  %,d of %,d drills",
                "#".repeat(filled),
                "-".repeat(WIDTH - filled),
                percent,
                done,
                looks.get(look));
        out.flush();
    }

    /** Ends the line. */
    public synchronized void end() {
        if (visible && drawnPercent >= 0) {
            out.println();
            out.flush();
        }
    }
}
