package breakwater.engine;

/** What a keyed draw is for. The numbers are part of the log's meaning: never renumber, only add. */
final class DrawPurpose {

    static final int REALIGN = 1;
    static final int FAULT_SPELL = 2;
    static final int HAZARD = 3;

    private DrawPurpose() {}
}
