package breakwater.playbook.expression;

/** What a value of a playbook is. Ids are types of their own, so that a node is never taken for a link. */
public sealed interface Type {

    /** As it is written in a playbook. */
    String label();

    /** Types without parts. */
    enum Simple implements Type {
        BOOL("bool"),
        INTEGER("integer"),
        FLOAT("float"),
        STRING("string"),
        DURATION("duration"),
        TIMESTAMP("timestamp");

        private final String label;

        Simple(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** Names of things in the network model. */
    enum Id implements Type {
        LINK("link"),
        NODE("node"),
        SERVICE("service"),
        GATEWAY("gateway"),
        ORGANISATION("org");

        private final String label;

        Id(String label) {
            this.label = label;
        }

        @Override
        public String label() {
            return label;
        }
    }

    /** A list of values of one type. */
    record ListOf(Type element) implements Type {
        @Override
        public String label() {
            return "list<" + element.label() + ">";
        }
    }
}
