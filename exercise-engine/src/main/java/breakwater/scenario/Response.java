package breakwater.scenario;

import breakwater.network.DomainId;

import java.util.List;
import java.util.Map;

/**
 * Who answers in an exercise besides the default policy.
 *
 * @param playbooks which playbooks are in use, and where
 * @param people how people answer when none sits at the desk
 */
public record Response(List<Use> playbooks, List<RolePlayed> people) {

    /** Nobody but the default policy. */
    public static final Response NONE = new Response(List.of(), List.of());

    public Response {
        playbooks = List.copyOf(playbooks);
        people = List.copyOf(people);
    }

    /** The same, but nobody holds {@code role}. */
    public Response without(String role) {
        return new Response(
                playbooks,
                people.stream()
                        .map(played -> played.role().equals(role)
                                ? new RolePlayed(
                                        role,
                                        played.medianSeconds(),
                                        played.p95Seconds(),
                                        true,
                                        played.prefers())
                                : played)
                        .toList());
    }

    /**
     * A playbook in use.
     *
     * @param playbook its id
     * @param operators where; at least one
     */
    public record Use(String playbook, List<DomainId> operators) {
        public Use {
            operators = List.copyOf(operators);
        }
    }

    /**
     * How people of a role answer, as a log-normal time.
     *
     * @param absent they never answer
     * @param prefers by step, the option they choose; for steps not named, the first one
     */
    public record RolePlayed(
            String role,
            long medianSeconds,
            long p95Seconds,
            boolean absent,
            Map<String, String> prefers) {

        public RolePlayed {
            prefers = Map.copyOf(prefers);
        }
    }
}
