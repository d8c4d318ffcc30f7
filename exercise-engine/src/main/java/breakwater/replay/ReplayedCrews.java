package breakwater.replay;

import breakwater.exercise.CrewId;
import breakwater.exercise.DomainState.OfCrew;
import breakwater.exercise.ExerciseEvent;
import breakwater.network.DomainId;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The crews of a domain and its guests, as its entries tell it. */
final class ReplayedCrews {

    private final Map<CrewId, OfCrew> present = new HashMap<>();
    private final Set<CrewId> own = new HashSet<>();

    void declared(DomainId domain, int count) {
        for (int crew = 1; crew <= count; crew++) {
            present.put(CrewId.of(domain, crew), OfCrew.IDLE);
            own.add(CrewId.of(domain, crew));
        }
    }

    void changed(ExerciseEvent.CrewChanged event) {
        switch (event.state()) {
            case IDLE -> present.put(event.crew(), OfCrew.IDLE);
            case TRAVELLING, WORKING ->
                present.put(
                        event.crew(), new OfCrew(event.state(), event.job(), event.untilMicros()));
            case AWAY -> {
                if (own.contains(event.crew())) {
                    present.put(event.crew(), OfCrew.AWAY);
                } else {
                    present.remove(event.crew());
                }
            }
        }
    }

    /** The own ones, wherever they are, and those of others that are here. */
    Map<CrewId, OfCrew> look() {
        return present;
    }
}
