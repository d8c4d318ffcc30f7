package breakwater.tabletop.sites;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Codes and time zones of countries by English name or code. A table of ours, because the names in the JDK differ from
 * version to version and the files of the Zoo have the names of 2010.
 */
final class Countries {

    private static final String RESOURCE = "/countries.csv";
    private static final int CODE_MAX = 20;
    private static final String NO_ZONE = "Etc/UTC";

    private final Map<String, Country> byName = new HashMap<>();

    private Countries() {}

    /** @param timeZone that of the capital */
    record Country(String code, String name, String timeZone) {}

    static Countries shipped() {
        Countries countries = new Countries();
        try (InputStream in = Countries.class.getResourceAsStream(RESOURCE)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The resource (%s) is missing.".formatted(RESOURCE));
            }
            new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .forEach(line -> countries.add(line.split(",", -1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return countries;
    }

    /** A row may name a country several ways, the present way first. */
    private void add(String[] row) {
        String[] names = row[1].split("\\|", -1);
        Country country = new Country(row[0], names[0], row[2]);
        byName.put(key(row[0]), country);
        for (String name : names) {
            byName.put(key(name), country);
        }
    }

    /** The country of that name or code. */
    Optional<Country> find(String name) {
        return Optional.ofNullable(byName.get(key(name)));
    }

    /** The country of that name or code; for one that is not in the table, a code made of its name. */
    Country get(String name) {
        Optional<Country> known = find(name);
        if (known.isPresent()) {
            return known.get();
        }
        String slug = SiteNames.slug(name.substring(0, Math.min(name.length(), CODE_MAX)));
        return new Country(
                slug.isEmpty() || !Character.isLetter(slug.charAt(0)) ? "X" + slug : slug,
                name,
                NO_ZONE);
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
