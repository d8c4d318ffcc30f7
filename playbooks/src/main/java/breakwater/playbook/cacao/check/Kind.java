package breakwater.playbook.cacao.check;

import breakwater.playbook.cacao.json.JsonValue;
import breakwater.problem.Problems;

/** What may stand as the value of a property. */
@FunctionalInterface
interface Kind {

    /** Reports what is wrong with {@code value}, which stands under {@code key}. */
    void check(String key, JsonValue value, Problems problems);
}
