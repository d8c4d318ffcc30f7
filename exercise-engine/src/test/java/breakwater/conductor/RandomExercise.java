package breakwater.conductor;

import breakwater.exercise.AidResource;
import breakwater.exercise.SimTime;
import breakwater.network.CipherSuite;
import breakwater.network.Domain;
import breakwater.network.DomainId;
import breakwater.network.Gateway;
import breakwater.network.GatewayId;
import breakwater.network.GeoPoint;
import breakwater.network.KmLink;
import breakwater.network.KmLinkId;
import breakwater.network.LinkId;
import breakwater.network.Network;
import breakwater.network.Node;
import breakwater.network.NodeId;
import breakwater.network.QkdLink;
import breakwater.network.Service;
import breakwater.network.ServiceId;
import breakwater.network.SrlgId;
import breakwater.scenario.Agreement;
import breakwater.scenario.Agreement.AidPackage;
import breakwater.scenario.Exercise;
import breakwater.scenario.Inject;
import breakwater.scenario.Scenario;
import breakwater.scenario.Spell;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Seeded random exercises: one to four domains in a chain or a ring, each a ring with chords; services of every suite
 * and route policy; the injects of {@link RandomInjects}.
 */
public final class RandomExercise {

    private static final long HORIZON_MICROS = SimTime.ofSeconds(12 * 3600);

    private final SplittableRandom random;
    private final List<Domain> domains = new ArrayList<>();
    private final List<Node> nodes = new ArrayList<>();
    private final List<QkdLink> links = new ArrayList<>();
    private final List<KmLink> kmLinks = new ArrayList<>();
    private final List<Gateway> gateways = new ArrayList<>();
    private final List<Service> services = new ArrayList<>();
    private final boolean crossBorder;
    private final String versions;
    private final double latitude;

    private RandomExercise(long seed, String prefix, boolean crossBorder) {
        random = new SplittableRandom(seed);
        this.crossBorder = crossBorder;
        versions = prefix + "v";
        latitude = prefix.isEmpty() ? 45 : -45;
    }

    /** The exercise of this seed. */
    public static Exercise of(long seed) {
        return new RandomExercise(seed, "", true).build("", 1);
    }

    /** Domains that have nothing to do with each other; the names of the second kind start with the prefix. */
    public static Exercise withoutBorders(long seed, String prefix) {
        return new RandomExercise(seed, prefix, false).build(prefix, 1);
    }

    /** Both exercises in one, the first one's horizon and settings. */
    public static Exercise joined(Exercise first, Exercise second) {
        Network a = first.network();
        Network b = second.network();
        Network both = new Network(
                "both",
                List.of(),
                join(b.domains(), a.domains()),
                join(b.nodes(), a.nodes()),
                join(b.links(), a.links()),
                join(b.kmLinks(), a.kmLinks()),
                join(b.gateways(), a.gateways()),
                List.of(),
                join(b.services(), a.services()));
        Scenario scenario = new Scenario(
                List.of(),
                join(second.scenario().injects(), first.scenario().injects()),
                first.scenario().hazards());
        return exercise(both, scenario);
    }

    private static <T> List<T> join(List<T> left, List<T> right) {
        List<T> both = new ArrayList<>(left);
        both.addAll(right);
        return both;
    }

    private Exercise build(String prefix, int domainsMin) {
        int count = domainsMin + random.nextInt(4);
        for (int domain = 0; domain < count; domain++) {
            addDomain(prefix + (char) ('A' + domain));
        }
        if (crossBorder) {
            for (int domain = 1; domain < count; domain++) {
                addBorder(domain - 1, domain);
                if (random.nextBoolean()) {
                    addBorder(domain - 1, domain);
                }
            }
            if (count > 2 && random.nextBoolean()) {
                addBorder(0, count - 1);
            }
        }
        addServices(prefix);
        Network network = new Network(
                "random",
                List.of("Drawn at random."),
                domains,
                nodes,
                links,
                kmLinks,
                gateways,
                List.of(),
                services);
        List<Inject> injects = new RandomInjects(random, network, prefix).draw(HORIZON_MICROS);
        Optional<Scenario.LinkHazard> hazard = random.nextBoolean() || !crossBorder
                ? Optional.of(new Scenario.LinkHazard(6 * 3600.0, new Spell.Exponential(1800)))
                : Optional.empty();
        return exercise(
                network,
                new Scenario(
                        List.of(new Scenario.Objective("O1", "See what happens")),
                        injects,
                        hazard));
    }

    private static Exercise exercise(Network network, Scenario scenario) {
        return new Exercise(
                "random",
                "Random",
                "",
                "0",
                HORIZON_MICROS,
                5_000_000,
                1,
                network,
                scenario,
                breakwater.scenario.Response.NONE,
                agreements(network));
    }

    /** Everybody lends everybody crews, generators, and more of what crosses each border. */
    private static List<Agreement> agreements(Network network) {
        List<AidPackage> packages = new ArrayList<>();
        if (network.gateways().isEmpty()) {
            return List.of();
        }
        for (Domain domain : network.domains()) {
            packages.add(lent("crew-" + domain.id(), domain.id(), AidResource.CREW, 1, null));
            packages.add(lent("spare-" + domain.id(), domain.id(), AidResource.SPARE, 2, null));
        }
        for (int i = 0; i < network.gateways().size(); i++) {
            Gateway gateway = network.gateways().get(i);
            DomainId donor = i % 2 == 0 ? gateway.owner() : gateway.peer();
            DomainId other = i % 2 == 0 ? gateway.peer() : gateway.owner();
            packages.add(lent("loan-" + i, donor, AidResource.KEY_LOAN, 40_000, gateway.id()));
            if (gateway.quotaBitPerSecond() > 0) {
                packages.add(lent("relay-" + i, other, AidResource.KEY_RELAY, 900, gateway.id()));
            }
        }
        return List.of(new Agreement(
                "all",
                "All lend all",
                network.domains().stream().map(Domain::id).toList(),
                packages));
    }

    private static AidPackage lent(
            String id,
            DomainId donor,
            AidResource resource,
            long amount,
            @Nullable GatewayId gateway) {
        return new AidPackage(
                id, donor, resource, amount, 0, Optional.ofNullable(gateway), 900, 300);
    }

    private void addDomain(String name) {
        DomainId id = new DomainId(name);
        int size = 3 + random.nextInt(6);
        int first = nodes.size();
        for (int i = 0; i < size; i++) {
            nodes.add(new Node(
                    new NodeId(name + i),
                    id,
                    name + i,
                    Node.Role.TRUSTED,
                    new GeoPoint(latitude + random.nextDouble() * 5, random.nextDouble() * 5),
                    new Node.Power(random.nextInt(14_400), false),
                    versions + random.nextInt(3),
                    new Node.KeyManagement(random.nextInt(600))));
        }
        domains.add(new Domain(
                id,
                name,
                "",
                "UTC",
                new Domain.CrewPool(
                        1 + random.nextInt(2),
                        new NodeId(name + 0),
                        60,
                        (domains.size() + size) % 3),
                new Domain.Controller(10 + random.nextInt(60))));
        for (int i = 0; i < size; i++) {
            addLink(first + i, first + (i + 1) % size, i);
            if (random.nextInt(4) > 0) {
                kmLinks.add(new KmLink(
                        new KmLinkId("km-" + name + i),
                        nodes.get(first + i).id(),
                        nodes.get(first + (i + 1) % size).id(),
                        10,
                        List.of(new SrlgId("duct-" + name + i))));
            }
        }
        for (int chord = 0; chord < size / 3; chord++) {
            int from = random.nextInt(size);
            addLink(first + from, first + (from + 2) % size, size + chord);
        }
    }

    private void addLink(int a, int b, int number) {
        long rate = random.nextLong(200, 2200);
        long capacity = rate * random.nextLong(600, 7800);
        String name = nodes.get(a).domain().value();
        double align = random.nextInt(3) == 0 ? 0 : 60;
        links.add(new QkdLink(
                new LinkId(nodes.get(a).id() + "~" + nodes.get(b).id() + "." + number),
                new QkdLink.QkdModule(nodes.get(a).id(), "fw"),
                new QkdLink.QkdModule(nodes.get(b).id(), "fw"),
                QkdLink.Kind.FIBRE,
                1 + random.nextInt(80),
                10,
                false,
                "test",
                rate,
                0.02,
                List.of(new SrlgId("duct-" + name + number)),
                new QkdLink.KeyStore(
                        capacity,
                        (long) (capacity * random.nextDouble()),
                        random.nextBoolean() ? capacity / 5 : 0,
                        Math.max(1, capacity / 4)),
                new QkdLink.Recovery(
                        align,
                        align * (1 + random.nextInt(3)),
                        random.nextBoolean() ? 0 : rate * 30)));
    }

    private void addBorder(int left, int right) {
        int a = randomNodeOf(domains.get(left).id());
        int b = randomNodeOf(domains.get(right).id());
        if (links.stream()
                .anyMatch(link -> link.id()
                        .value()
                        .startsWith(nodes.get(a).id() + "~" + nodes.get(b).id()))) {
            return;
        }
        addLink(a, b, 99);
        QkdLink border = links.get(links.size() - 1);
        gateways.add(new Gateway(
                new GatewayId("gw:" + border.id()),
                border.id(),
                domains.get(left).id(),
                domains.get(right).id(),
                random.nextInt(3) == 0 ? 800 : 0,
                ""));
        kmLinks.add(new KmLink(
                new KmLinkId("km:" + border.id()),
                nodes.get(a).id(),
                nodes.get(b).id(),
                20,
                List.of()));
    }

    private int randomNodeOf(DomainId domain) {
        int node = random.nextInt(nodes.size());
        while (!nodes.get(node).domain().equals(domain)) {
            node = (node + 1) % nodes.size();
        }
        return node;
    }

    private void addServices(String prefix) {
        int count = 3 + random.nextInt(20);
        for (int i = 0; i < count; i++) {
            int from = random.nextInt(nodes.size());
            int to = random.nextInt(nodes.size());
            Service.RoutePolicy policy = Service.RoutePolicy.ANY;
            int kind = random.nextInt(6);
            if (kind == 0) {
                QkdLink link = links.get(random.nextInt(links.size()));
                from = indexOf(link.transmitter().node());
                to = indexOf(link.receiver().node());
                policy = new Service.RoutePolicy(true, 4, List.of());
            } else if (kind == 1) {
                DomainId forbidden = domains.get(random.nextInt(domains.size())).id();
                policy = new Service.RoutePolicy(false, 1 + random.nextInt(8), List.of(forbidden));
            }
            boolean sameDomain = nodes.get(from).domain().equals(nodes.get(to).domain());
            if (from == to || (!crossBorder && !sameDomain)) {
                continue;
            }
            services.add(new Service(
                    new ServiceId(prefix + "s" + i),
                    nodes.get(from).id(),
                    nodes.get(to).id(),
                    randomSuite(),
                    random.nextInt(4),
                    random.nextBoolean() ? 0 : 600,
                    random.nextInt(1000),
                    policy));
        }
    }

    private CipherSuite randomSuite() {
        var aes = new CipherSuite.Aes256(60, 1 + random.nextInt(40));
        return switch (random.nextInt(4)) {
            case 0 -> aes;
            case 1 -> new CipherSuite.Hybrid(aes);
            default -> new CipherSuite.OneTimePad(20 + random.nextInt(400));
        };
    }

    private int indexOf(NodeId id) {
        int index = 0;
        while (!nodes.get(index).id().equals(id)) {
            index++;
        }
        return index;
    }
}
