package breakwater.tabletop.topology;

import breakwater.draw.EntityKey;
import breakwater.draw.KeyedDraws;
import breakwater.network.GeoPoint;
import breakwater.tabletop.sites.Operators;
import breakwater.tabletop.sites.SiteMap;
import breakwater.tabletop.topology.NetworkPlan.PlannedLink;
import breakwater.tabletop.topology.NetworkPlan.PlannedNode;
import breakwater.tabletop.topology.NetworkPlan.PlannedService;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Services of a network whose population is unknown, by a gravity rule: a site counts for as many people as it has
 * routes, and two sites have services in proportion to both counts and against their distance.
 */
final class GravityServices {

    /** Of its rate, the share the busiest link is used for by all but the exchanges. */
    private static final double BUSIEST_SHARE = 0.70;

    /** The share of its rate a link is used for with its exchange. */
    private static final double FILLED_SHARE = 0.50;

    /** One service in five is an exchange over one link. */
    private static final int ONE_EXCHANGE_IN = 5;

    /** Below this distance nearness makes no difference, so that next door does not win everything. */
    private static final double NEAR_KM = 100;

    private static final double MILLIONS_PER_ROUTE = 0.02;
    private static final double UNIT = 0x1.0p-53;

    private final SiteMap map;
    private final Operators operators;
    private final List<PlannedNode> nodes;
    private final List<PlannedLink> links;
    private final List<List<Integer>> neighbours;
    private final List<Integer> parts;
    private final Map<String, Integer> count = new HashMap<>();
    private double factor = 1;

    GravityServices(
            SiteMap map, Operators operators, List<PlannedNode> nodes, List<PlannedLink> links) {
        this.map = map;
        this.operators = operators;
        this.nodes = List.copyOf(nodes);
        this.links = List.copyOf(links);
        this.neighbours = map.neighbours();
        this.parts = map.parts();
    }

    /** A service before its size is known to fit. */
    private record Wish(int from, int to, ServiceKind kind, double millions) {
        double bitPerSecond() {
            return millions * kind.wishBitPerSecond();
        }
    }

    /** {@code wanted} services, or none when no two sites are joined. */
    List<PlannedService> plan(int wanted, long seed) {
        if (links.isEmpty()) {
            return List.of();
        }
        int exchanges = Math.min(wanted / ONE_EXCHANGE_IN, links.size());
        List<Wish> wishes = wishes(wanted - exchanges, seed);
        factor = factorFor(wishes);
        LinkLoads loads = new LinkLoads(nodes, links);
        List<PlannedService> services = new ArrayList<>();
        for (Wish wish : wishes) {
            PlannedService service = service(wish);
            loads.add(service.from(), service.to(), (double) service.suite().demandBitPerSecond());
            services.add(service);
        }
        addExchanges(exchanges, loads, services);
        return services;
    }

    /** The rules in words, with the factor that was found; after {@link #plan}. */
    List<String> notes() {
        return List.of(
                "Sized by rule; nothing is known of the people behind the sites, so all demand and all users are assumed.",
                "A site counts for 20,000 people per route. Four services in five join two sites drawn by gravity: routes",
                "of one times routes of the other over their distance (nearer than 100 km makes no difference). In turn",
                "they are government and emergency (class 0, one-time pad), energy and finance (class 1, hybrid rekeyed",
                "every 10 s), health and business (class 2, AES-256 rekeyed every 60 s), in proportion 3 : 5 : 4 and to the",
                "smaller site, all times %s, so that the busiest link is used %s %% when each takes the shortest way."
                        .formatted(NetworkText.figure(factor), Math.round(BUSIEST_SHARE * 100)),
                "The others are exchanges (class 3, one-time pad) that fill the emptiest links up to %s %% of their rate."
                        .formatted(Math.round(FILLED_SHARE * 100)),
                "Users: of the people of the smaller site 2 % depend on class 0, 8 % on class 1, 20 % on class 2; on an",
                "exchange 14,000.");
    }

    private List<Wish> wishes(int wanted, long seed) {
        KeyedDraws draws = new KeyedDraws(seed);
        long entity = EntityKey.of("gravity");
        List<Integer> joined = IntStream.range(0, neighbours.size())
                .filter(site -> !neighbours.get(site).isEmpty())
                .boxed()
                .toList();
        List<Wish> wishes = new ArrayList<>();
        for (int i = 0; i < wanted; i++) {
            draws.select(entity, 0, i);
            int from = pick(
                    joined, joined.stream().mapToDouble(this::routes).toArray(), draws.first());
            int to = pick(
                    joined,
                    joined.stream().mapToDouble(site -> pull(from, site)).toArray(),
                    draws.second());
            double routes = Math.min(routes(from), routes(to));
            ServiceKind kind = ServiceKind.ASKED_FOR.get(i % ServiceKind.ASKED_FOR.size());
            wishes.add(new Wish(from, to, kind, routes * MILLIONS_PER_ROUTE));
        }
        return wishes;
    }

    private double routes(int site) {
        return neighbours.get(site).size();
    }

    /** How much {@code from} has to do with {@code site}. */
    private double pull(int from, int site) {
        if (from == site || !parts.get(from).equals(parts.get(site))) {
            return 0;
        }
        GeoPoint at = map.sites().get(site).at();
        double distanceKm = at.distanceKmTo(map.sites().get(from).at());
        return routes(site) / Math.max(NEAR_KM, distanceKm);
    }

    /** One of {@code sites} by weight; the weights are not all 0. */
    private static int pick(List<Integer> sites, double[] weights, long bits) {
        double total = 0;
        for (double weight : weights) {
            total += weight;
        }
        double left = (bits >>> 11) * UNIT * total;
        int last = -1;
        for (int i = 0; i < weights.length; i++) {
            if (weights[i] > 0) {
                last = sites.get(i);
                left -= weights[i];
                if (left < 0) {
                    return last;
                }
            }
        }
        return last;
    }

    private String siteId(int site) {
        return map.sites().get(site).id();
    }

    private double factorFor(List<Wish> wishes) {
        LinkLoads loads = new LinkLoads(nodes, links);
        wishes.forEach(
                wish -> loads.add(siteId(wish.from()), siteId(wish.to()), wish.bitPerSecond()));
        double busiest = 0;
        for (int i = 0; i < links.size(); i++) {
            busiest = Math.max(
                    busiest, loads.loadOf(i) / PlannedHardware.rateBitPerSecond(links.get(i)));
        }
        return busiest == 0 ? 1 : PlannedHardware.rounded(BUSIEST_SHARE / busiest, 4);
    }

    private PlannedService service(Wish wish) {
        ServiceKind kind = wish.kind();
        return new PlannedService(
                id(operatorId(wish.from()), operatorId(wish.to()), kind),
                siteId(wish.from()),
                siteId(wish.to()),
                kind.suite(wish.bitPerSecond() * factor),
                kind.priorityClass(),
                kind.graceHours(),
                (int) Math.round(wish.millions() * 1e6 * kind.userShare()));
    }

    private String operatorId(int site) {
        return operators.operators().get(operators.ofSite().get(site)).id();
    }

    private String id(String from, String to, ServiceKind kind) {
        String scope = from.equals(to) ? from : from + "-" + to;
        int number = count.merge(scope + kind, 1, Integer::sum);
        return String.format(Locale.ROOT, "%s:%d:%03d", scope, kind.priorityClass(), number);
    }

    private void addExchanges(int wanted, LinkLoads loads, List<PlannedService> services) {
        double[] room = IntStream.range(0, links.size())
                .mapToDouble(i -> FILLED_SHARE * PlannedHardware.rateBitPerSecond(links.get(i))
                        - loads.loadOf(i))
                .toArray();
        Map<String, String> domainOf = new HashMap<>();
        nodes.forEach(node -> domainOf.put(node.id(), node.domain()));
        IntStream.range(0, room.length)
                .boxed()
                .sorted(Comparator.comparing((Integer i) -> -room[i]))
                .limit(wanted)
                .sorted()
                .forEach(i -> {
                    PlannedLink link = links.get(i);
                    ServiceKind kind = ServiceKind.GENERAL;
                    services.add(new PlannedService(
                            id(
                                    domainOf.getOrDefault(link.from(), ""),
                                    domainOf.getOrDefault(link.to(), ""),
                                    kind),
                            link.from(),
                            link.to(),
                            kind.suite(Math.floor(room[i])),
                            kind.priorityClass(),
                            kind.graceHours(),
                            (int) Math.round(MILLIONS_PER_ROUTE * 1e6 * kind.userShare())));
                });
    }
}
