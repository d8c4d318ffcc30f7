package breakwater.playbook.cacao.importing;

import breakwater.playbook.cacao.json.JsonValue.JsonObject;
import breakwater.problem.Location;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What became of a file that was imported.
 *
 * @param notes in the order of the file
 * @param kept what our language has no word for, as it stood: properties of the playbook, and of its steps by id
 */
public record ImportReport(List<Note> notes, JsonObject kept) {

    public ImportReport {
        notes = List.copyOf(notes);
    }

    /** What may become of something. */
    public enum Fate {
        KEPT,
        CHANGED,
        LOST
    }

    /** One thing and what became of it; {@code text} is a sentence without a full stop. */
    public record Note(Fate fate, Location at, String text) {}

    /** As people read it, a line each. */
    public String text() {
        StringBuilder lines = new StringBuilder();
        for (Note note : notes) {
            lines.append("%s: %s: %s.\n"
                    .formatted(
                            note.at(),
                            note.fate().name().toLowerCase(java.util.Locale.ROOT),
                            note.text()));
        }
        return lines.toString();
    }

    /** Collects notes. */
    static final class Notes {

        private final List<Note> notes = new ArrayList<>();

        void changed(Location at, String text) {
            notes.add(new Note(Fate.CHANGED, at, text));
        }

        void lost(Location at, String text) {
            notes.add(new Note(Fate.LOST, at, text));
        }

        void kept(Location at, String text) {
            notes.add(new Note(Fate.KEPT, at, text));
        }

        List<Note> all() {
            List<Note> sorted = new ArrayList<>(notes);
            sorted.sort(Comparator.comparing((Note note) -> note.at().line())
                    .thenComparing(note -> note.at().column()));
            return sorted;
        }
    }
}
