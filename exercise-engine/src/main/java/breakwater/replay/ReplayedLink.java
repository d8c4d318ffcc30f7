package breakwater.replay;

import breakwater.exercise.DomainState;
import breakwater.exercise.ExerciseEvent;
import breakwater.network.LinkState;
import breakwater.network.NodeId;
import breakwater.network.StoreState;

import java.util.Optional;

/** One link and its store as the log tells them. */
final class ReplayedLink {

    private final ReplayedStore store;
    private LinkState state = LinkState.UP;
    private long generationBitPerSecond;
    private boolean relays = true;
    private final NodeId a;
    private final NodeId b;
    private int shedFromClass = -1;
    private StoreState storeState;

    ReplayedLink(ExerciseEvent.LinkDeclared declared) {
        a = declared.a();
        b = declared.b();
        store = new ReplayedStore(
                declared.capacityBit(), declared.initialBit(), declared.rateBitPerSecond());
        generationBitPerSecond = declared.rateBitPerSecond();
        storeState =
                declared.initialBit() < declared.lowWaterBit() ? StoreState.LOW : StoreState.NORMAL;
    }

    Optional<NodeId> otherEnd(NodeId end) {
        return end.equals(a) ? Optional.of(b) : end.equals(b) ? Optional.of(a) : Optional.empty();
    }

    LinkState state() {
        return state;
    }

    ReplayedStore store() {
        return store;
    }

    void changed(long timeMicros, ExerciseEvent.LinkChanged change) {
        state = change.state();
        generationBitPerSecond = change.rateBitPerSecond();
        store.generates(timeMicros, change.rateBitPerSecond());
    }

    void storeChanged(long timeMicros, ExerciseEvent.StoreChanged change) {
        storeState = change.state();
        store.advance(timeMicros);
    }

    void relays(boolean usable) {
        relays = usable;
    }

    void sheds(int fromClass) {
        shedFromClass = fromClass;
    }

    DomainState.OnLink at(long timeMicros) {
        store.advance(timeMicros);
        return new DomainState.OnLink(
                state,
                generationBitPerSecond,
                store.consumptionBitPerSecond(),
                relays,
                shedFromClass,
                storeState,
                store.level());
    }
}
