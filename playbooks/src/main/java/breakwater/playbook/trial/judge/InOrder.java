package breakwater.playbook.trial.judge;

import breakwater.playbook.trial.Expectation.Said;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiPredicate;

/** Finds what is expected one after the other among what was found; others may come between. */
record InOrder<E, F>(BiPredicate<E, F> fits) {

    /** Those that are not there, or not behind the one before. */
    List<Said<E>> unmatched(List<Said<E>> expected, List<F> found) {
        List<Said<E>> unmatched = new ArrayList<>();
        int next = 0;
        for (Said<E> one : expected) {
            int at = next;
            while (at < found.size() && !fits.test(one.value(), found.get(at))) {
                at++;
            }
            if (at < found.size()) {
                next = at + 1;
            } else {
                unmatched.add(one);
            }
        }
        return unmatched;
    }
}
