package breakwater.log;

import breakwater.exercise.LogEntry;
import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Reads a log back, strictly: what {@link LogWriter} would not have written is a problem. All problems are found in one
 * reading, each located in the file, so that a damaged log can be told from a forged or an unfinished one.
 */
public final class LogReader {

    private static final int CHUNK = 1 << 16;

    private final String file;
    private final Problems problems = new Problems();
    private final List<LogEntry> entries = new ArrayList<>();
    private final LogOrder order = new LogOrder();
    private final LogReferences references = new LogReferences();
    private final LineBuffer canonical = new LineBuffer();
    private byte[] line = new byte[1_024];
    private int lineLength;
    private int lineNumber = 1;
    private boolean begunAsLog;

    private LogReader(String file) {
        this.file = file;
    }

    /**
     * What a reading found.
     *
     * @param entries all that could be read, in file order; complete only when there is no problem
     * @param problems in file order
     * @param problemsBeyondLimit how many more there are than are kept
     */
    public record Reading(List<LogEntry> entries, List<Problem> problems, int problemsBeyondLimit) {
        public Reading {
            entries = List.copyOf(entries);
            problems = List.copyOf(problems);
        }

        /** Whether the log can be trusted as far as its form goes. */
        public boolean isSound() {
            return problems.isEmpty();
        }
    }

    /**
     * Reads to the end of the stream, which is not closed.
     *
     * @param file what to call the log in problems
     */
    public static Reading read(String file, InputStream in) throws IOException {
        LogReader reader = new LogReader(file);
        reader.readAll(in);
        if (reader.isNoLog()) {
            return new Reading(List.of(), List.of(noLog(file)), 0);
        }
        return new Reading(
                reader.entries, reader.problems.inFileOrder(), reader.problems.countBeyondLimit());
    }

    /** A damaged log still has a line that is sound, or begins as one; of anything else each line is wrong. */
    private boolean isNoLog() {
        boolean empty = lineNumber == 1 && lineLength == 0;
        return entries.isEmpty() && !begunAsLog && !empty;
    }

    private static Problem noLog(String file) {
        return Problem.error(
                "no-log",
                Location.startOf(file),
                "Expected a log, whose lines begin with %s, but this is no log of Breakwater."
                        .formatted(LogFormat.BEGINNING),
                "Maybe give log.jsonl, or the folder that a drill left it in.");
    }

    private void readAll(InputStream in) throws IOException {
        byte[] chunk = new byte[CHUNK];
        for (int count = in.read(chunk); count >= 0; count = in.read(chunk)) {
            for (int i = 0; i < count; i++) {
                take(chunk[i]);
            }
        }
        if (lineLength > 0) {
            endOfLine();
            add(
                    "truncated",
                    lineLength,
                    "Expected the last line to end with a line feed, but the file ends.",
                    "Maybe the log was cut off while it was written or copied.");
        }
        if (entries.isEmpty() && !problems.hasErrors()) {
            add("empty", 0, "Expected a log, but the file is empty.", "");
        }
        if (!problems.hasErrors()) {
            order.findUnfinished()
                    .ifPresent(
                            message -> add(
                                    "unfinished",
                                    0,
                                    message,
                                    "Maybe the drill was stopped; a log is scored only when it is complete."));
        }
        references
                .unknown()
                .forEach(found -> problems.add(Problem.error(
                        "unknown-reference",
                        new Location(file, found.line(), 1),
                        found.message(),
                        found.advice())));
    }

    private void take(byte next) {
        if (next == '\n') {
            endOfLine();
            lineLength = 0;
            lineNumber++;
        } else if (lineLength < LogFormat.LINE_BYTES_MAX) {
            if (lineLength == line.length) {
                line = Arrays.copyOf(line, 2 * line.length);
            }
            line[lineLength++] = next;
        } else if (lineLength == LogFormat.LINE_BYTES_MAX) {
            lineLength++;
            add(
                    "line-too-long",
                    0,
                    "Expected at most %s bytes in a line.".formatted(LogFormat.LINE_BYTES_MAX),
                    "");
        }
    }

    private void endOfLine() {
        if (lineNumber == 1) {
            begunAsLog = startsWith(LogFormat.BEGINNING.getBytes(StandardCharsets.US_ASCII));
        }
        if (lineLength > LogFormat.LINE_BYTES_MAX) {
            return;
        }
        try {
            LogEntry entry = LineParser.parse(
                    line, lineLength, (at, message) -> add("out-of-range", at, message, ""));
            entries.add(entry);
            order.check(entry)
                    .forEach(found -> add(found.rule(), 0, found.message(), found.advice()));
            references.take(entry, lineNumber);
            checkCanonical(entry);
        } catch (UnreadableLineException unreadable) {
            order.lineLost();
            add(
                    unreadable.rule(),
                    unreadable.byteOffset(),
                    unreadable.sentence(),
                    unreadable.advice());
        }
    }

    private boolean startsWith(byte[] beginning) {
        return lineLength >= beginning.length
                && Arrays.equals(line, 0, beginning.length, beginning, 0, beginning.length);
    }

    private void checkCanonical(LogEntry entry) {
        canonical.clear();
        LogWriter.encode(entry, canonical);
        int length = canonical.length() - 1;
        int difference = Arrays.mismatch(line, 0, lineLength, canonical.bytes(), 0, length);
        if (difference >= 0) {
            add(
                    "not-canonical",
                    difference,
                    "Expected the canonical form of the line, but it differs from here on.",
                    "Maybe another program wrote the line; see docs/reference/log.md.");
        }
    }

    private void add(String rule, int byteOffset, String message, String advice) {
        problems.add(Problem.error(
                rule, new Location(file, lineNumber, column(byteOffset)), message, advice));
    }

    /** Columns count code points: every byte but the continuations of UTF-8. */
    private int column(int byteOffset) {
        int column = 1;
        for (int i = 0; i < Math.min(byteOffset, lineLength) && i < line.length; i++) {
            if ((line[i] & 0xc0) != 0x80) {
                column++;
            }
        }
        return column;
    }

    /** A problem of a line as a whole. */
    record Finding(int line, String rule, String message, String advice) {
        static Finding of(String rule, String message, @Nullable String advice) {
            return new Finding(0, rule, message, advice == null ? "" : advice);
        }
    }
}
