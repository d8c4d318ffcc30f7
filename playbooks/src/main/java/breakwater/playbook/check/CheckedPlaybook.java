package breakwater.playbook.check;

import breakwater.playbook.Playbook;
import breakwater.playbook.expression.Expression;
import breakwater.playbook.expression.Program;

import java.util.Map;

/**
 * A playbook without errors and the programs of its expressions.
 *
 * @param hash SHA-256 of its file, hexadecimal
 */
public record CheckedPlaybook(Playbook playbook, String hash, Map<Expression, Program> programs) {

    public CheckedPlaybook {
        programs = Map.copyOf(programs);
    }

    /** The program of one of its expressions. */
    public Program program(Expression expression) {
        Program program = programs.get(expression);
        if (program == null) {
            throw new IllegalArgumentException("The expression (%s) is none of playbook %s."
                    .formatted(expression.text(), playbook.id()));
        }
        return program;
    }
}
