package breakwater.playbook.drawing;

/**
 * A playbook drawn.
 *
 * @param title what it shows, in a line
 * @param description what is seen, for those who do not see it
 * @param page holds all the rest, at (0, 0)
 */
public record Drawing(String title, String description, Box page) {}
