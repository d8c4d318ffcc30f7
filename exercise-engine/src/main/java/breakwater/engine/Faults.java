package breakwater.engine;

import breakwater.draw.EntityKey;
import breakwater.draw.KeyedDraws;
import breakwater.engine.LinkStates.Hindrance;
import breakwater.engine.plan.DomainPlan;
import breakwater.engine.plan.FaultTarget;
import breakwater.exercise.Countermeasure;
import breakwater.exercise.DomainState;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.InjectId;
import breakwater.network.GatewayId;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;

/** What has struck the domain and not ended yet. A fault of the scenario strikes once. */
final class Faults {

    private final DomainPlan plan;
    private final Moment moment;
    private final Timers timers;
    private final KeyedDraws draws;
    private final Assets assets;

    private final Map<InjectId, Integer> firstNumber = new HashMap<>();
    private final Struck[] struck;
    private final boolean[] running;

    /** A fault on one asset. */
    private record Struck(InjectId inject, FaultTarget target) {}

    /** Everything a fault can act on, and whether planned work may not begin. */
    record Assets(
            LinkStates links,
            NodeStates nodes,
            Generators generators,
            KmGraph kmGraph,
            Relaying relaying,
            KeyStores stores,
            Crews crews,
            ControlPlane controlPlane,
            Border border,
            BooleanSupplier frozen) {}

    Faults(DomainPlan plan, Moment moment, Timers timers, KeyedDraws draws, Assets assets) {
        this.plan = plan;
        this.moment = moment;
        this.timers = timers;
        this.draws = draws;
        this.assets = assets;
        int count = 0;
        for (Map.Entry<InjectId, List<FaultTarget>> fault :
                new TreeMap<>(plan.faults()).entrySet()) {
            firstNumber.put(fault.getKey(), count);
            count += fault.getValue().size();
        }
        struck = new Struck[count];
        running = new boolean[count];
    }

    /** A fault strikes every asset it touches here. */
    void strike(InjectId inject) {
        List<FaultTarget> targets = plan.faults().getOrDefault(inject, List.of());
        for (int i = 0; i < targets.size(); i++) {
            int number = firstNumber.getOrDefault(inject, 0) + i;
            if (struck[number] != null) {
                throw new IllegalStateException("The inject (%s) struck twice.".formatted(inject));
            }
            strike(number, inject, targets.get(i));
        }
    }

    private void strike(int number, InjectId inject, FaultTarget target) {
        struck[number] = new Struck(inject, target);
        if (target.effect() == FaultTarget.Effect.MAINTENANCE && assets.frozen().getAsBoolean()) {
            moment.record(new Countermeasure.MaintenanceDeferred(inject, target.asset()));
            return;
        }
        running[number] = true;
        moment.record(new ExerciseEvent.FaultBegan(inject, labelOf(target), target.asset()));
        apply(target, 1);
        String name = inject.value() + "/" + target.asset();
        draws.select(EntityKey.of(name), DrawPurpose.FAULT_SPELL, 0);
        long micros = Spells.micros(target.spell(), draws.first());
        if (target.needsCrew()) {
            assets.crews().open(name, target.asset(), target.place(), micros, number);
        } else {
            timers.set(Timers.Kind.FAULT_END, number, moment.now + micros);
        }
    }

    /** A fault is over, by time or by a crew. */
    void end(int number) {
        Struck over = struck[number];
        running[number] = false;
        moment.record(new ExerciseEvent.FaultEnded(
                over.inject(), labelOf(over.target()), over.target().asset()));
        apply(over.target(), -1);
    }

    Set<DomainState.OfFault> look() {
        Set<DomainState.OfFault> now = new HashSet<>();
        for (int number = 0; number < struck.length; number++) {
            if (running[number]) {
                FaultTarget target = struck[number].target();
                now.add(new DomainState.OfFault(
                        struck[number].inject(), labelOf(target), target.asset()));
            }
        }
        return now;
    }

    private static String labelOf(FaultTarget target) {
        return target.effect().name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }

    private void apply(FaultTarget target, int delta) {
        switch (target.effect()) {
            case CUT -> {
                hinder(target, Hindrance.CUT, delta);
                target.kmLinks().forEach(km -> assets.kmGraph().cut(km, delta));
            }
            case MAINTENANCE -> hinder(target, Hindrance.MAINTENANCE, delta);
            case QBER_ALARM -> hinder(target, Hindrance.QBER_ALARM, delta);
            case GRID_LOSS -> assets.generators().grid(target.node(), delta);
            case NODE_DOWN -> assets.nodes().down(target.node(), delta);
            case KMS_CRASH -> assets.nodes().crash(target.node(), delta);
            case KMS_CRASH_STORES_LOST -> {
                assets.nodes().crash(target.node(), delta);
                if (delta > 0) {
                    plan.linksOfNode().get(target.node()).forEach(assets.border()::loseStore);
                    assets.nodes().storesLost(target.node());
                }
            }
            case CONTROL_PARTITION -> assets.controlPlane().partition(delta);
            case GATEWAY_LIMIT ->
                assets.border()
                        .limitOwnSide(
                                new GatewayId(target.asset()),
                                target.limitBitPerSecond(),
                                delta < 0);
        }
    }

    private void hinder(FaultTarget target, Hindrance what, int delta) {
        for (int link : target.links()) {
            if (delta > 0) {
                assets.links().hinder(link, what);
            } else {
                assets.links().free(link, what);
            }
        }
    }
}
