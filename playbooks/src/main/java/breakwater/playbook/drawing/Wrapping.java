package breakwater.playbook.drawing;

import java.util.ArrayList;
import java.util.List;

/** Breaks text into lines that fit. */
final class Wrapping {

    /** After these a long word is best broken. */
    private static final String JOINTS = "-./_,;:()[]=&|~";

    private Wrapping() {}

    /**
     * The lines of {@code text}, none wider than {@code width} pixels unless it is a single letter; broken at spaces,
     * and within words that do not fit a line. Time linear in the text.
     */
    static List<String> lines(String text, Face face, int width) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : clean(text).split(" +", -1)) {
            if (!line.isEmpty() && face.width(line + " " + word) <= width) {
                line.append(' ').append(word);
                continue;
            }
            if (!line.isEmpty()) {
                lines.add(line.toString());
                line.setLength(0);
            }
            int from = 0;
            for (int end = cut(word, from, face, width);
                    end < word.length();
                    end = cut(word, from, face, width)) {
                lines.add(word.substring(from, end));
                from = end;
            }
            line.append(word, from, word.length());
        }
        if (!line.isEmpty()) {
            lines.add(line.toString());
        }
        return lines;
    }

    /** Where a word is broken: behind the last joint in the second half of the line, else where the line is full. */
    private static int cut(String word, int from, Face face, int width) {
        long most = width * 1000L / face.size();
        long used = 0;
        int end = from;
        int joint = from;
        while (end < word.length()) {
            int letter = word.codePointAt(end);
            used += FontWidths.of(letter, face.isBold());
            if (used > most && end > from) {
                return joint > from ? joint : end;
            }
            end += Character.charCount(letter);
            if (JOINTS.indexOf(letter) >= 0 && used * 2 > most) {
                joint = end;
            }
        }
        return end;
    }

    /** Without line breaks, and without what a drawing cannot hold. */
    private static String clean(String text) {
        StringBuilder clean = new StringBuilder(text.length());
        text.strip().codePoints().forEach(letter -> {
            boolean space = Character.isWhitespace(letter) || Character.isISOControl(letter);
            boolean none =
                    Character.getType(letter) == Character.SURROGATE || (letter & 0xFFFE) == 0xFFFE;
            clean.appendCodePoint(space ? ' ' : none ? 0xFFFD : letter);
        });
        return clean.toString();
    }
}
