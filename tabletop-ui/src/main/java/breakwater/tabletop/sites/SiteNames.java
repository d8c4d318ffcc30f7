package breakwater.tabletop.sites;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Short unique ids out of labels, which in the Zoo are neither unique nor always there. An id has Latin letters, digits
 * and hyphens only, starts with a letter, and means nothing else in YAML.
 */
final class SiteNames {

    /** Two of them, a mark and a number stay far below what an id may have. */
    private static final int LENGTH_MAX = 30;

    private static final Set<String> READ_OTHERWISE = Set.of("true", "false", "null");

    private SiteNames() {}

    /** @param label empty when there is none */
    record Named(String graphId, String label, String fallback) {}

    /**
     * One id each, in order: the label in Latin letters where no other label gives the same; else with the graph's own
     * id behind it; else with a number as well.
     */
    static List<String> of(List<Named> all) {
        Map<String, Integer> count = new HashMap<>();
        all.forEach(named -> count.merge(plain(named).toLowerCase(Locale.ROOT), 1, Integer::sum));
        Set<String> taken = new HashSet<>();
        List<String> ids = new ArrayList<>();
        for (Named named : all) {
            String plain = plain(named);
            boolean alone = count.getOrDefault(plain.toLowerCase(Locale.ROOT), 0) == 1
                    && !slug(named.label()).isEmpty();
            String wanted = alone ? plain : plain + "-" + slug(named.graphId());
            String id = cut(wanted, wanted.length() > LENGTH_MAX ? LENGTH_MAX : wanted.length());
            for (int number = 2; !taken.add(id.toLowerCase(Locale.ROOT)); number++) {
                String tail = "-" + number;
                id = cut(wanted, LENGTH_MAX - tail.length()) + tail;
            }
            ids.add(id);
        }
        return ids;
    }

    /** A label as part of an id; {@code fallback} where nothing of it is left. */
    private static String plain(Named named) {
        String slug = slug(named.label());
        if (slug.isEmpty()) {
            return named.fallback();
        }
        boolean odd = !Character.isLetter(slug.charAt(0))
                || READ_OTHERWISE.contains(slug.toLowerCase(Locale.ROOT));
        return cut(odd ? named.fallback() + "-" + slug : slug, LENGTH_MAX - 8);
    }

    private static String cut(String text, int length) {
        String cut = text.length() > length ? text.substring(0, length) : text;
        return cut.endsWith("-") ? cut.substring(0, cut.length() - 1) : cut;
    }

    /** Latin letters without marks and digits; a hyphen for each run of anything else. May be empty. */
    static String slug(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .replaceAll("[^A-Za-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
