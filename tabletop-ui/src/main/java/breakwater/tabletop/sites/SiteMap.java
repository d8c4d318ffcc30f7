package breakwater.tabletop.sites;

import breakwater.network.GeoPoint;
import breakwater.problem.Location;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/**
 * Sites and the routes of fibre between them.
 *
 * @param name of the network, for people
 * @param fromZoo whether the file says that it comes from the Internet Topology Zoo
 * @param sites in the order of the file; routes refer to them by index
 */
public record SiteMap(String name, boolean fromZoo, List<Site> sites, List<Route> routes) {

    public SiteMap {
        sites = List.copyOf(sites);
        routes = List.copyOf(routes);
    }

    /**
     * A place of the operator.
     *
     * @param id short, unique, made of the label where that is possible
     * @param label as in the file; may repeat
     * @param country as in the file; empty when not stated
     * @param location where it stands in the file
     */
    public record Site(String id, String label, String country, GeoPoint at, Location location) {}

    /**
     * A way of fibre between two sites.
     *
     * @param id unique, {@code A~B}; a second route between the same sites ends in {@code +2}
     * @param a index of the site it starts from
     * @param b index of the other one, never {@code a}
     * @param legs in order from {@code a} to {@code b}, at least one
     */
    public record Route(String id, int a, int b, List<Leg> legs) {

        public Route {
            legs = List.copyOf(legs);
        }

        /** The sum over the legs, km. */
        public double lengthKm() {
            return legs.stream().mapToDouble(Leg::lengthKm).sum();
        }

        /** The end that is not {@code site}. */
        int opposite(int site) {
            return site == a ? b : a;
        }
    }

    /**
     * A piece of a route that lies in one duct.
     *
     * @param lengthKm along the fibre, positive
     */
    public record Leg(String duct, double lengthKm, GeoPoint from, GeoPoint to) {

        Leg reversed() {
            return new Leg(duct, lengthKm, to, from);
        }

        static List<Leg> reversed(List<Leg> legs) {
            List<Leg> back = new ArrayList<>();
            legs.forEach(leg -> back.add(leg.reversed()));
            Collections.reverse(back);
            return back;
        }
    }

    /** For each site the lowest index of a site it is joined with, its own included. */
    public List<Integer> parts() {
        return Arrays.stream(Parts.of(neighbours())).boxed().toList();
    }

    /** The indexes of the sites next to each site, with repeats for parallel routes, in the order of the routes. */
    public List<List<Integer>> neighbours() {
        List<List<Integer>> neighbours = new ArrayList<>();
        sites.forEach(site -> neighbours.add(new ArrayList<>()));
        for (Route route : routes) {
            neighbours.get(route.a()).add(route.b());
            neighbours.get(route.b()).add(route.a());
        }
        return neighbours;
    }
}
