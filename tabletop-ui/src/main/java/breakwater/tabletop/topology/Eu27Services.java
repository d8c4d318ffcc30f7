package breakwater.tabletop.topology;

import breakwater.tabletop.topology.Eu27Facts.Border;
import breakwater.tabletop.topology.Eu27Facts.State;
import breakwater.tabletop.topology.NetworkPlan.PlannedLink;
import breakwater.tabletop.topology.NetworkPlan.PlannedNode;
import breakwater.tabletop.topology.NetworkPlan.PlannedService;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * The services of the EU-27 network, sized from population. The first pass collects wishes in bit/s; one factor for all
 * makes them fit; then an exchange of the lowest class fills each link up to a share of its rate.
 */
final class Eu27Services {

    /** Of its rate, the share the busiest link may be used for by all but the exchanges. */
    private static final double BUSIEST_SHARE = 0.70;

    /** The share of its rate each link is used for with its exchange, if it is not anyway. */
    private static final double FILLED_SHARE = 0.50;

    /** A smaller exchange is not worth a line. */
    private static final long EXCHANGE_LEAST_BIT_PER_SECOND = 200;

    /** Across a border, people who depend on it, in parts of the smaller state's population. */
    private static final double BORDER_USER_SHARE = 0.001;

    private final Eu27Facts facts;
    private final List<PlannedNode> nodes;
    private final List<PlannedLink> links;
    private final ToLongFunction<PlannedLink> rate;
    private final Map<String, String> domainOf = new HashMap<>();
    private final Map<String, Integer> count = new HashMap<>();
    private double factor;

    Eu27Services(
            Eu27Facts facts,
            List<PlannedNode> nodes,
            List<PlannedLink> links,
            ToLongFunction<PlannedLink> rate) {
        this.facts = facts;
        this.nodes = nodes;
        this.links = links;
        this.rate = rate;
        nodes.forEach(node -> domainOf.put(node.id(), node.domain()));
    }

    /** A service before its size is known to fit. */
    private record Wish(
            String scope,
            String from,
            String to,
            ServiceKind kind,
            double bitPerSecond,
            int users) {}

    List<PlannedService> plan() {
        List<Wish> wishes = new ArrayList<>();
        facts.states().forEach(state -> addDomestic(state, wishes));
        addCapitals(wishes);
        factor = factorFor(wishes);
        List<PlannedService> services = new ArrayList<>();
        LinkLoads loads = new LinkLoads(nodes, links);
        for (Wish wish : wishes) {
            PlannedService service = service(wish, wish.bitPerSecond() * factor);
            loads.add(service.from(), service.to(), (double) service.suite().demandBitPerSecond());
            services.add(service);
        }
        services.addAll(exchanges(loads));
        return services;
    }

    /** The rules in words, with the factor that was found; after {@link #plan}. */
    List<String> notes() {
        return List.of(
                "Sized by rule from population (Eurostat demo_gjan 2024, rounded to 0.1 million); all demand is assumed.",
                "Domestic: from the capital to each other node of the state, which covers an equal share of its people;",
                "per million covered 300 bit/s for government and emergency (class 0, one-time pad), 500 bit/s for energy",
                "and finance (class 1, hybrid rekeyed every 10 s) and 400 bit/s for health and business (class 2, AES-256",
                "rekeyed every 60 s). Between capitals: 0.1 of the smaller state's wish; government between all, the other",
                "classes between neighbours. All this times %s, so that no link is used above %s %%."
                        .formatted(
                                NetworkText.figure(Math.round(factor * 1e4) / 1e4),
                                Math.round(BUSIEST_SHARE * 100)),
                "Exchanges: over each link one general service (class 3, one-time pad) that fills it up to %s %% of its rate."
                        .formatted(Math.round(FILLED_SHARE * 100)),
                "Users: of the people covered 2 % depend on class 0, 8 % on class 1, 20 % on class 2; the other 70 % of a",
                "state share its exchanges. Services between states count 0.1 % of the smaller one more.");
    }

    private void addDomestic(State state, List<Wish> wishes) {
        List<String> others = nodes.stream()
                .filter(node -> node.domain().equals(state.code()))
                .map(PlannedNode::id)
                .filter(id -> !id.equals(state.code()))
                .toList();
        LinkLoads ways = new LinkLoads(nodes, links);
        for (String other : others) {
            double millions = state.populationMillions() / others.size();
            if (!ways.isJoined(state.code(), other)) {
                continue;
            }
            for (ServiceKind kind : ServiceKind.ASKED_FOR) {
                int users = (int) Math.round(millions * 1e6 * kind.userShare());
                wishes.add(new Wish(
                        state.code(),
                        state.code(),
                        other,
                        kind,
                        millions * kind.wishBitPerSecond(),
                        users));
            }
        }
    }

    private void addCapitals(List<Wish> wishes) {
        LinkLoads ways = new LinkLoads(nodes, links);
        Set<Set<String>> neighbours = new HashSet<>();
        for (Border border : facts.borders()) {
            neighbours.add(Set.of(border.a(), border.b()));
        }
        List<State> states = facts.states();
        for (int i = 0; i < states.size(); i++) {
            for (int j = i + 1; j < states.size(); j++) {
                State a = states.get(i);
                State b = states.get(j);
                if (ways.isJoined(a.code(), b.code())) {
                    boolean adjacent = neighbours.contains(Set.of(a.code(), b.code()));
                    addPair(a, b, adjacent, wishes);
                }
            }
        }
    }

    private static void addPair(State a, State b, boolean adjacent, List<Wish> wishes) {
        double millions = Math.min(a.populationMillions(), b.populationMillions());
        List<ServiceKind> kinds =
                adjacent ? ServiceKind.ASKED_FOR : List.of(ServiceKind.GOVERNMENT);
        for (ServiceKind kind : kinds) {
            wishes.add(new Wish(
                    a.code() + "-" + b.code(),
                    a.code(),
                    b.code(),
                    kind,
                    0.1 * millions * kind.wishBitPerSecond(),
                    (int) Math.round(millions * 1e6 * BORDER_USER_SHARE)));
        }
    }

    /** The largest factor, cut to four digits, that keeps every link below its share. */
    private double factorFor(List<Wish> wishes) {
        LinkLoads loads = new LinkLoads(nodes, links);
        wishes.forEach(wish -> loads.add(wish.from(), wish.to(), wish.bitPerSecond()));
        double largest = 1;
        for (int i = 0; i < links.size(); i++) {
            double allowed = BUSIEST_SHARE * rate.applyAsLong(links.get(i));
            largest = Math.min(largest, allowed / loads.loadOf(i));
        }
        return Math.floor(largest * 1e4) / 1e4;
    }

    private PlannedService service(Wish wish, double bitPerSecond) {
        ServiceKind kind = wish.kind();
        String id = String.format(
                Locale.ROOT,
                "%s:%d:%03d",
                wish.scope(),
                kind.priorityClass(),
                count.merge(wish.scope() + kind, 1, Integer::sum));
        return new PlannedService(
                id,
                wish.from(),
                wish.to(),
                kind.suite(bitPerSecond),
                kind.priorityClass(),
                kind.graceHours(),
                wish.users());
    }

    /** One per link with room, homed where the link is owned; a state's remaining people share its exchanges. */
    private List<PlannedService> exchanges(LinkLoads loads) {
        List<Wish> wishes = new ArrayList<>();
        Map<String, Integer> perState = new HashMap<>();
        for (int i = 0; i < links.size(); i++) {
            PlannedLink link = links.get(i);
            double room = FILLED_SHARE * rate.applyAsLong(link) - loads.loadOf(i);
            if (room >= EXCHANGE_LEAST_BIT_PER_SECOND) {
                String home = domainOf.getOrDefault(link.from(), "");
                perState.merge(home, 1, Integer::sum);
                wishes.add(new Wish(home, link.from(), link.to(), ServiceKind.GENERAL, room, 0));
            }
        }
        List<PlannedService> exchanges = new ArrayList<>();
        for (Wish wish : wishes) {
            double people = facts.state(wish.scope()).populationMillions()
                    * 1e6
                    * ServiceKind.GENERAL.userShare();
            int users = (int) Math.round(people / perState.getOrDefault(wish.scope(), 1));
            exchanges.add(service(
                    new Wish(wish.scope(), wish.from(), wish.to(), wish.kind(), 0, users),
                    Math.floor(wish.bitPerSecond())));
        }
        return exchanges;
    }
}
