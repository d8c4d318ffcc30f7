package breakwater.conductor;

import breakwater.exercise.AidIntent;
import breakwater.exercise.AidResource;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.Intent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid;
import breakwater.exercise.QuestionKind;
import breakwater.exercise.Responding;
import breakwater.exercise.SimTime;
import breakwater.exercise.StepState;
import breakwater.network.Domain;
import breakwater.network.DomainId;
import breakwater.network.Gateway;
import breakwater.network.GatewayId;
import breakwater.network.LinkId;
import breakwater.network.NodeId;
import breakwater.network.NodeState;
import breakwater.network.ServiceId;
import breakwater.responder.Responder;
import breakwater.scenario.Exercise;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;

/**
 * Beside the default policy, an operator that orders anything at random: every intent there is, sound or not. What it
 * asks for depends on the entry it answers and the seed alone, so not on how time is cut into windows.
 */
final class RandomOrders implements Responder {

    private static final String NAME = "random-orders";
    private static final int ANSWERED_OF_1000 = 60;

    private final DomainId domain;
    private final Responder policy;
    private final Play play;
    private final List<GatewayId> gateways;
    private final List<DomainId> others;

    private final List<LinkId> links = new ArrayList<>();
    private final List<NodeId> nodes = new ArrayList<>();
    private final List<ServiceId> services = new ArrayList<>();
    private String lastJob = "no/job";
    private Optional<NodeId> lastDark = Optional.empty();
    private String lastQuestion = "none";

    private RandomOrders(
            DomainId domain,
            Responder policy,
            Play play,
            List<GatewayId> gateways,
            List<DomainId> others) {
        this.others = others;
        this.domain = domain;
        this.policy = policy;
        this.play = play;
        this.gateways = gateways;
    }

    /** For every domain of the exercise. */
    static Function<DomainId, Responder> of(Exercise exercise, long seed) {
        return of(exercise, seed, true);
    }

    /** For every domain, but nobody tells or asks the others anything. */
    static Function<DomainId, Responder> withoutNotices(Exercise exercise, long seed) {
        return of(exercise, seed, false);
    }

    private static Function<DomainId, Responder> of(
            Exercise exercise, long seed, boolean publishes) {
        DefaultResponders policies = new DefaultResponders(exercise);
        Play play = new Play(seed, exercise.signallingLatencyMicros(), publishes);
        return id -> {
            List<GatewayId> gateways = exercise.network().gateways().stream()
                    .filter(gateway ->
                            gateway.owner().equals(id) || gateway.peer().equals(id))
                    .map(Gateway::id)
                    .toList();
            return new RandomOrders(
                    id,
                    policies.apply(id),
                    play,
                    gateways,
                    exercise.network().domains().stream()
                            .map(Domain::id)
                            .filter(other -> !other.equals(id))
                            .toList());
        };
    }

    /** What all operators of a drill have in common. */
    private record Play(long seed, long latencyMicros, boolean publishes) {}

    @Override
    public List<Intent.Addressed> answer(List<LogEntry> events) {
        List<Intent.Addressed> intents = new ArrayList<>(policy.answer(events));
        for (LogEntry entry : events) {
            learn(entry.event());
            if (entry.event() instanceof MutualAid told) {
                aidIntent(told, entry)
                        .ifPresent(intent -> intents.add(new Intent.Addressed(
                                entry.timeMicros() + play.latencyMicros() + 60_000_000L,
                                domain,
                                NAME,
                                entry.cause(),
                                "",
                                intent)));
                continue;
            }
            SplittableRandom random = new SplittableRandom(
                    play.seed() * 31 + domain.value().hashCode() + entry.sequence() * 1_000_003);
            if (!links.isEmpty() && !nodes.isEmpty() && random.nextInt(1000) < ANSWERED_OF_1000) {
                long at = entry.timeMicros()
                        + play.latencyMicros()
                        + random.nextLong(SimTime.ofSeconds(4000));
                // Now and then the same key twice, as a sender does that does not know whether it
                // arrived.
                String command = random.nextInt(3) == 0 ? "" : "c" + entry.sequence() / 3;
                intents.add(new Intent.Addressed(
                        at, domain, NAME, entry.cause(), command, intent(random, entry, at)));
            }
        }
        return intents;
    }

    private void learn(ExerciseEvent event) {
        if (event instanceof ExerciseEvent.LinkDeclared declared) {
            links.add(declared.link());
        } else if (event instanceof ExerciseEvent.NodeDeclared declared) {
            nodes.add(declared.node());
        } else if (event instanceof ExerciseEvent.ServiceDeclared declared) {
            services.add(declared.service());
        } else if (event instanceof ExerciseEvent.NodeChanged changed) {
            lastDark = changed.state() == NodeState.UP
                    ? Optional.empty()
                    : Optional.of(changed.node());
        } else if (event instanceof ExerciseEvent.RepairOpened opened) {
            lastJob = opened.job();
        } else if (event instanceof ExerciseEvent.CrewChanged changed
                && !changed.job().isEmpty()) {
            lastJob = changed.job();
        } else if (event instanceof breakwater.exercise.Dialogue.QuestionAsked asked) {
            lastQuestion = asked.question();
        }
    }

    /** Aid is answered more often than other things, so that it gets somewhere. */
    private Optional<Intent> aidIntent(MutualAid told, LogEntry entry) {
        SplittableRandom random = new SplittableRandom(
                play.seed() * 37 + domain.value().hashCode() + entry.sequence() * 1_000_003);
        if (told instanceof MutualAid.AidAsked asked) {
            return random.nextInt(3) > 0
                    ? Optional.empty()
                    : Optional.of(new AidIntent.OfferAid(asked.aid(), random.nextInt(3)));
        }
        if (!(told instanceof MutualAid.AidMoved moved)) {
            return Optional.empty();
        }
        boolean donor = moved.donor().equals(domain);
        int dice = random.nextInt(10);
        return switch (moved.state()) {
            case OFFERED ->
                Optional.of(
                        donor
                                ? new AidIntent.WithdrawOffer(
                                        dice > 7 ? moved.aid() : "none", "needed here")
                                : dice > 2
                                        ? new AidIntent.AcceptOffer(
                                                moved.aid(),
                                                moved.donor(),
                                                dice > 8 ? 1 : moved.amount())
                                        : new AidIntent.RejectOffer(moved.aid(), moved.donor()));
            case AGREED, MOBILISING ->
                dice > 7 && !donor
                        ? Optional.of(new AidIntent.ReleaseAid(moved.aid()))
                        : Optional.empty();
            case DEPLOYED, DEGRADED ->
                Optional.of(
                        donor
                                ? new AidIntent.RecallAid(
                                        dice > 5 ? moved.aid() : "none", "needed elsewhere")
                                : new AidIntent.ReleaseAid(dice > 4 ? moved.aid() : "none"));
            default -> Optional.empty();
        };
    }

    private Intent request(SplittableRandom random, LogEntry entry, long at) {
        AidResource resource = List.of(AidResource.values()).get(random.nextInt(4));
        long offersUntil = at + random.nextLong(SimTime.ofSeconds(1_000));
        return new AidIntent.RequestAid(
                domain + "/r" + entry.sequence() / 3,
                resource,
                "random",
                resource == AidResource.KEY_LOAN ? 30_000 : 1 + random.nextInt(3),
                offersUntil + random.nextLong(SimTime.ofSeconds(20_000)),
                offersUntil,
                others);
    }

    private Intent intent(SplittableRandom random, LogEntry entry, long at) {
        LinkId link = links.get(random.nextInt(links.size()));
        NodeId node = nodes.get(random.nextInt(nodes.size()));
        ServiceId service = services.isEmpty()
                ? new ServiceId("none")
                : services.get(random.nextInt(services.size()));
        GatewayId gateway = gateways.isEmpty()
                ? new GatewayId("none")
                : gateways.get(random.nextInt(gateways.size()));
        String name = "n" + random.nextInt(5);
        return switch (random.nextInt(35)) {
            case 0 -> new Intent.Probe(link, random.nextInt(4));
            case 1 ->
                new Intent.ChangeSuite(
                        service,
                        List.of("AES-256", "HYBRID", "agreed", "ROT13").get(random.nextInt(4)));
            case 2 -> new Intent.ChangeRekey(service, random.nextLong(7200));
            case 3 -> new Intent.IsolateNode(node);
            case 4 -> new Intent.ReadmitNode(node);
            case 5 -> new Intent.VoidKey(link);
            case 6 -> new Intent.LimitGateway(gateway, random.nextLong(3) * 700);
            case 7 -> new Intent.ReopenGateway(gateway);
            case 8 -> new Intent.RecallCrew(lastJob);
            case 9 ->
                play.publishes()
                        ? new Intent.PublishNotice(name, "An outage.")
                        : new Intent.LiftFreeze();
            case 10 -> new Intent.DeclareFreeze();
            case 11 -> new Intent.LiftFreeze();
            case 12 ->
                new Intent.AskQuestion(
                        "q" + entry.sequence() / 4,
                        QuestionKind.DECISION,
                        "noc",
                        "What now?",
                        List.of("yes", "no"),
                        random.nextBoolean()
                                ? at + random.nextLong(SimTime.ofSeconds(3000))
                                : SimTime.NEVER,
                        "no");
            case 13, 14 ->
                new Intent.AnswerQuestion(
                        lastQuestion,
                        List.of("yes", "no", "perhaps").get(random.nextInt(3)),
                        "noc");
            case 15 -> new Intent.WithdrawQuestion(lastQuestion);
            case 16 -> new Intent.SetAlarm(name, at + random.nextLong(SimTime.ofSeconds(3000)));
            case 17 -> new Intent.CancelAlarm(name);
            case 18 -> new Intent.DispatchCrew(lastJob);
            case 19 -> new Intent.ShedOnLink(link, random.nextInt(3));
            case 24, 25, 26, 27, 28, 29 ->
                play.publishes() ? request(random, entry, at) : new Intent.LiftFreeze();
            case 21, 22, 23 -> new Intent.PowerNode(lastDark.orElse(node));
            case 20 -> new Intent.RestoreOnLink(link);
            case 30, 31 -> new Intent.LongerRekey(link, random.nextInt(4), random.nextLong(3_000));
            case 32, 33 -> new Intent.AgreedRekey(link);
            default -> new Intent.Note(note(random, name));
        };
    }

    private static Responding note(SplittableRandom random, String name) {
        return switch (random.nextInt(9)) {
            case 0 ->
                new Responding.PlaybookStarted(
                        name, "cut", "1.0.0", "00", "link.down", List.of("link=a b"));
            case 1 -> new Responding.StepMoved(name, "1", 0, StepState.DONE, "");
            case 2 -> new Responding.VariableSet(name, "up", "true");
            case 3 -> new Responding.PlaybookEnded(name, "restored");
            case 4 -> new Responding.NotificationSent(name, "2", "early", "csirt", "Text.");
            case 5 -> new Responding.ObligationOpened(name, "early", "csirt", 86_400_000_000L);
            case 6 -> new Responding.ObligationClosed(name, random.nextBoolean());
            case 7 -> new Responding.Escalated(name, "3", "crisis");
            default -> new Responding.RoleModelled("noc", 180, 900, false, "assumed");
        };
    }
}
