package breakwater.engine;

import breakwater.engine.plan.DomainPlan;
import breakwater.engine.plan.DomainPlan.HomeRoute;
import breakwater.graph.CandidatePaths;
import breakwater.network.CipherSuite;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Services that use each key for longer because a link they have a way over is short of it. A service goes back to what
 * was agreed when the last such link is well, unless somebody changed it in another way meanwhile.
 */
final class LongerKeys {

    private final DomainPlan plan;
    private final HomeServices services;

    /** By service, the links it does this for; at most services times links. */
    private final Map<Integer, Set<Integer>> reasons = new TreeMap<>();

    private final Map<Integer, CipherSuite> given = new HashMap<>();

    LongerKeys(DomainPlan plan, HomeServices services) {
        this.plan = plan;
        this.services = services;
    }

    /** Has services of {@code fromClass} and lower rekey no more often than this; those that do not rekey are left. */
    Answers.Reply begin(int link, int fromClass, long intervalSeconds) {
        if (intervalSeconds < 1 || intervalSeconds > HomeServices.REKEY_SECONDS_MAX) {
            return Answers.Reply.refused("Expected a rekey interval of 1 to %s s, but found %s."
                    .formatted(HomeServices.REKEY_SECONDS_MAX, intervalSeconds));
        }
        int changed = 0;
        long saved = 0;
        for (int home : over(link)) {
            CipherSuite now = services.suiteOf(home);
            CipherSuite longer = longer(now, intervalSeconds);
            if (services.classOf(home) < fromClass) {
                continue;
            }
            if (!longer.equals(now)) {
                services.adapt(home, longer);
                given.put(home, longer);
                changed++;
                saved += now.demandBitPerSecond() - longer.demandBitPerSecond();
            }
            if (given.containsKey(home)) {
                reasons.computeIfAbsent(home, h -> new TreeSet<>()).add(link);
            }
        }
        return Answers.Reply.results("services=" + changed, "saved_bps=" + saved);
    }

    /** The link needs it no more. */
    Answers.Reply end(int link) {
        int changed = 0;
        for (int home : List.copyOf(reasons.keySet())) {
            Set<Integer> links = reasons.getOrDefault(home, Set.of());
            if (!links.remove(link) || !links.isEmpty()) {
                continue;
            }
            reasons.remove(home);
            CipherSuite now = services.suiteOf(home);
            if (now.equals(given.remove(home)) && !now.equals(services.agreedOf(home))) {
                services.adapt(home, services.agreedOf(home));
                changed++;
            }
        }
        return Answers.Reply.results("services=" + changed);
    }

    private static CipherSuite longer(CipherSuite now, long intervalSeconds) {
        if (now instanceof CipherSuite.Aes256 aes) {
            return longer(aes, intervalSeconds);
        }
        return now instanceof CipherSuite.Hybrid hybrid
                ? new CipherSuite.Hybrid(longer(hybrid.cipher(), intervalSeconds))
                : now;
    }

    private static CipherSuite.Aes256 longer(CipherSuite.Aes256 aes, long intervalSeconds) {
        return new CipherSuite.Aes256(
                Math.max(aes.rekeyIntervalSeconds(), intervalSeconds), aes.associations());
    }

    /** The services at home that have a candidate path over a link, in their order. */
    private List<Integer> over(int link) {
        CandidatePaths paths = plan.paths();
        Set<Integer> segments = new TreeSet<>();
        for (int user = 0; user < paths.userCount(link); user++) {
            segments.add(paths.serviceOf(paths.userOf(link, user)));
        }
        List<Integer> found = new ArrayList<>();
        for (int home = 0; home < plan.homeServices().size(); home++) {
            List<HomeRoute> routes = plan.homeServices().get(home).routes();
            if (routes.stream().anyMatch(route -> segments.contains(route.ownSegment()))) {
                found.add(home);
            }
        }
        return found;
    }
}
