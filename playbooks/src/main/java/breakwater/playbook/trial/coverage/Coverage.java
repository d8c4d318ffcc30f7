package breakwater.playbook.trial.coverage;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.check.StepWalk;
import breakwater.playbook.trial.play.Played;
import breakwater.problem.Location;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which ways of a playbook its trials went.
 *
 * @param ways all there are, in file order
 * @param gone those of them that some trial went
 */
public record Coverage(Playbook playbook, List<Way> ways, Set<Way> gone) {

    public Coverage {
        ways = List.copyOf(ways);
        gone = Set.copyOf(gone);
    }

    /** Of {@code playbook}, by what came of its trials. */
    public static Coverage of(Playbook playbook, List<Played> trials) {
        List<Way> ways = Ways.of(playbook);
        Set<Way> gone = new HashSet<>();
        trials.forEach(played -> gone.addAll(new Traces(playbook, played).ways()));
        gone.retainAll(ways);
        return new Coverage(playbook, ways, gone);
    }

    /** Share of the ways that were gone, 0 to 100; 100 when there are none. */
    public double percent() {
        return ways.isEmpty() ? 100 : 100.0 * gone.size() / ways.size();
    }

    /** The ways that no trial went, in file order, each with its step's place in the playbook's file. */
    public List<Open> open() {
        Map<String, Location> places = new HashMap<>();
        StepWalk.all(playbook, (Step step) -> places.put(step.path(), step.at()));
        List<Open> open = new ArrayList<>();
        for (Way way : ways) {
            if (!gone.contains(way)) {
                open.add(new Open(way, places.getOrDefault(way.path(), playbook.file())));
            }
        }
        return open;
    }

    /** A way that no trial went. */
    public record Open(Way way, Location at) {}
}
