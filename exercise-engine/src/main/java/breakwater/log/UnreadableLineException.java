package breakwater.log;

/** Ends the reading of one line; what is wrong is in it, located within the line. Never leaves the package. */
final class UnreadableLineException extends Exception {

    private final String rule;
    private final int byteOffset;
    private final String advice;

    UnreadableLineException(String rule, int byteOffset, String message, String advice) {
        super(message);
        this.rule = rule;
        this.byteOffset = byteOffset;
        this.advice = advice;
    }

    String rule() {
        return rule;
    }

    /** From the start of the line, 0 for its first byte. */
    int byteOffset() {
        return byteOffset;
    }

    String advice() {
        return advice;
    }

    /** The sentence for people; an exception's message may be null, this one is not. */
    String sentence() {
        return String.valueOf(getMessage());
    }
}
