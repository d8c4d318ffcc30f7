package breakwater.document;

import breakwater.problem.Location;
import breakwater.problem.Problem;
import breakwater.problem.Problems;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Strict UTF-8: a byte that is none is reported with its place instead of becoming a question mark. */
public final class Utf8 {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private Utf8() {}

    /**
     * The text of {@code bytes} without a byte order mark; empty when they are not UTF-8, which is reported.
     *
     * @param file the name to report, never opened
     */
    public static Optional<String> decode(String file, byte[] bytes, Problems problems) {
        CharBuffer out = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(in, out, true);
        String text = out.flip().toString();
        if (result.isError()) {
            problems.add(Problem.error(
                    "not-utf-8",
                    locationOf(file, text, text.codePointCount(0, text.length())),
                    "Expected UTF-8 text, but found the byte 0x%02X that cannot stand here."
                            .formatted(bytes[in.position()] & 0xFF),
                    isUtf16(bytes)
                            ? "Maybe save the file as UTF-8: it begins as UTF-16 does."
                            : "Maybe save the file as UTF-8."));
            return Optional.empty();
        }
        boolean marked = !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK;
        return Optional.of(marked ? text.substring(1) : text);
    }

    /** Whether the bytes begin with a byte order mark of UTF-16, either end first. */
    private static boolean isUtf16(byte[] bytes) {
        return bytes.length >= 2 && (bytes[0] & bytes[1]) == (byte) 0xFE && bytes[0] != bytes[1];
    }

    /** Line and column of the code point with this index, counted from 0. */
    static Location locationOf(String file, String text, int codePointIndex) {
        int line = 1;
        int column = 1;
        int end = text.offsetByCodePoints(
                0, Math.min(codePointIndex, text.codePointCount(0, text.length())));
        for (int i = 0; i < end; i += Character.charCount(text.codePointAt(i))) {
            if (text.charAt(i) == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
        }
        return new Location(file, line, column);
    }
}
