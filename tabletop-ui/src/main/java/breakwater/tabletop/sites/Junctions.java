package breakwater.tabletop.sites;

import breakwater.tabletop.sites.SiteMap.Leg;

import java.util.ArrayList;
import java.util.List;

/**
 * Takes out drawing junctions: places where routes of fibre meet without equipment. Fibres run through a junction from
 * each neighbour to each other, so each pair of its neighbours gets a strand of its own, in the ducts of both legs.
 */
final class Junctions {

    /** With more legs than these the strands would be a mesh nobody has laid; the junction stays, as a site. */
    static final int LEGS_MAX = 6;

    private final List<Strand> strands;

    Junctions(List<Strand> strands) {
        this.strands = new ArrayList<>(strands);
    }

    /** Fibre between two vertices. */
    record Strand(int a, int b, List<Leg> legs) {

        Strand {
            legs = List.copyOf(legs);
        }

        boolean touches(int vertex) {
            return a == vertex || b == vertex;
        }

        private Strand startingAt(int vertex) {
            return a == vertex ? this : new Strand(b, a, Leg.reversed(legs));
        }
    }

    /** Strands that end at {@code vertex}. */
    int countAt(int vertex) {
        return (int) strands.stream().filter(strand -> strand.touches(vertex)).count();
    }

    /** Replaces the strands at {@code junction} by those through it; how many there are. */
    int dissolve(int junction) {
        List<Strand> legs = strands.stream()
                .filter(strand -> strand.touches(junction))
                .map(strand -> strand.startingAt(junction))
                .toList();
        strands.removeIf(strand -> strand.touches(junction));
        int through = 0;
        for (int i = 0; i < legs.size(); i++) {
            for (int j = i + 1; j < legs.size(); j++) {
                Strand in = legs.get(i);
                Strand out = legs.get(j);
                if (in.b() != out.b()) {
                    List<Leg> way = new ArrayList<>(Leg.reversed(in.legs()));
                    way.addAll(out.legs());
                    strands.add(new Strand(in.b(), out.b(), way));
                    through++;
                }
            }
        }
        return through;
    }

    List<Strand> strands() {
        return List.copyOf(strands);
    }
}
