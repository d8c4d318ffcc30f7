package breakwater.problem;

/**
 * A place in a file. Lines and columns count from 1; a column counts Unicode code points.
 *
 * @param file the name as the reader was given it, never resolved
 */
public record Location(String file, int line, int column) {

    public Location {
        if (line < 1 || column < 1) {
            throw new IllegalArgumentException(
                    "The line (%d) and column (%d) in file (%s) must be at least 1."
                            .formatted(line, column, file));
        }
    }

    /** The start of {@code file}, for what concerns the file as a whole. */
    public static Location startOf(String file) {
        return new Location(file, 1, 1);
    }

    @Override
    public String toString() {
        return file + ":" + line + ":" + column;
    }
}
