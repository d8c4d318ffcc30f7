package breakwater.playbook.check;

import breakwater.playbook.Playbook;
import breakwater.playbook.Step;
import breakwater.playbook.Verb;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;

/** The longest a step can take: its deadlines and timeouts, times its retries. Who has no bound is remembered. */
final class WorstCase implements Verb.Visitor<Long> {

    /** Sums stop here; nothing is ever in time then. 30,000 years. */
    private static final long MOST_MICROS = 1_000_000_000_000_000_000L;

    /** Deeper calls are refused elsewhere. */
    private static final int CALLS_MAX = 8;

    private final Playbook playbook;
    private final Map<String, Playbook> playbooks;
    private final int depth;

    /** What is known of playbooks that are called; one that is called often is looked at once. */
    private final Map<String, Called> called;

    private final List<Step> unbounded = new ArrayList<>();
    private Step current;

    WorstCase(Playbook playbook, Map<String, Playbook> playbooks) {
        this(playbook, playbooks, 0, new HashMap<>());
    }

    /** How long a playbook can take, and whether it has a bound. */
    private record Called(long micros, boolean bounded) {}

    private WorstCase(
            Playbook playbook,
            Map<String, Playbook> playbooks,
            int depth,
            Map<String, Called> called) {
        this.called = called;
        this.playbook = playbook;
        this.playbooks = playbooks;
        this.depth = depth;
        this.current = new Step(
                "",
                "",
                "",
                new Verb.Pause(0),
                breakwater.playbook.Step.Modifiers.NONE,
                playbook.file());
    }

    /** Steps without any bound that were met so far. */
    List<Step> unbounded() {
        return unbounded;
    }

    /** All of them, one after the other. */
    long of(List<Step> steps) {
        long total = 0;
        for (Step step : steps) {
            total = plus(total, of(step));
        }
        return total;
    }

    /** With its delay, retries and the handler of its failure. */
    long of(Step step) {
        Step outer = current;
        current = step;
        long once = step.verb().accept(this);
        current = outer;
        long total = once;
        if (step.modifiers().approve().isPresent()) {
            total = plus(total, step.modifiers().approve().get().deadlineMicros());
        }
        Playbook.Retry retry = step.modifiers().retry().orElse(null);
        if (retry == null && step.verb() instanceof Verb.Do) {
            retry = playbook.defaults().retry().orElse(null);
        }
        if (retry != null) {
            total = plus(total, plus(times(once, retry.max()), retry.totalWaitMicros()));
        }
        if (step.modifiers().onFailure() instanceof Step.OnFailure.Handle handler) {
            total = plus(total, of(handler.steps()));
        }
        return plus(total, step.modifiers().delayMicros());
    }

    private static long plus(long left, long right) {
        return Math.min(MOST_MICROS, left + right);
    }

    private static long times(long micros, int count) {
        return count > 0 && micros > MOST_MICROS / count ? MOST_MICROS : micros * count;
    }

    private long timeout() {
        OptionalLong own = current.modifiers().timeoutMicros();
        OptionalLong bound = own.isPresent() ? own : playbook.defaults().timeoutMicros();
        if (bound.isEmpty()) {
            unbounded.add(current);
        }
        return bound.orElse(0);
    }

    @Override
    public Long onDo(Verb.Do verb) {
        return timeout();
    }

    @Override
    public Long onTask(Verb.Task verb) {
        return timeout();
    }

    @Override
    public Long onDecide(Verb.Decide verb) {
        return verb.deadlineMicros();
    }

    @Override
    public Long onIf(Verb.If verb) {
        return Math.max(of(verb.then()), of(verb.otherwise()));
    }

    @Override
    public Long onSwitch(Verb.Switch verb) {
        return Math.max(longest(verb.cases()), of(verb.otherwise()));
    }

    @Override
    public Long onParallel(Verb.Parallel verb) {
        return longest(verb.branches());
    }

    private long longest(List<Verb.Branch> branches) {
        long longest = 0;
        for (Verb.Branch branch : branches) {
            longest = Math.max(longest, of(branch.steps()));
        }
        return longest;
    }

    @Override
    public Long onWhile(Verb.While verb) {
        return times(Math.max(verb.everyMicros(), of(verb.steps())), verb.max());
    }

    @Override
    public Long onPause(Verb.Pause verb) {
        return verb.micros();
    }

    @Override
    public Long onAwait(Verb.Await verb) {
        return timeout();
    }

    @Override
    public Long onSet(Verb.SetVariables verb) {
        return 0L;
    }

    @Override
    public Long onNotify(Verb.Notify verb) {
        return verb.role().isEmpty() ? 0L : timeout();
    }

    @Override
    public Long onAid(Verb.Aid verb) {
        return plus(
                plus(verb.offersWithinMicros(), verb.accept().deadlineMicros()),
                verb.deployedWithinMicros());
    }

    @Override
    public Long onReturn(Verb.Return verb) {
        if (verb.withinMicros().isEmpty()) {
            unbounded.add(current);
        }
        return verb.withinMicros().orElse(0);
    }

    @Override
    public Long onCall(Verb.Call verb) {
        if (current.modifiers().timeoutMicros().isPresent()) {
            return current.modifiers().timeoutMicros().getAsLong();
        }
        Playbook callee = playbooks.get(verb.playbook());
        if (callee == null || depth >= CALLS_MAX) {
            return 0L;
        }
        Called known = called.get(verb.playbook());
        if (known == null) {
            // A ring of calls is refused elsewhere; here it only must come to an end.
            called.put(verb.playbook(), new Called(0, true));
            WorstCase inner = new WorstCase(callee, playbooks, depth + 1, called);
            long micros = plus(inner.of(callee.steps()), inner.of(callee.lastly()));
            known = new Called(micros, inner.unbounded.isEmpty());
            called.put(verb.playbook(), known);
        }
        if (!known.bounded()) {
            unbounded.add(current);
        }
        return known.micros();
    }

    @Override
    public Long onEscalate(Verb.Escalate verb) {
        return 0L;
    }

    @Override
    public Long onEnd(Verb.End verb) {
        return 0L;
    }
}
