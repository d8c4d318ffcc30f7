package breakwater.playbook.format;

import breakwater.playbook.format.LayoutNode.Row;
import breakwater.playbook.format.LayoutNode.Table;
import breakwater.playbook.format.LayoutNode.Word;

import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

/** Breaks a tree into lines: short collections in braces, the others below their key, long text folded. */
final class LayoutPrinter {

    /** What fits beside a second file on a screen. A longer word, or text that cannot be folded, may exceed it. */
    static final int WIDTH_CHARS = 100;

    private static final int STEP = 2;

    private final StringBuilder text = new StringBuilder();

    private LayoutPrinter() {}

    /** The whole text, ended by a line end. */
    static String print(Table root) {
        LayoutPrinter printer = new LayoutPrinter();
        printer.entries(root, 0, "");
        return printer.text.toString();
    }

    /** The entries of a table from column {@code indent} on; {@code lead} stands before the first. */
    private void entries(Table table, int indent, String lead) {
        String before = lead;
        for (Map.Entry<String, LayoutNode> entry : table.entries().entrySet()) {
            String start = before.isEmpty() ? " ".repeat(indent) : before;
            value(start + key(entry.getKey(), table, false) + ":", entry.getValue(), indent);
            before = "";
        }
    }

    /** {@code head} and what follows it, below it when it does not fit beside it. */
    private void value(String head, LayoutNode node, int indent) {
        if (node instanceof Word word) {
            word(head, word, indent + STEP);
            return;
        }
        String line = head + " " + flow(node);
        if (isEmpty(node) || (flows(node) && fits(line))) {
            line(line);
            return;
        }
        line(head);
        if (node instanceof Table table) {
            entries(table, indent + STEP, "");
        } else {
            items((Row) node, indent + STEP);
        }
    }

    private void items(Row row, int indent) {
        String dash = " ".repeat(indent) + "- ";
        for (LayoutNode item : row.items()) {
            if (item instanceof Word word) {
                word(dash.stripTrailing(), word, indent + STEP);
            } else if (flows(item) && fits(dash + flow(item))) {
                line(dash + flow(item));
            } else if (item instanceof Table table) {
                entries(table, indent + STEP, dash);
            } else {
                throw new IllegalStateException("No list of the language holds lists.");
            }
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
            word.text().lines().forEach(part -> below(part, indent));
        } else if (folded.size() > 1 || folded.stream().anyMatch(only -> fitsBelow(only, indent))) {
            line(head + " >-");
            folded.forEach(part -> below(part, indent));
        } else {
            line(line);
        }
    }

    private static boolean fitsBelow(String part, int indent) {
        return fits(" ".repeat(indent) + part);
    }

    private void below(String part, int indent) {
        line(part.isEmpty() ? "" : " ".repeat(indent) + part);
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private static boolean fits(String line) {
        return line.codePointCount(0, line.length()) <= WIDTH_CHARS;
    }

    private static boolean flows(LayoutNode node) {
        return node instanceof Table table ? table.flows() : ((Row) node).flows();
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
