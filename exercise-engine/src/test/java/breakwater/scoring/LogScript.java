package breakwater.scoring;

import breakwater.exercise.AidResource;
import breakwater.exercise.AidState;
import breakwater.exercise.BitCount;
import breakwater.exercise.Countermeasure.ServiceAdapted;
import breakwater.exercise.CrewId;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.ExerciseEvent.DrillClosed;
import breakwater.exercise.ExerciseEvent.DrillOpened;
import breakwater.exercise.ExerciseEvent.InjectReleased;
import breakwater.exercise.ExerciseEvent.LinkChanged;
import breakwater.exercise.ExerciseEvent.LinkDeclared;
import breakwater.exercise.ExerciseEvent.MaintenanceDeclared;
import breakwater.exercise.ExerciseEvent.NodeDeclared;
import breakwater.exercise.ExerciseEvent.OperatorDeclared;
import breakwater.exercise.ExerciseEvent.PathDeclared;
import breakwater.exercise.ExerciseEvent.RouteChosen;
import breakwater.exercise.ExerciseEvent.SegmentChanged;
import breakwater.exercise.ExerciseEvent.ServiceDeclared;
import breakwater.exercise.ExerciseEvent.StoreClosed;
import breakwater.exercise.InjectId;
import breakwater.exercise.LogEntry;
import breakwater.exercise.MutualAid;
import breakwater.exercise.PathFlow;
import breakwater.exercise.RootCause;
import breakwater.network.CrewState;
import breakwater.network.DomainId;
import breakwater.network.LinkId;
import breakwater.network.LinkState;
import breakwater.network.NodeId;
import breakwater.network.NodeState;
import breakwater.network.ServiceId;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Logs for tests, one event per line: {@code SECONDS DOMAIN WORD ARGUMENTS [!CAUSE]}. Numbers the entries and puts them
 * into the order of a log.
 */
public final class LogScript {

    private final List<LogEntry> entries = new ArrayList<>();
    private final Map<DomainId, Long> sequences = new HashMap<>();

    private LogScript() {}

    /** The first line is {@code horizon SECONDS}. */
    public static List<LogEntry> log(String script) {
        LogScript log = new LogScript();
        List<String> lines = script.lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .toList();
        long horizon = micros(lines.get(0).split(" +", -1)[1]);
        log.add(
                0,
                "control",
                "",
                new DrillOpened(1, "test", "hand-made", "00", 7, "Hand-made", horizon, 5_000_000));
        lines.stream().skip(1).forEach(log::line);
        log.add(horizon, "control", "", new DrillClosed(lines.size()));
        return log.numbered();
    }

    private void line(String line) {
        String[] words = line.split(" +", -1);
        String cause = "";
        if (words[words.length - 1].startsWith("!")) {
            cause = words[words.length - 1].substring(1);
            words = Arrays.copyOf(words, words.length - 1);
        }
        add(micros(words[0]), words[1], cause, event(words));
    }

    private static ExerciseEvent event(String[] w) {
        return switch (w[2]) {
            case "operator" -> new OperatorDeclared(w[3], 1);
            case "node" -> new NodeDeclared(new NodeId(w[3]), w[3], "TRUSTED", 40, -3, 3_600);
            // link ID A B
            case "link" ->
                new LinkDeclared(
                        new LinkId(w[3]),
                        new NodeId(w[4]),
                        new NodeId(w[5]),
                        50,
                        1_000,
                        100_000,
                        100_000,
                        10,
                        10);
            // service ID FROM TO DEMAND USERS [CLASS]
            case "service" ->
                new ServiceDeclared(
                        new ServiceId(w[3]),
                        new NodeId(w[4]),
                        new NodeId(w[5]),
                        new DomainId(w[1]),
                        "OTP",
                        w.length > 8 ? Integer.parseInt(w[8]) : 0,
                        Long.parseLong(w[6]),
                        0,
                        Integer.parseInt(w[7]));
            // maintenance INJECT FROM UNTIL
            case "maintenance" ->
                new MaintenanceDeclared(
                        new InjectId(w[3]), "Planned work", micros(w[4]), micros(w[5]));
            // path SERVICE ROUTE PATH LINK,LINK
            case "path" ->
                new PathDeclared(
                        new ServiceId(w[3]),
                        Integer.parseInt(w[4]),
                        Integer.parseInt(w[5]),
                        Arrays.stream(w[6].split(",", -1)).map(LinkId::new).toList());
            default -> happening(w);
        };
    }

    private static ExerciseEvent happening(String[] w) {
        return switch (w[2]) {
            case "release" ->
                new InjectReleased(
                        new InjectId(w[3]), "fibre-cut", "A cut", RootCause.SYSTEM_FAILURE, false);
            // is LINK STATE [RATE]
            case "is" -> new LinkChanged(new LinkId(w[3]), LinkState.valueOf(w[4]), rate(w));
            // route SERVICE ROUTE DOMAIN,DOMAIN
            case "route" ->
                new RouteChosen(
                        new ServiceId(w[3]),
                        Integer.parseInt(w[4]),
                        Arrays.stream(w[5].split(",", -1)).map(DomainId::new).toList());
            // carries SERVICE ROUTE RATE, all of it over path 0
            case "carries" -> {
                long rate = Long.parseLong(w[5]);
                List<PathFlow> flows = rate > 0 ? List.of(new PathFlow(0, rate)) : List.of();
                yield new SegmentChanged(new ServiceId(w[3]), Integer.parseInt(w[4]), rate, flows);
            }
            // adapts SERVICE SUITE DEMAND
            case "adapts" -> new ServiceAdapted(new ServiceId(w[3]), w[4], Long.parseLong(w[5]));
            // account LINK GENERATED CONSUMED WASTED VOIDED
            case "account" ->
                new StoreClosed(
                        new LinkId(w[3]),
                        BitCount.ZERO,
                        bits(w[4]),
                        bits(w[5]),
                        bits(w[6]),
                        bits(w[7]),
                        BitCount.ZERO);
            default -> ofAid(w);
        };
    }

    private static ExerciseEvent ofAid(String[] w) {
        return switch (w[2]) {
            // package RECIPIENT,RECIPIENT RESOURCE AMOUNT NOTICE
            case "package" ->
                new MutualAid.PackageDeclared(
                        "p",
                        "a",
                        Arrays.stream(w[3].split(",", -1)).map(DomainId::new).toList(),
                        AidResource.valueOf(w[4]),
                        Long.parseLong(w[5]),
                        0,
                        "",
                        3_600,
                        Long.parseLong(w[6]));
            // asked AID REQUESTER RESOURCE AMOUNT UNTIL COMMITTABLE
            case "asked" ->
                new MutualAid.AidAsked(
                        w[3],
                        new DomainId(w[4]),
                        AidResource.valueOf(w[5]),
                        "",
                        Long.parseLong(w[6]),
                        micros(w[7]),
                        Long.parseLong(w[8]));
            // aid AID DONOR STATE RESOURCE AMOUNT UNTIL [REASON]; the requester is in the aid's
            // name
            case "aid" ->
                new MutualAid.AidMoved(
                        w[3],
                        new DomainId(w[3].substring(0, w[3].indexOf('/'))),
                        new DomainId(w[4]),
                        AidState.valueOf(w[5]),
                        AidResource.valueOf(w[6]),
                        Long.parseLong(w[7]),
                        micros(w[8]),
                        w.length > 9 ? w[9].replace('_', ' ') : "");
            // accepts INTENT SUBJECT
            case "accepts" -> new ExerciseEvent.IntentAccepted("test", w[3], w[4]);
            // repair JOB, repaired JOB
            case "repair" -> new ExerciseEvent.RepairOpened(w[3], w[3]);
            case "repaired" -> new ExerciseEvent.RepairClosed(w[3]);
            // crew NUMBER STATE
            case "crew" ->
                new ExerciseEvent.CrewChanged(
                        CrewId.of(new DomainId(w[1]), Integer.parseInt(w[3])),
                        CrewState.valueOf(w[4]),
                        "",
                        0);
            // power NODE STATE
            case "power" ->
                new ExerciseEvent.NodeChanged(new NodeId(w[3]), NodeState.valueOf(w[4]));
            default ->
                throw new IllegalArgumentException("The word (%s) is not known.".formatted(w[2]));
        };
    }

    private static long rate(String[] w) {
        if (w.length > 5) {
            return Long.parseLong(w[5]);
        }
        return w[4].equals("UP") ? 1_000 : 0;
    }

    private static BitCount bits(String whole) {
        return new BitCount(Long.parseLong(whole), 0);
    }

    private static long micros(String seconds) {
        return new BigDecimal(seconds).movePointRight(6).longValueExact();
    }

    private void add(long time, String domain, String cause, ExerciseEvent event) {
        entries.add(new LogEntry(time, new DomainId(domain), entries.size(), cause, event));
    }

    private List<LogEntry> numbered() {
        entries.sort(LogEntry.ORDER);
        return entries.stream()
                .map(e -> new LogEntry(
                        e.timeMicros(),
                        e.origin(),
                        sequences.merge(e.origin(), 1L, Long::sum) - 1,
                        e.cause(),
                        e.event()))
                .toList();
    }
}
