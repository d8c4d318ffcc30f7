package breakwater.playbook.cacao.export;

/**
 * Where steps stand in the graph.
 *
 * @param copy tells the copies of {@code finally} apart; empty for all other steps
 * @param tail whether the run is over when an {@code end} of CACAO is reached here: it returns to whatever branched,
 *     and nothing comes after that
 * @param lastly whether these are the steps of {@code finally}, so that they do not come once more
 */
record Scope(String copy, boolean tail, boolean lastly) {

    static final Scope TOP = new Scope("", true, false);

    /** Within a branch after which more may come. */
    Scope inner() {
        return new Scope(copy, false, lastly);
    }

    /** The name of a step here, which is unique in the graph. */
    String place(String path) {
        return path + copy;
    }
}
