package breakwater.playbook.cacao.importing;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** Names of ours for names of others: only letters, digits and _ or -, none twice. */
final class Wording {

    private static final int LENGTH_MAX = 60;

    private final Set<String> taken = new HashSet<>();

    /** A name that can follow a dot in an expression. */
    String name(String text) {
        return free(cut(text.replaceAll("[^A-Za-z0-9_]+", "_"), "_", "x"), "_");
    }

    /** A name in small letters. */
    String slug(String text) {
        return free(slugOf(text), "-");
    }

    static String slugOf(String text) {
        String small = text.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-");
        return cut(small, "-", "imported");
    }

    private static String cut(String text, String filler, String otherwise) {
        String stripped = text.replaceAll("^[0-9" + filler + "]+", "");
        String cut = stripped.substring(0, Math.min(LENGTH_MAX, stripped.length()));
        String bare = cut.replaceAll(filler + "+$", "");
        return bare.isEmpty() ? otherwise : bare;
    }

    private String free(String wanted, String filler) {
        String name = wanted;
        for (int number = 2; !taken.add(name); number++) {
            name = wanted + filler + number;
        }
        return name;
    }
}
