package breakwater.playbook.cacao.json;

import breakwater.problem.Location;

/**
 * Turns offsets into lines and columns. Offsets come in file order, so the text is walked once: finding all places
 * costs as much as reading the text.
 */
final class PlaceFinder {

    private final String file;
    private final String text;
    private int offset;
    private int line = 1;
    private int column = 1;

    PlaceFinder(String file, String text) {
        this.file = file;
        this.text = text;
    }

    /**
     * The place of the character at {@code wanted}, or of the end if that is beyond it. An offset before one asked for
     * earlier gives the place of that one.
     */
    Location at(long wanted) {
        while (offset < Math.min(wanted, text.length())) {
            int point = text.codePointAt(offset);
            if (point == '\n') {
                line++;
                column = 1;
            } else {
                column++;
            }
            offset += Character.charCount(point);
        }
        return new Location(file, line, column);
    }
}
