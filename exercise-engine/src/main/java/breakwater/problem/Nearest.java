package breakwater.problem;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known name a misspelt one most likely meant, for the "Maybe you meant ..." of a problem.
 *
 * <p>Names are compared without regard to case by their optimal string alignment distance: the fewest insertions,
 * deletions, replacements and swaps of neighbouring letters (Damerau 1964; the restricted form, in which no piece is
 * edited twice). A suggestion that is too far away misleads more than it helps, so a name of up to 3 letters may differ
 * by 1 edit, one of up to 8 letters by 2, a longer one by 3. A match must also keep at least one letter: {@code "ab"}
 * is never taken for {@code "cd"}.
 *
 * <p>Whoever types only the beginning of a name means that name: when nothing is near, but exactly one candidate begins
 * with what was asked, and that has at least 3 letters, it is the one.
 */
public final class Nearest {

    /** Fewer letters begin too many names by chance. */
    private static final int BEGINNING_LEAST = 3;

    private Nearest() {}

    /**
     * The candidate nearest to {@code asked}, or empty when none is near enough. Of several equally near ones the first
     * in the collection's order wins, so a sorted collection gives the same answer every time. The cost is
     * proportional to the total length of the candidates whose length is near that of {@code asked}; a name of any
     * length is safe to ask for.
     */
    public static Optional<String> findAmong(Collection<String> candidates, String asked) {
        int limit = editsAllowed(asked.length());
        String wanted = asked.toLowerCase(Locale.ROOT);
        String best = null;
        int bestEdits = limit + 1;
        for (String candidate : candidates) {
            if (Math.abs(candidate.length() - asked.length()) > limit) {
                continue;
            }
            int edits = edits(wanted, candidate.toLowerCase(Locale.ROOT));
            if (edits < bestEdits && edits < Math.max(asked.length(), candidate.length())) {
                best = candidate;
                bestEdits = edits;
            }
        }
        return best == null ? findBegunBy(wanted, candidates) : Optional.of(best);
    }

    private static Optional<String> findBegunBy(String wanted, Collection<String> candidates) {
        if (wanted.length() < BEGINNING_LEAST) {
            return Optional.empty();
        }
        List<String> begun = candidates.stream()
                .filter(candidate -> candidate.length() > wanted.length())
                .filter(candidate -> candidate.toLowerCase(Locale.ROOT).startsWith(wanted))
                .limit(2)
                .toList();
        return begun.size() == 1 ? Optional.of(begun.get(0)) : Optional.empty();
    }

    /**
     * A sentence to offer as advice, {@code Maybe you meant 'x'.}, or the empty string when nothing is near enough.
     *
     * @see #findAmong(Collection, String)
     */
    public static String adviceAmong(Collection<String> candidates, String asked) {
        return findAmong(candidates, asked)
                .map(name -> "Maybe you meant '" + name + "'.")
                .orElse("");
    }

    private static int editsAllowed(int length) {
        if (length <= 3) {
            return 1;
        }
        return length <= 8 ? 2 : 3;
    }

    /** Optimal string alignment distance, in time proportional to the product of the lengths. */
    static int edits(String from, String to) {
        int[] twoBack = new int[to.length() + 1];
        int[] oneBack = new int[to.length() + 1];
        int[] row = new int[to.length() + 1];
        for (int j = 0; j <= to.length(); j++) {
            oneBack[j] = j;
        }
        for (int i = 1; i <= from.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= to.length(); j++) {
                int replaced = oneBack[j - 1] + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(replaced, 1 + Math.min(oneBack[j], row[j - 1]));
                if (swapped(from, i, to, j)) {
                    row[j] = Math.min(row[j], twoBack[j - 2] + 1);
                }
            }
            int[] spare = twoBack;
            twoBack = oneBack;
            oneBack = row;
            row = spare;
        }
        return oneBack[to.length()];
    }

    private static boolean swapped(String from, int i, String to, int j) {
        return i > 1
                && j > 1
                && from.charAt(i - 1) == to.charAt(j - 2)
                && from.charAt(i - 2) == to.charAt(j - 1);
    }
}
