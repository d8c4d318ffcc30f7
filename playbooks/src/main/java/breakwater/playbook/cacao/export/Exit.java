package breakwater.playbook.cacao.export;

import java.util.function.Supplier;

/** Where a step leads when it is done; made only when something leads there, for no step may be out of reach. */
final class Exit {

    private final Supplier<String> make;
    private final boolean last;
    private String id = "";

    private Exit(Supplier<String> make, boolean last) {
        this.make = make;
        this.last = last;
    }

    static Exit to(String id) {
        return new Exit(() -> id, false);
    }

    /** Steps that still come. */
    static Exit lazily(Supplier<String> make) {
        return new Exit(make, false);
    }

    /** The end of a branch. */
    static Exit last(Supplier<String> make) {
        return new Exit(make, true);
    }

    /** Whether nothing more is done in this branch. */
    boolean isLast() {
        return last;
    }

    /** The step's identifier, always the same. */
    String id() {
        if (id.isEmpty()) {
            id = make.get();
        }
        return id;
    }
}
