package breakwater.playbook.expression;

/** An expression has no value: division by zero, overflow, an id that names nothing. Never taken for false. */
public final class ExpressionFailure extends RuntimeException {

    private static final long serialVersionUID = 1;

    /** Why; the stack is not kept, for this is no bug. */
    public ExpressionFailure(String message) {
        super(message, null, false, false);
    }
}
