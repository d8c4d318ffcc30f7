package breakwater.replay;

import breakwater.exercise.DomainState.OnSegment;
import breakwater.exercise.DomainState.SegmentId;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.PathFlow;
import breakwater.network.LinkId;

import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ObjLongConsumer;

/** What the segments of a domain carry, path by path, as its entries tell it. */
final class ReplayedFlows {

    private final Map<SegmentId, OnSegment> segments = new HashMap<>();
    private final Map<PathKey, List<LinkId>> paths = new HashMap<>();

    private record PathKey(SegmentId segment, int path) {}

    void declared(ExerciseEvent.PathDeclared event) {
        SegmentId segment = new SegmentId(event.service(), event.route());
        paths.put(new PathKey(segment, event.path()), event.links());
    }

    List<LinkId> linksOf(SegmentId segment, int path) {
        return paths.getOrDefault(new PathKey(segment, path), List.of());
    }

    Map<SegmentId, OnSegment> segments() {
        return Collections.unmodifiableMap(segments);
    }

    /** Takes over what a segment carries; {@code draw} is told what changes on which link, in bit/s. */
    void changed(ExerciseEvent.SegmentChanged changed, ObjLongConsumer<LinkId> draw) {
        SegmentId segment = new SegmentId(changed.service(), changed.route());
        OnSegment before = segments.getOrDefault(segment, new OnSegment(0, List.of()));
        for (PathFlow flow : before.flows()) {
            draw(segment, flow.path(), -flow.rateBitPerSecond(), draw);
        }
        for (PathFlow flow : changed.flows()) {
            draw(segment, flow.path(), flow.rateBitPerSecond(), draw);
        }
        if (changed.rateBitPerSecond() == 0) {
            segments.remove(segment);
        } else {
            segments.put(segment, new OnSegment(changed.rateBitPerSecond(), changed.flows()));
        }
    }

    private void draw(
            SegmentId segment, int path, long deltaBitPerSecond, ObjLongConsumer<LinkId> draw) {
        List<LinkId> taken = paths.get(new PathKey(segment, path));
        if (taken == null) {
            throw new IllegalArgumentException(
                    "Path %d of %s was used before it was declared.".formatted(path, segment));
        }
        taken.forEach(link -> draw.accept(link, deltaBitPerSecond));
    }
}
