package breakwater.playbook.drawing;

/** A place in a box, in pixels right of and below its upper left corner. */
public record Point(int x, int y) {}
