package breakwater.document;

/**
 * A file as a reader gets it. The bytes are not copied: nobody changes them after they were read.
 *
 * @param name its name within the exercise, {@code /} between folders; part of the exercise's hash
 * @param shownAs how problems name it, for example with the folder the user typed
 */
@SuppressWarnings("ArrayRecordComponent") // Compared by nobody; a copy of 8 MiB would serve no one.
public record SourceFile(String name, String shownAs, byte[] bytes) {}
