package breakwater.playbook.format;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What is to be written, in its order; how it is broken into lines is left to {@link LayoutPrinter}. */
sealed interface LayoutNode {

    /** What a reader must take the text for, which says when it needs quotes. */
    enum Kind {
        /** A number, flag, duration or word of the language: written as it is. */
        BARE,
        /** Text where nothing else can stand. */
        TEXT,
        /** Text where a duration could stand too. */
        VALUE,
        /** An expression: what looks like a number or a flag is one. */
        EXPRESSION
    }

    /** One value. */
    record Word(String text, Kind kind) implements LayoutNode {

        static Word bare(String text) {
            return new Word(text, Kind.BARE);
        }

        static Word text(String text) {
            return new Word(text, Kind.TEXT);
        }

        static Word expression(String text) {
            return new Word(text, Kind.EXPRESSION);
        }
    }

    /**
     * A list.
     *
     * @param flows whether it is written in brackets when that fits one line
     */
    record Row(List<LayoutNode> items, boolean flows) implements LayoutNode {
        public Row {
            items = List.copyOf(items);
        }
    }

    /**
     * Values under keys.
     *
     * @param flows whether it is written in braces when that fits one line
     */
    record Table(Map<String, LayoutNode> entries, boolean flows) implements LayoutNode {
        public Table {
            entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        }
    }
}
