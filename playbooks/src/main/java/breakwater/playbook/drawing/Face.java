package breakwater.playbook.drawing;

/** Sizes and weights of text. */
public enum Face {
    HEADLINE(18, true, 24),
    /** Verbs and names. */
    NAME(12, true, 17),
    TEXT(13, false, 18),
    DETAIL(12, false, 16),
    STRONG(12, true, 16);

    private final int size;
    private final boolean bold;
    private final int lineHeight;

    Face(int size, boolean bold, int lineHeight) {
        this.size = size;
        this.bold = bold;
        this.lineHeight = lineHeight;
    }

    /** The font's size in pixels. */
    public int size() {
        return size;
    }

    public boolean isBold() {
        return bold;
    }

    int lineHeight() {
        return lineHeight;
    }

    /** How wide {@code text} is, rounded up to pixels; an upper bound when {@link #isMeasured} says no. */
    public int width(String text) {
        long thousandths = text.codePoints()
                .mapToLong(letter -> FontWidths.of(letter, bold))
                .sum();
        return (int) Math.min(Integer.MAX_VALUE, (thousandths * size + 999) / 1000);
    }

    /** Whether the widths of all letters are known. */
    public static boolean isMeasured(String text) {
        return text.codePoints().allMatch(FontWidths::isMeasured);
    }
}
