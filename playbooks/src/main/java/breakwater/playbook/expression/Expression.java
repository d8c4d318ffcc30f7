package breakwater.playbook.expression;

import breakwater.problem.Location;

/**
 * An expression as it stands in a file.
 *
 * @param text what is written, without quotes and without a leading {@code =}
 * @param at where its first character stands
 */
public record Expression(String text, Location at) {

    /** Where a place in the text stands; line from 1, column from 0, as CEL counts. */
    Location placeOf(int line, int column) {
        return line <= 1
                ? new Location(at.file(), at.line(), at.column() + column)
                : new Location(at.file(), at.line() + line - 1, column + 1);
    }
}
