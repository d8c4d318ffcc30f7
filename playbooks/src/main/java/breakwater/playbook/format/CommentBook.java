package breakwater.playbook.format;

import breakwater.document.Comment;
import breakwater.document.Comment.Place;
import breakwater.playbook.format.LayoutNode.Row;
import breakwater.playbook.format.LayoutNode.Table;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The comments of a file by what they belong to in the tree that is written. None is lost. */
final class CommentBook {

    static final CommentBook EMPTY = new CommentBook();

    private final Map<Key, List<Comment>> byKey = new HashMap<>();
    private final Set<List<String>> inside = new HashSet<>();

    private CommentBook() {}

    private record Key(List<String> path, Place place) {}

    /**
     * The comments as they belong to {@code root}. What they belonged to may be gone, since it said what holds anyway:
     * then they stand at the end of what held it.
     */
    static CommentBook of(List<Comment> comments, Table root) {
        CommentBook book = new CommentBook();
        comments.forEach(comment -> book.put(comment, root));
        return book;
    }

    private void put(Comment comment, Table root) {
        List<String> path = new ArrayList<>();
        LayoutNode node = root;
        for (String name : comment.path()) {
            Optional<String> there = nameIn(node, name);
            if (there.isEmpty()) {
                add(path, isFilled(node) ? Place.AFTER : Place.BEFORE, comment);
                return;
            }
            path.add(there.get());
            node = child(node, there.get());
        }
        boolean before = comment.place() == Place.AFTER && !isFilled(node);
        boolean whole = path.isEmpty() && comment.place() == Place.BESIDE;
        add(path, before ? Place.BEFORE : whole ? Place.AFTER : comment.place(), comment);
    }

    /** The name under which {@code node} has what the file calls {@code name}: an amount is also called a rate. */
    private static Optional<String> nameIn(LayoutNode node, String name) {
        if (node instanceof Row row) {
            boolean there = name.matches("[0-9]{1,9}")
                    && Integer.parseInt(name) < row.items().size();
            return there ? Optional.of(name) : Optional.empty();
        }
        if (node instanceof Table table) {
            String other = name.equals("amount") ? "rate_bps" : "amount";
            boolean amount = name.equals("amount") || name.equals("rate_bps");
            if (table.entries().containsKey(name)) {
                return Optional.of(name);
            }
            return amount && table.entries().containsKey(other)
                    ? Optional.of(other)
                    : Optional.empty();
        }
        return Optional.empty();
    }

    private static LayoutNode child(LayoutNode node, String name) {
        if (node instanceof Row row) {
            return row.items().get(Integer.parseInt(name));
        }
        LayoutNode child = ((Table) node).entries().get(name);
        if (child == null) {
            throw new IllegalStateException("The entry (%s) was there before.".formatted(name));
        }
        return child;
    }

    private static boolean isFilled(LayoutNode node) {
        return (node instanceof Table table && !table.entries().isEmpty())
                || (node instanceof Row row && !row.items().isEmpty());
    }

    private void add(List<String> path, Place place, Comment comment) {
        byKey.computeIfAbsent(new Key(List.copyOf(path), place), key -> new ArrayList<>())
                .add(comment);
        int holders = place == Place.AFTER ? path.size() : path.size() - 1;
        for (int length = 0; length <= holders; length++) {
            inside.add(List.copyOf(path.subList(0, length)));
        }
    }

    /** Those of an entry, in file order. */
    List<Comment> at(List<String> path, Place place) {
        return byKey.getOrDefault(new Key(path, place), List.of());
    }

    /** Whether there are comments within the collection at {@code path}, so that it cannot stand on one line. */
    boolean isInside(List<String> path) {
        return inside.contains(path);
    }
}
