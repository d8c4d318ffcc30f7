package breakwater.playbook.expression;

/** What an expression sees at one instant. */
public interface Frame {

    /**
     * The value of a name.
     *
     * @param slot its place in {@link Program#names}
     * @return a Boolean, Long, Double, String, Duration, Instant or List, of the type that was declared
     */
    Object get(int slot);

    /**
     * One field of a snapshot.
     *
     * @param id what is looked at; of two ids, for a path, with a space between
     * @throws ExpressionFailure when the id names nothing
     */
    Object snapshot(Snapshot kind, String id, String field);
}
