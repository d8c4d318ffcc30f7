package breakwater.playbook.drawing;

/**
 * How wide letters are. Measured in Liberation Sans, in thousandths of the size, rounded up; Arial and Helvetica have
 * the same widths, so one of the three is at hand on nearly every machine. A font cannot be asked here: this module
 * reads no files, and a drawing must not depend on what is installed.
 */
final class FontWidths {

    /** What a letter that was not measured takes at most: no usual script is wider than high. */
    private static final int UNKNOWN = 1000;

    private static final int ASCII_FIRST = ' ';
    private static final int LATIN_FIRST = 0xA0;

    private static final int[] REGULAR_ASCII = {
        278, 278, 355, 557, 557, 890, 667, 191, 334, 334, 390, 584, 278, 334, 278, 278, 557, 557,
        557, 557, 557, 557, 557, 557, 557, 557, 278, 278, 584, 584, 584, 557, 1016, 667, 667, 723,
        723, 667, 611, 778, 723, 278, 500, 667, 557, 834, 723, 778, 667, 778, 723, 667, 611, 723,
        667, 944, 667, 667, 611, 278, 278, 278, 470, 557, 334, 557, 557, 500, 557, 557, 278, 557,
        557, 223, 223, 500, 223, 834, 557, 557, 557, 557, 334, 500, 278, 557, 500, 723, 500, 500,
        500, 334, 260, 334, 584
    };
    private static final int[] REGULAR_LATIN = {
        278, 334, 557, 557, 557, 557, 260, 557, 334, 737, 371, 557, 584, 334, 737, 553, 400, 549,
        334, 334, 334, 577, 538, 278, 334, 334, 366, 557, 834, 834, 834, 611, 667, 667, 667, 667,
        667, 667, 1000, 723, 667, 667, 667, 667, 278, 278, 278, 278, 723, 723, 778, 778, 778, 778,
        778, 584, 778, 723, 723, 723, 723, 667, 667, 611, 557, 557, 557, 557, 557, 557, 890, 500,
        557, 557, 557, 557, 278, 278, 278, 278, 557, 557, 557, 557, 557, 557, 557, 549, 611, 557,
        557, 557, 557, 500, 557, 500
    };
    private static final int[] BOLD_ASCII = {
        278, 334, 475, 557, 557, 890, 723, 238, 334, 334, 390, 584, 278, 334, 278, 278, 557, 557,
        557, 557, 557, 557, 557, 557, 557, 557, 334, 334, 584, 584, 584, 611, 976, 723, 723, 723,
        723, 667, 611, 778, 723, 278, 557, 723, 611, 834, 723, 778, 667, 778, 723, 667, 611, 723,
        667, 944, 667, 667, 611, 334, 278, 334, 584, 557, 334, 557, 611, 557, 611, 557, 334, 611,
        611, 278, 278, 557, 278, 890, 611, 611, 611, 611, 390, 557, 334, 611, 557, 778, 557, 557,
        500, 390, 280, 390, 584
    };
    private static final int[] BOLD_LATIN = {
        278, 334, 557, 557, 557, 557, 280, 557, 334, 737, 371, 557, 584, 334, 737, 553, 400, 549,
        334, 334, 334, 577, 557, 278, 334, 334, 366, 557, 834, 834, 834, 611, 723, 723, 723, 723,
        723, 723, 1000, 723, 667, 667, 667, 667, 278, 278, 278, 278, 723, 723, 778, 778, 778, 778,
        778, 584, 778, 723, 723, 723, 723, 667, 667, 611, 557, 557, 557, 557, 557, 557, 890, 557,
        557, 557, 557, 557, 278, 278, 278, 278, 611, 611, 611, 611, 611, 611, 611, 549, 611, 611,
        611, 611, 611, 557, 611, 557
    };

    private FontWidths() {}

    /** Whether the letter's width is known; that of the others is an upper bound. */
    static boolean isMeasured(int letter) {
        return within(letter, ASCII_FIRST, REGULAR_ASCII)
                || within(letter, LATIN_FIRST, REGULAR_LATIN);
    }

    /** In thousandths of the font's size. */
    static int of(int letter, boolean bold) {
        if (within(letter, ASCII_FIRST, REGULAR_ASCII)) {
            return (bold ? BOLD_ASCII : REGULAR_ASCII)[letter - ASCII_FIRST];
        }
        if (within(letter, LATIN_FIRST, REGULAR_LATIN)) {
            return (bold ? BOLD_LATIN : REGULAR_LATIN)[letter - LATIN_FIRST];
        }
        return UNKNOWN;
    }

    private static boolean within(int letter, int first, int[] widths) {
        return letter >= first && letter < first + widths.length;
    }
}
