package breakwater.playbook.drawing;

/**
 * A block that is laid out, at (0, 0).
 *
 * @param axis where the flow comes in above and goes out below
 * @param goesOn whether the flow can go out
 */
record Laid(Box box, int axis, boolean goesOn) {

    int width() {
        return box.width();
    }

    int height() {
        return box.height();
    }
}
