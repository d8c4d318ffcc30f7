package breakwater.conductor;

import breakwater.exercise.InjectId;
import breakwater.exercise.RootCause;
import breakwater.network.Domain;
import breakwater.network.Gateway;
import breakwater.network.LinkState;
import breakwater.network.Network;
import breakwater.network.Node;
import breakwater.network.NodeState;
import breakwater.network.QkdLink;
import breakwater.scenario.Area;
import breakwater.scenario.Condition;
import breakwater.scenario.Fault;
import breakwater.scenario.Inject;
import breakwater.scenario.Spell;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** Random rows of an MSEL: faults of every kind, messages, expected actions; timed, conditional, or an else. */
final class RandomInjects {

    private static final List<String> INTENTS =
            List.of("reoptimise", "shed", "restore", "dispatch-crew");

    private final SplittableRandom random;
    private final Network network;
    private final String prefix;
    private final List<Inject> injects = new ArrayList<>();

    RandomInjects(SplittableRandom random, Network network, String prefix) {
        this.random = random;
        this.network = network;
        this.prefix = prefix;
    }

    List<Inject> draw(long horizonMicros) {
        int count = 3 + random.nextInt(10);
        for (int i = 0; i < count; i++) {
            InjectId id = new InjectId(prefix + "inject-" + i);
            if (random.nextInt(3) > 0) {
                add(
                        id,
                        new Inject.Release.At(random.nextLong(horizonMicros * 3 / 4)),
                        randomBody(true));
                continue;
            }
            Optional<InjectId> otherwise = random.nextBoolean()
                    ? Optional.of(new InjectId(prefix + "else-" + i))
                    : Optional.empty();
            add(
                    id,
                    new Inject.Release.When(
                            randomCondition(2), random.nextLong(horizonMicros), otherwise),
                    randomBody(false));
            otherwise.ifPresent(
                    other -> add(other, new Inject.Release.InPlaceOfAnother(), randomBody(false)));
        }
        return injects;
    }

    private void add(InjectId id, Inject.Release release, Inject.Body body) {
        injects.add(new Inject(id, "Title of " + id, release, body, List.of()));
    }

    /** Planned work is announced at StartEx, so only what has a time can be that. */
    private Inject.Body randomBody(boolean timed) {
        return switch (random.nextInt(8)) {
            case 0 -> message();
            case 1 ->
                new Inject.Body.ExpectedAction(
                        randomDomain().id(),
                        "Act",
                        randomCondition(1),
                        1 + random.nextLong(3_600_000_000L));
            default ->
                new Inject.Body.FaultStrikes(
                        randomFault(timed), RootCause.SYSTEM_FAILURE, random.nextBoolean());
        };
    }

    private Inject.Body message() {
        boolean reaches = random.nextBoolean();
        return new Inject.Body.Message(
                "Press",
                "Operator",
                "What is up?",
                reaches ? Optional.of(randomDomain().id()) : Optional.empty(),
                reaches ? "press" : "",
                reaches && random.nextBoolean() ? randomNode().id().value() : "");
    }

    private Condition randomCondition(int depth) {
        return switch (random.nextInt(depth > 0 ? 7 : 5)) {
            case 0 -> new Condition.NodeIs(randomNode().id(), oneOf(List.of(NodeState.values())));
            case 1 -> new Condition.LinkIs(randomLink().id(), oneOf(List.of(LinkState.values())));
            case 2 -> new Condition.StarvedServices(randomDomain().id(), 1 + random.nextInt(3));
            case 3 -> new Condition.IntentTaken(randomDomain().id(), oneOf(INTENTS));
            case 4 ->
                new Condition.Released(
                        injects.isEmpty()
                                ? new InjectId(prefix + "inject-0")
                                : oneOf(injects).id());
            case 5 -> new Condition.AllOf(randomConditions(depth));
            default -> new Condition.AnyOf(randomConditions(depth));
        };
    }

    private List<Condition> randomConditions(int depth) {
        return IntStream.range(0, 1 + random.nextInt(3))
                .mapToObj(part -> randomCondition(depth - 1))
                .toList();
    }

    private Fault randomFault(boolean timed) {
        Spell spell = new Spell.LogNormal(1800, 7200);
        Node node = randomNode();
        QkdLink link = randomLink();
        return switch (random.nextInt(timed ? 10 : 9)) {
            case 0 -> new Fault.FibreCut(link.srlgs(), List.of(), List.of(), spell);
            case 1 -> new Fault.PowerLoss(new Area.OfDomains(List.of(node.domain())), spell);
            case 2 ->
                new Fault.KmsCrash(
                        List.of(node.id()), random.nextBoolean(), new Spell.Uniform(60, 900));
            case 3 -> new Fault.QberAlarm(List.of(link.id()), spell);
            case 4 -> new Fault.ControlPartition(List.of(node.domain()), spell);
            case 5 -> new Fault.RegionalDisaster(new Area.Disc(node.position(), 80), spell);
            case 6 -> new Fault.FaultySoftware(node.softwareVersion(), spell);
            case 7 ->
                network.gateways().isEmpty()
                        ? new Fault.FibreCut(List.of(), List.of(link.id()), List.of(), spell)
                        : limit(oneOf(network.gateways()), spell);
            case 8 ->
                network.kmLinks().isEmpty()
                        ? new Fault.QberAlarm(List.of(link.id()), spell)
                        : new Fault.FibreCut(
                                List.of(),
                                List.of(),
                                List.of(oneOf(network.kmLinks()).id()),
                                spell);
            default -> new Fault.PlannedMaintenance(List.of(link.id()), new Spell.Fixed(3600));
        };
    }

    private Fault limit(Gateway gateway, Spell spell) {
        return new Fault.GatewayLimit(
                List.of(gateway.id()),
                random.nextBoolean() ? gateway.owner() : gateway.peer(),
                random.nextBoolean() ? 0 : 100 + random.nextInt(800),
                spell);
    }

    private Domain randomDomain() {
        return oneOf(network.domains());
    }

    private Node randomNode() {
        return oneOf(network.nodes());
    }

    private QkdLink randomLink() {
        return oneOf(network.links());
    }

    private <T> T oneOf(List<T> things) {
        return things.get(random.nextInt(things.size()));
    }
}
