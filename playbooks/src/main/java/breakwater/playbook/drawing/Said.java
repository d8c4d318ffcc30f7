package breakwater.playbook.drawing;

/** A paragraph before it is broken into lines. */
record Said(String text, Face face, Mark mark) {

    static Said name(String text) {
        return new Said(text, Face.NAME, Mark.NONE);
    }

    static Said text(String text) {
        return new Said(text, Face.TEXT, Mark.NONE);
    }

    static Said detail(String text) {
        return new Said(text, Face.DETAIL, Mark.NONE);
    }

    static Said clock(String text) {
        return new Said(text, Face.STRONG, Mark.CLOCK);
    }

    static Said person(String text) {
        return new Said(text, Face.DETAIL, Mark.PERSON);
    }
}
