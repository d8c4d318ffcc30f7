package breakwater.playbook.format;

import breakwater.playbook.Playbook;

/** Writes playbooks. Pure; time linear in what is written. */
public final class PlaybookWriter {

    private PlaybookWriter() {}

    /**
     * The text of a {@code *.playbook.yaml} file that reads as {@code playbook}; the same text for equal playbooks,
     * wherever their parts came from. Its places and its hash are not written. What the language could not read from a
     * file at all (an id with blanks) does not become readable by being written.
     */
    public static String write(Playbook playbook) {
        return LayoutPrinter.print(PlaybookLayout.of(playbook), CommentBook.EMPTY);
    }
}
