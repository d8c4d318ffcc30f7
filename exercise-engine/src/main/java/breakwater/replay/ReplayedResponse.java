package breakwater.replay;

import breakwater.exercise.AidState;
import breakwater.exercise.Countermeasure;
import breakwater.exercise.Dialogue;
import breakwater.exercise.DomainState;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.MutualAid;
import breakwater.network.DomainId;
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
    private final Map<DomainState.AidId, DomainState.OfAid> aid = new HashMap<>();

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

    void onMutualAid(DomainId own, MutualAid event) {
        if (event instanceof MutualAid.AidAsked asked) {
            aid.put(
                    new DomainState.AidId(asked.aid(), own),
                    new DomainState.OfAid(AidState.REQUESTED, asked.amount()));
        } else if (event instanceof MutualAid.AidMoved moved) {
            DomainState.AidId id = new DomainState.AidId(moved.aid(), moved.donor());
            if (moved.state().isOver()) {
                aid.remove(id);
            } else {
                aid.put(id, new DomainState.OfAid(moved.state(), moved.amount()));
            }
        }
    }

    DomainState.OfResponse look() {
        return new DomainState.OfResponse(frozen, isolated, powered, adapted, questions, aid);
    }
}
