package breakwater.playbook.drawing;

/**
 * One line of text.
 *
 * @param x where it begins
 * @param y its baseline
 * @param mark left of it
 */
public record Label(int x, int y, String text, Face face, Mark mark) {

    /** From a mark to its text. */
    static final int MARK_WIDTH = 19;

    /** How wide the text is. */
    public int width() {
        return face.width(text);
    }
}
