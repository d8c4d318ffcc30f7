package breakwater.tabletop.sites;

import java.util.List;

/**
 * Sites shared out to operators.
 *
 * @param operators in the order of their ids
 * @param ofSite the index of the operator of each site
 */
public record Operators(List<Operator> operators, List<Integer> ofSite) {

    public Operators {
        operators = List.copyOf(operators);
        ofSite = List.copyOf(ofSite);
    }

    /**
     * An operator. Its sites hang together without those of others.
     *
     * @param timeZone IANA name
     * @param core index of its site with the most routes
     */
    public record Operator(String id, String name, String timeZone, int core) {}
}
