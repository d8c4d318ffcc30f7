package breakwater.log;

import java.io.IOException;

/** One field of an event kind: its JSON name, what it holds, how it is written and how it is read. */
final class Field<E> {

    private final String name;
    private final String shape;
    private final Bounds bounds;
    private final byte[] prefix;
    private final Writer<E> writer;
    private final Reader reader;

    Field(String name, String shape, Bounds bounds, Writer<E> writer, Reader reader) {
        this.name = name;
        this.shape = shape;
        this.bounds = bounds;
        this.prefix = LogWriter.ascii(",\"" + name + "\":");
        this.writer = writer;
        this.reader = reader;
    }

    String name() {
        return name;
    }

    /** For the reference page. */
    String shape() {
        return (shape + " " + bounds.range()).strip();
    }

    void write(E event, LineBuffer out) {
        out.raw(prefix);
        writer.write(event, out);
    }

    Object read(LineParser line) throws IOException, UnreadableLineException {
        int at = line.offset();
        Object value = reader.read(line);
        bounds.findObjection(name, value).ifPresent(message -> line.object(at, message));
        return value;
    }

    /** Appends the field's value. */
    interface Writer<E> {
        void write(E event, LineBuffer out);
    }

    /** Takes the field's value; the parser stands before it. */
    interface Reader {
        Object read(LineParser line) throws IOException, UnreadableLineException;
    }
}
