package breakwater.tabletop.topology;

import java.util.List;

/** What the shipped EU-27 files say about themselves. */
final class Eu27Prose {

    static final List<String> HEAD = List.of(
            "A backbone of the 27 EU member states for exercises. Written by `breakwater network eu27`; change its rules,",
            "not these files. It is no map of any real QKD network.",
            "",
            "Public facts: capitals and their coordinates; the 36 land borders and fixed links between member states;",
            "population on 1 January 2024 (Eurostat demo_gjan 2024, rounded to 0.1 million).",
            "Assumptions: one corridor per border, from capital to capital, as long as the great circle times 1.25, with",
            "trusted nodes so that no link is longer than 80 km; intermediate nodes lie on the straight line between the",
            "capitals, so some are at sea or in a third state. IE, CY and MT have no land route: their one node has no",
            "link and no service until satellites or sea cables are modelled.",
            "Hardware (assumed): key-rate profile decoy-bb84-1ghz at 0.2 dB/km; stores of two hours of generation; after a",
            "repair a log-normal realignment and one block. Power: capitals 24 h with generator; every fourth node of a",
            "corridor 8 h of battery; all others 6 h, the least autonomy MEO reported at most of its sites on 28 April",
            "2025. Software: three fictional vendors take turns over the states in alphabetical order.",
            "Crews: one per 400 km of own fibre, at least two, each with a mobile generator, from the capital at 60 km/h.",
            "All links of a corridor share the risk duct:A-B; key management runs over provider networks ip:XX, at",
            "borders beside the fibre.");

    static final List<String> ATTRIBUTION = List.of(
            "EU-27 backbone: own work from public facts; population: Eurostat demo_gjan 2024, rounded; hardware, routes and demand assumed");

    private Eu27Prose() {}
}
