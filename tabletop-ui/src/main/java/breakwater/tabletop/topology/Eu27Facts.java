package breakwater.tabletop.topology;

import breakwater.network.GeoPoint;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The public facts the EU-27 network is made of.
 *
 * @param borders pairs of codes that share a land border or a fixed link
 */
record Eu27Facts(List<State> states, List<Border> borders) {

    Eu27Facts {
        states = List.copyOf(states);
        borders = List.copyOf(borders);
    }

    /** @param populationMillions rounded to 0.1 */
    record State(
            String code,
            String country,
            String capital,
            GeoPoint at,
            double populationMillions,
            String timeZone) {}

    record Border(String a, String b) {}

    /** As shipped. */
    static Eu27Facts shipped() {
        List<State> states = rows("/eu27/states.csv").stream()
                .map(row -> new State(
                        row[0],
                        row[1],
                        row[2],
                        new GeoPoint(Double.parseDouble(row[3]), Double.parseDouble(row[4])),
                        Double.parseDouble(row[5]),
                        row[6]))
                .toList();
        List<Border> borders = rows("/eu27/borders.csv").stream()
                .map(row -> new Border(row[0], row[1]))
                .toList();
        return new Eu27Facts(states, borders);
    }

    State state(String code) {
        return states.stream()
                .filter(state -> state.code().equals(code))
                .findFirst()
                .orElseThrow(() ->
                        new IllegalArgumentException("The state (%s) is unknown.".formatted(code)));
    }

    /** The lines below the heading, comments left out. */
    private static List<String[]> rows(String resource) {
        try (InputStream in = Eu27Facts.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException(
                        "The resource (%s) is missing.".formatted(resource));
            }
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
