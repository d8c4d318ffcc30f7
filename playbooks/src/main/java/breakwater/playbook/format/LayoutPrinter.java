package breakwater.playbook.format;

import breakwater.document.Comment;
import breakwater.document.Comment.Place;
import breakwater.playbook.format.LayoutNode.Row;
import breakwater.playbook.format.LayoutNode.Table;
import breakwater.playbook.format.LayoutNode.Word;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Breaks a tree into lines: short collections in braces, the others below their key, long text folded. */
final class LayoutPrinter {

    /** What fits beside a second file on a screen. A longer word, or text that cannot be folded, may exceed it. */
    static final int WIDTH_CHARS = 100;

    private static final int STEP = 2;

    private final StringBuilder text = new StringBuilder();
    private final CommentBook comments;

    /** Stands at the end of the next line; empty for nothing. */
    private String beside = "";

    private LayoutPrinter(CommentBook comments) {
        this.comments = comments;
    }

    /** The whole text, ended by a line end. */
    static String print(Table root, CommentBook comments) {
        LayoutPrinter printer = new LayoutPrinter(comments);
        printer.announce(List.of(), 0);
        printer.entries(root, 0, "", List.of());
        return printer.text.toString().stripTrailing() + "\n";
    }

    /** The entries of a table from column {@code indent} on; {@code lead} stands before the first. */
    private void entries(Table table, int indent, String lead, List<String> path) {
        String before = lead;
        for (Map.Entry<String, LayoutNode> entry : table.entries().entrySet()) {
            List<String> at = below(path, entry.getKey());
            if (before.isEmpty()) {
                announce(at, indent);
            }
            String start = before.isEmpty() ? " ".repeat(indent) : before;
            value(start + key(entry.getKey(), table, false) + ":", entry.getValue(), indent, at);
            before = "";
        }
        alone(comments.at(path, Place.AFTER), indent);
    }

    private static List<String> below(List<String> path, String name) {
        List<String> longer = new ArrayList<>(path);
        longer.add(name);
        return longer;
    }

    /** The comments of the entry that comes next: one may stand beside it, all others stand before it. */
    private void announce(List<String> path, int indent) {
        announceAll(List.of(path), indent);
    }

    /** As the other, for entries that begin on the same line. */
    private void announceAll(List<List<String>> paths, int indent) {
        List<Comment> besides = new ArrayList<>();
        for (List<String> path : paths) {
            alone(comments.at(path, Place.BEFORE), indent);
            besides.addAll(comments.at(path, Place.BESIDE));
        }
        if (!besides.isEmpty()) {
            alone(besides.subList(0, besides.size() - 1), indent);
            beside = "  " + besides.get(besides.size() - 1).text();
        }
    }

    private void alone(List<Comment> all, int indent) {
        for (Comment comment : all) {
            text.append(" ".repeat(indent)).append(comment.text()).append('\n');
            if (comment.blankAfter()) {
                text.append('\n');
            }
        }
    }

    /** {@code head} and what follows it, below it when it does not fit beside it. */
    private void value(String head, LayoutNode node, int indent, List<String> path) {
        if (node instanceof Word word) {
            word(head, word, indent + STEP);
            return;
        }
        if (isEmpty(node) || (flows(node, path) && fits(head + " " + flow(node)))) {
            line(head + " " + flow(node));
            return;
        }
        line(head);
        if (node instanceof Table table) {
            entries(table, indent + STEP, "", path);
        } else {
            items((Row) node, indent + STEP, path);
        }
    }

    private void items(Row row, int indent, List<String> path) {
        String dash = " ".repeat(indent) + "- ";
        int number = 0;
        for (LayoutNode item : row.items()) {
            List<String> at = below(path, Integer.toString(number++));
            boolean open = item instanceof Table
                    && !isEmpty(item)
                    && !(flows(item, at) && fits(dash + flow(item)));
            if (open) {
                String first = ((Table) item).entries().keySet().iterator().next();
                announceAll(List.of(at, below(at, first)), indent);
                entries((Table) item, indent + STEP, dash, at);
            } else {
                announce(at, indent);
                single(dash, item, indent);
            }
        }
        alone(comments.at(path, Place.AFTER), indent);
    }

    private void single(String dash, LayoutNode item, int indent) {
        if (item instanceof Word word) {
            word(dash.stripTrailing(), word, indent + STEP);
        } else {
            line(dash + flow(item));
        }
    }

    private void word(String head, Word word, int indent) {
        String line = head + " " + ScalarText.block(word);
        boolean many = ScalarText.isLiteral(word.text());
        List<String> folded = many || fits(line)
                ? List.of()
                : ScalarText.folded(word.text(), WIDTH_CHARS - indent);
        if (many) {
            line(head + (word.text().endsWith("\n") ? " |" : " |-"));
            word.text().lines().forEach(part -> continued(part, indent));
        } else if (folded.size() > 1
                || folded.stream().anyMatch(only -> fits(" ".repeat(indent) + only))) {
            line(head + " >-");
            folded.forEach(part -> continued(part, indent));
        } else {
            line(line);
        }
    }

    private void continued(String part, int indent) {
        line(part.isEmpty() ? "" : " ".repeat(indent) + part);
    }

    private void line(String line) {
        text.append(line).append(beside).append('\n');
        beside = "";
    }

    private static boolean fits(String line) {
        return line.codePointCount(0, line.length()) <= WIDTH_CHARS;
    }

    private boolean flows(LayoutNode node, List<String> path) {
        boolean flows = node instanceof Table table ? table.flows() : ((Row) node).flows();
        return flows && !comments.isInside(path);
    }

    private static boolean isEmpty(LayoutNode node) {
        return node instanceof Table table
                ? table.entries().isEmpty()
                : ((Row) node).items().isEmpty();
    }

    /** On one line, whatever its length. */
    private static String flow(LayoutNode node) {
        if (node instanceof Word word) {
            return ScalarText.flow(word);
        }
        if (node instanceof Row row) {
            StringJoiner items = new StringJoiner(", ", "[", "]");
            row.items().forEach(item -> items.add(flow(item)));
            return items.toString();
        }
        Table table = (Table) node;
        StringJoiner entries = new StringJoiner(", ", "{", "}");
        table.entries()
                .forEach((key, value) -> entries.add(key(key, table, true) + ": " + flow(value)));
        return entries.toString();
    }

    /** The one key of the language that YAML 1.1 takes for a flag, 'on' of retry, is written as the language has it. */
    private static String key(String key, Table within, boolean inFlow) {
        if (key.equals("on") && within.entries().containsKey("max")) {
            return key;
        }
        return inFlow ? ScalarText.flow(Word.text(key)) : ScalarText.block(Word.text(key));
    }
}
