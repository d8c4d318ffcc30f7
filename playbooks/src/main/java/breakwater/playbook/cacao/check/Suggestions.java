package breakwater.playbook.cacao.check;

import breakwater.problem.Nearest;

import java.util.Collection;

/** What was probably meant, as long as that costs little: a hostile file could ask for millions of comparisons. */
final class Suggestions {

    /** An honest file asks for a few hundred. */
    private static final int COMPARISONS_MAX = 100_000;

    private int comparisons;

    /** As {@link Nearest#adviceAmong}; the empty text once too much was asked for. */
    String among(Collection<String> names, String asked) {
        comparisons += names.size();
        return comparisons <= COMPARISONS_MAX ? Nearest.adviceAmong(names, asked) : "";
    }
}
