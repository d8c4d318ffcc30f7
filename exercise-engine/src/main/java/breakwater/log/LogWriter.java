package breakwater.log;

import breakwater.exercise.LogEntry;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes a log, one canonical line per entry: fields in fixed order, no spaces, UTF-8, {@code \n} at the end. The same
 * entries give the same bytes on every machine. Not thread-safe; makes no garbage of its own but for decimals.
 */
public final class LogWriter {

    private static final byte[] TIME = ascii("{\"" + LogFormat.TIME + "\":");
    private static final byte[] DOMAIN = ascii(",\"" + LogFormat.DOMAIN + "\":");
    private static final byte[] SEQUENCE = ascii(",\"" + LogFormat.SEQUENCE + "\":");
    private static final byte[] TYPE = ascii(",\"" + LogFormat.TYPE + "\":");
    private static final byte[] CAUSE = ascii(",\"" + LogFormat.CAUSE + "\":");

    private final OutputStream sink;
    private final LineBuffer line = new LineBuffer();

    /** The sink should be buffered: it gets one write per entry. It is neither flushed nor closed here. */
    public LogWriter(OutputStream sink) {
        this.sink = sink;
    }

    /** Appends one entry. The order of a log ({@link LogEntry#ORDER}) is the caller's duty. */
    public void write(LogEntry entry) throws IOException {
        line.clear();
        encode(entry, line);
        sink.write(line.bytes(), 0, line.length());
    }

    /** The line of one entry with its line end, as {@link #write} appends it. */
    public static byte[] encode(LogEntry entry) {
        LineBuffer line = new LineBuffer();
        encode(entry, line);
        return Arrays.copyOf(line.bytes(), line.length());
    }

    static void encode(LogEntry entry, LineBuffer line) {
        EventKind<?> kind = EventKinds.of(entry.event());
        line.raw(TIME);
        line.integer(entry.timeMicros());
        line.raw(DOMAIN);
        line.text(entry.origin().value());
        line.raw(SEQUENCE);
        line.integer(entry.sequence());
        line.raw(TYPE);
        line.text(kind.name());
        if (!entry.cause().isEmpty()) {
            line.raw(CAUSE);
            line.text(entry.cause());
        }
        kind.write(entry.event(), line);
        line.ascii('}');
        line.ascii('\n');
    }

    static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
