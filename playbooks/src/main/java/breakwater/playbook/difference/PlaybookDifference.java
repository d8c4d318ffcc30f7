package breakwater.playbook.difference;

import breakwater.playbook.Playbook;
import breakwater.playbook.check.NoticeTimes;
import breakwater.playbook.difference.Difference.Kind;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** Compares playbooks by what they do. Pure. */
public final class PlaybookDifference {

    private final List<Difference> differences = new ArrayList<>();
    private final List<PlacedStep> before;
    private final List<PlacedStep> after;
    private final StepMatches matches;

    private PlaybookDifference(Playbook before, Playbook after) {
        this.before = PlacedStep.all(before);
        this.after = PlacedStep.all(after);
        matches = new StepMatches(this.before, this.after);
    }

    /**
     * What {@code after} does differently, or says differently of itself; empty when that is nothing. Comments, blanks
     * and the order of keys are nothing.
     *
     * @param callable other playbooks, by id, for how long calls of them can take
     */
    public static List<Difference> between(
            Playbook before, Playbook after, Map<String, Playbook> callable) {
        PlaybookDifference difference = new PlaybookDifference(before, after);
        difference.changed("playbook", PlaybookFacts.of(before), PlaybookFacts.of(after));
        difference.removed();
        difference.keptAndNew();
        difference.changed(
                "the longest time to",
                NoticeTimes.of(before, callable),
                NoticeTimes.of(after, callable));
        return List.copyOf(difference.differences);
    }

    private void changed(String subject, Map<String, String> was, Map<String, String> is) {
        Set<String> keys = new TreeSet<>(was.keySet());
        keys.addAll(is.keySet());
        for (String key : keys) {
            String old = was.getOrDefault(key, "");
            String now = is.getOrDefault(key, "");
            if (!old.equals(now)) {
                differences.add(new Difference(Kind.CHANGED, subject, key, old, now));
            }
        }
    }

    /** Steps within a step that is gone are gone with it. */
    private void removed() {
        for (PlacedStep one : before) {
            if (!matches.isKept(one)
                    && one.parent().filter(above -> !matches.isKept(above)).isEmpty()) {
                differences.add(
                        new Difference(Kind.REMOVED, one.name(), "", "from " + one.place(), ""));
            }
        }
    }

    private void keptAndNew() {
        Set<PlacedStep> reordered = reordered();
        for (PlacedStep one : after) {
            if (matches.isNew(one)) {
                if (one.parent().filter(matches::isNew).isEmpty()) {
                    differences.add(
                            new Difference(Kind.ADDED, one.name(), "", "", "in " + one.place()));
                }
                continue;
            }
            PlacedStep was = matches.before(one);
            if (matches.isElsewhere(one)) {
                differences.add(
                        new Difference(Kind.MOVED, one.name(), "", was.place(), one.place()));
            } else if (reordered.contains(one)) {
                differences.add(new Difference(
                        Kind.MOVED, one.name(), "", "its place", "another one in " + one.place()));
            }
            changed(one.name(), was.facts(), one.facts());
        }
    }

    /** Steps of the same list as before, but past others of it: all but the longest row that kept its order. */
    private Set<PlacedStep> reordered() {
        IdentityHashMap<PlacedStep, Integer> rank = new IdentityHashMap<>();
        for (int i = 0; i < before.size(); i++) {
            rank.put(before.get(i), i);
        }
        Map<String, List<PlacedStep>> lists = new LinkedHashMap<>();
        for (PlacedStep one : after) {
            if (!matches.isNew(one) && !matches.isElsewhere(one)) {
                String list = one.parent().map(above -> above.step().path()).orElse("") + "\n"
                        + one.part();
                lists.computeIfAbsent(list, none -> new ArrayList<>()).add(one);
            }
        }
        Set<PlacedStep> moved = java.util.Collections.newSetFromMap(new IdentityHashMap<>());
        for (List<PlacedStep> list : lists.values()) {
            int[] ranks = list.stream()
                    .mapToInt(one -> rank.getOrDefault(matches.before(one), 0))
                    .toArray();
            boolean[] kept = longestRising(ranks);
            for (int i = 0; i < kept.length; i++) {
                if (!kept[i]) {
                    moved.add(list.get(i));
                }
            }
        }
        return moved;
    }

    /** Marks a longest rising row; n log n. */
    private static boolean[] longestRising(int[] values) {
        int[] lastOf = new int[values.length];
        int[] previous = new int[values.length];
        int[] tails = new int[values.length];
        int length = 0;
        for (int i = 0; i < values.length; i++) {
            int at = Arrays.binarySearch(tails, 0, length, values[i]);
            int place = at < 0 ? -at - 1 : at;
            tails[place] = values[i];
            lastOf[place] = i;
            previous[i] = place == 0 ? -1 : lastOf[place - 1];
            length = Math.max(length, place + 1);
        }
        boolean[] kept = new boolean[values.length];
        for (int i = length == 0 ? -1 : lastOf[length - 1]; i >= 0; i = previous[i]) {
            kept[i] = true;
        }
        return kept;
    }
}
