package breakwater.playbook.bench;

import breakwater.bench.Contestant;
import breakwater.playbook.bench.Guards.Guard;
import breakwater.playbook.bench.Guards.Values;
import breakwater.playbook.expression.ExpressionFailure;
import breakwater.playbook.expression.Frame;
import breakwater.playbook.expression.Program;
import breakwater.playbook.expression.Snapshot;

import java.util.List;
import java.util.Map;
import java.util.Objects;

/** Guards as playbooks evaluate them. */
final class GuardsAsClosures implements Contestant {

    private static final int TURNS_PER_ROUND = 5_000;

    private final Program[] programs;
    private final Slots[][] frames;
    private long held;

    /** Values by slot. */
    private record Slots(List<Object> values, Map<Snapshot, Map<String, Object>> snapshots)
            implements Frame {

        static Slots of(Guard guard, int number) {
            Values values = Guards.values(guard, number);
            return new Slots(
                    guard.program().names().stream()
                            .map(name -> Objects.requireNonNull(values.values().get(name), name))
                            .toList(),
                    values.snapshots());
        }

        @Override
        public Object get(int slot) {
            return values.get(slot);
        }

        @Override
        public Object snapshot(Snapshot kind, String id, String field) {
            return Objects.requireNonNull(
                    Objects.requireNonNull(snapshots.get(kind)).get(field), field);
        }
    }

    GuardsAsClosures() {
        List<Guard> guards = Guards.ofLibrary();
        programs = guards.stream().map(Guard::program).toArray(Program[]::new);
        frames = new Slots[Guards.FRAMES][programs.length];
        for (int number = 0; number < Guards.FRAMES; number++) {
            for (int guard = 0; guard < programs.length; guard++) {
                frames[number][guard] = Slots.of(guards.get(guard), number);
            }
        }
    }

    @Override
    public String proof() {
        StringBuilder results = new StringBuilder();
        for (Slots[] frame : frames) {
            for (int guard = 0; guard < programs.length; guard++) {
                try {
                    results.append(programs[guard].test(frame[guard]) ? '1' : '0');
                } catch (ExpressionFailure failure) {
                    results.append('x');
                }
            }
        }
        return results.toString();
    }

    @Override
    public int rounds() {
        return 20;
    }

    @Override
    public long round(int number) {
        for (int turn = 0; turn < TURNS_PER_ROUND; turn++) {
            Slots[] frame = frames[turn % Guards.FRAMES];
            for (int guard = 0; guard < programs.length; guard++) {
                held += programs[guard].test(frame[guard]) ? 1 : 0;
            }
        }
        return (long) TURNS_PER_ROUND * programs.length;
    }

    @Override
    public String complaint() {
        return held > 0 ? "" : "no guard held";
    }
}
