package breakwater.replay;

import breakwater.exercise.Countermeasure;
import breakwater.exercise.Dialogue;
import breakwater.exercise.DomainState;
import breakwater.exercise.ExerciseEvent;
import breakwater.network.NodeId;
import breakwater.network.ServiceId;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** What the operator of a domain ordered, as its entries tell it. */
final class ReplayedResponse {

    private boolean frozen;
    private final Set<NodeId> isolated = new HashSet<>();
    private final Set<NodeId> powered = new HashSet<>();
    private final Map<ServiceId, DomainState.OfAdapted> agreed = new HashMap<>();
    private final Map<ServiceId, DomainState.OfAdapted> adapted = new HashMap<>();
    private final Map<String, DomainState.OfQuestion> questions = new HashMap<>();

    void declared(ExerciseEvent.ServiceDeclared event) {
        agreed.put(
                event.service(),
                new DomainState.OfAdapted(event.suite(), event.demandBitPerSecond()));
    }

    void onDialogue(Dialogue event) {
        if (event instanceof Dialogue.QuestionAsked asked) {
            questions.put(
                    asked.question(), new DomainState.OfQuestion(asked.role(), asked.dueMicros()));
        } else if (event instanceof Dialogue.QuestionAnswered answered) {
            questions.remove(answered.question());
        }
    }

    void onCountermeasure(Countermeasure event) {
        if (event instanceof Countermeasure.FreezeChanged changed) {
            frozen = changed.frozen();
        } else if (event instanceof Countermeasure.NodeIsolated changed) {
            if (changed.isolated()) {
                isolated.add(changed.node());
            } else {
                isolated.remove(changed.node());
            }
        } else if (event instanceof Countermeasure.GeneratorChanged changed) {
            if (changed.running()) {
                powered.add(changed.node());
            } else {
                powered.remove(changed.node());
            }
        } else if (event instanceof Countermeasure.ServiceAdapted changed) {
            DomainState.OfAdapted now =
                    new DomainState.OfAdapted(changed.suite(), changed.demandBitPerSecond());
            if (now.equals(agreed.get(changed.service()))) {
                adapted.remove(changed.service());
            } else {
                adapted.put(changed.service(), now);
            }
        }
    }

    DomainState.OfResponse look() {
        return new DomainState.OfResponse(frozen, isolated, powered, adapted, questions);
    }
}
