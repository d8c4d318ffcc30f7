package breakwater.document;

import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** Every entry of a document with its extent, so that a comment finds what it belongs to. */
final class CommentSpots {

    /** In the order in which they begin; what holds another comes before it. */
    private final List<Spot> spots = new ArrayList<>();

    private final Deque<Spot> open = new ArrayDeque<>();

    private CommentSpots() {}

    /** An entry of a mapping from its key on, or an item of a list, or the root. */
    static final class Spot {

        private final List<String> path;
        private final @Nullable Spot holder;
        private final Mark start;
        private boolean mapping;
        private boolean collection;
        private boolean flow;
        private int column;
        private int valueStart;
        private int end = Integer.MAX_VALUE;
        private int endLine = -1;
        private int items;
        private @Nullable Spot entry;

        Spot(List<String> path, @Nullable Spot holder, Mark start) {
            this.path = path;
            this.holder = holder;
            this.start = start;
        }

        List<String> path() {
            return path;
        }

        /** Whether its end says where its text ends: a block ends where the next one begins. */
        private boolean hasEnd() {
            return endLine >= 0;
        }
    }

    static CommentSpots of(String text, LoadSettings settings) {
        CommentSpots spots = new CommentSpots();
        for (Event event : new Parse(settings).parseString(text)) {
            spots.accept(event);
        }
        return spots;
    }

    private void accept(Event event) {
        if (event instanceof CollectionEndEvent) {
            Spot closed = open.pop();
            if (closed.flow) {
                end(closed, event.getEndMark().orElseThrow());
            }
            return;
        }
        if (!(event instanceof NodeEvent)) {
            return;
        }
        Mark start = event.getStartMark().orElseThrow();
        Spot holder = open.peek();
        if (holder != null && holder.mapping && holder.entry == null) {
            String key = event instanceof ScalarEvent scalar ? scalar.getValue() : "";
            holder.entry = added(holder, key, start);
            return;
        }
        Spot spot = spotOf(holder, start);
        spot.valueStart = start.getIndex();
        if (event instanceof CollectionStartEvent begun) {
            spot.collection = true;
            spot.mapping = event instanceof MappingStartEvent;
            spot.flow = begun.isFlow();
            spot.column = start.getColumn();
            open.push(spot);
        } else if (event instanceof ScalarEvent scalar && !isBlock(scalar)) {
            end(spot, event.getEndMark().orElseThrow());
        }
    }

    private static boolean isBlock(ScalarEvent scalar) {
        return switch (scalar.getScalarStyle()) {
            case LITERAL, FOLDED -> true;
            default -> false;
        };
    }

    private Spot spotOf(@Nullable Spot holder, Mark start) {
        if (holder == null) {
            return added(null, "", start);
        }
        Spot entry = holder.entry;
        if (entry != null) {
            holder.entry = null;
            return entry;
        }
        return added(holder, Integer.toString(holder.items++), start);
    }

    private Spot added(@Nullable Spot holder, String name, Mark start) {
        List<String> path = new ArrayList<>(holder == null ? List.of() : holder.path);
        if (holder != null) {
            path.add(name);
        }
        Spot spot = new Spot(path, holder, start);
        spots.add(spot);
        return spot;
    }

    private static void end(Spot spot, Mark end) {
        spot.end = end.getIndex();
        spot.endLine = end.getLine();
    }

    /**
     * What stands before {@code mark} on its line: the largest entry that ends there, else the smallest that begins
     * there.
     */
    Optional<Spot> onLineOf(Mark mark) {
        Spot found = null;
        for (Spot spot : spots) {
            if (spot.start.getIndex() > mark.getIndex()) {
                break;
            }
            boolean here = spot.start.getLine() == mark.getLine()
                    || (spot.hasEnd() && spot.endLine == mark.getLine());
            boolean ended = spot.hasEnd() && spot.end <= mark.getIndex();
            if (here && ended) {
                return Optional.of(spot);
            }
            if (spot.start.getLine() == mark.getLine() && !spot.path.isEmpty()) {
                found = spot;
            }
        }
        return Optional.ofNullable(found);
    }

    /** The first, and largest, entry that begins after {@code mark}; the root is one. */
    Optional<Spot> next(Mark mark) {
        return spots.stream()
                .filter(spot -> spot.start.getIndex() > mark.getIndex())
                .findFirst();
    }

    /**
     * The collection that has no further entry after {@code mark} and that the comment belongs to all the same: that of
     * the braces around it, or a block as deep as the comment where something less deep follows.
     */
    Optional<Spot> endedBefore(Mark mark, boolean alone) {
        Optional<Spot> next = next(mark);
        Optional<Spot> braces = bracesAround(mark);
        if (braces.isPresent()) {
            boolean more = next.isPresent() && next.get().start.getIndex() < braces.get().end;
            return more ? Optional.empty() : braces;
        }
        int following = next.map(CommentSpots::columnOf).orElse(-1);
        if (!alone && next.isPresent()) {
            return Optional.empty();
        }
        Spot block = lastBefore(mark);
        while (block != null) {
            Spot holder = block.holder;
            boolean fits = block.collection
                    && !block.flow
                    && (block.column <= mark.getColumn() || holder == null)
                    && (holder == null || holder.column < block.column);
            if (fits) {
                boolean deeper = block.column > following;
                return deeper ? Optional.of(block) : Optional.empty();
            }
            block = holder;
        }
        return Optional.empty();
    }

    /** Items stand where their dashes stand. */
    private static int columnOf(Spot spot) {
        Spot holder = spot.holder;
        return holder != null && !holder.mapping && !holder.flow
                ? holder.column
                : spot.start.getColumn();
    }

    private Optional<Spot> bracesAround(Mark mark) {
        Spot found = null;
        for (Spot spot : spots) {
            if (spot.flow && spot.valueStart < mark.getIndex() && mark.getIndex() < spot.end) {
                found = spot;
            }
        }
        return Optional.ofNullable(found);
    }

    private @Nullable Spot lastBefore(Mark mark) {
        Spot last = null;
        for (Spot spot : spots) {
            if (spot.start.getIndex() > mark.getIndex()) {
                break;
            }
            last = spot;
        }
        return last;
    }
}
