package breakwater.engine;

import breakwater.exercise.LogEntry;
import breakwater.graph.CandidatePaths;

import java.util.Arrays;

/**
 * Why a segment loses rate: not what happened last, such as a new allocation, but what closed, drains or sheds the
 * first hindered link on its ways.
 */
final class LossCauses {

    private final CandidatePaths paths;
    private final KeyStores stores;
    private final String[] blockCauses;
    private final String[] shedCauses;

    LossCauses(CandidatePaths paths, KeyStores stores, int linkCount) {
        this.paths = paths;
        this.stores = stores;
        blockCauses = new String[linkCount];
        shedCauses = new String[linkCount];
        Arrays.fill(blockCauses, LogEntry.NO_CAUSE);
        Arrays.fill(shedCauses, LogEntry.NO_CAUSE);
    }

    void blocked(int link, String cause) {
        blockCauses[link] = cause;
    }

    void open(int link) {
        blockCauses[link] = LogEntry.NO_CAUSE;
    }

    void shed(int link, String cause) {
        shedCauses[link] = cause;
    }

    void restored(int link) {
        shedCauses[link] = LogEntry.NO_CAUSE;
    }

    /** The inject a loss of {@code segment} goes back to; {@code trigger} when no link of its ways is hindered. */
    String of(int segment, String trigger) {
        for (int path = paths.firstPath(segment); path < paths.pathEnd(segment); path++) {
            for (int hop = 0; hop < paths.lengthOf(path); hop++) {
                String cause = hindranceOn(paths.linkOf(path, hop));
                if (!cause.isEmpty()) {
                    return cause;
                }
            }
        }
        return trigger;
    }

    private String hindranceOn(int link) {
        if (!blockCauses[link].isEmpty()) {
            return blockCauses[link];
        }
        return stores.isHindered(link) ? stores.causeOf(link) : shedCauses[link];
    }
}
