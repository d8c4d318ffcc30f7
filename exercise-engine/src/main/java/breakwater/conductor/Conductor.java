package breakwater.conductor;

import breakwater.engine.DomainEngine;
import breakwater.engine.DomainInput;
import breakwater.engine.plan.ExercisePlan;
import breakwater.exercise.DomainState;
import breakwater.exercise.Envelope;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.Intent;
import breakwater.exercise.LogEntry;
import breakwater.network.DomainId;
import breakwater.responder.Responder;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * Plays a drill in windows.
 *
 * <p>A window ends one signalling latency after the earliest thing that can happen: a domain's next event, an envelope
 * or intent in transit, a row of the MSEL. Whatever is sent inside a window arrives after its end, so within it the
 * domains need not know of each other. In a quiet hour there is one window, in a storm many. This is conservative
 * synchronisation with lookahead (Chandy and Misra 1979, DOI 10.1109/TSE.1979.230182), and it is the same for one
 * thread, many threads and a federation.
 */
public final class Conductor {

    private static final long UNKNOWN = -1;

    private final ExercisePlan plan;
    private final DomainRunner runner;
    private final long latencyMicros;
    private final long horizonMicros;
    private final long seed;
    private final ExerciseControl control;
    private final List<Seat> seats = new ArrayList<>();
    private final Map<DomainId, Seat> seatOf = new HashMap<>();
    private long entriesPlayed;
    private long playedUntilMicros;

    /** A domain with who answers for it and what waits for it. */
    private static final class Seat {
        private final DomainEngine engine;
        private final Responder responder;
        private final PriorityQueue<DomainInput> inbox = new PriorityQueue<>(DomainInput.ORDER);
        private DomainEngine.Outcome outcome = new DomainEngine.Outcome(List.of(), List.of());
        private long asks;
        private long nextAt = UNKNOWN;

        private Seat(DomainEngine engine, Responder responder) {
            this.engine = engine;
            this.responder = responder;
        }

        /** Kept between windows: in most of them most domains have nothing to do. */
        private long nextAt() {
            if (nextAt == UNKNOWN) {
                DomainInput first = inbox.peek();
                nextAt = Math.min(
                        engine.nextEventAt(), first == null ? Long.MAX_VALUE : first.timeMicros());
            }
            return nextAt;
        }

        private void put(DomainInput input) {
            inbox.add(input);
            nextAt = UNKNOWN;
        }

        private void advance(long until) {
            List<DomainInput> inputs = new ArrayList<>();
            DomainInput first = inbox.peek();
            while (first != null && first.timeMicros() < until) {
                inputs.add(inbox.remove());
                first = inbox.peek();
            }
            outcome = engine.advance(until, inputs);
            nextAt = UNKNOWN;
        }
    }

    /** A drill ready to be played once. {@code responders} gives who answers for each domain. */
    public Conductor(
            ExercisePlan plan,
            long seed,
            Function<DomainId, Responder> responders,
            DomainRunner runner) {
        this.plan = plan;
        this.seed = seed;
        this.runner = runner;
        latencyMicros = plan.exercise().signallingLatencyMicros();
        horizonMicros = plan.exercise().horizonMicros();
        control = new ExerciseControl(plan);
        plan.domains().forEach(domain -> {
            Seat seat = new Seat(new DomainEngine(domain, seed), responders.apply(domain.id()));
            seats.add(seat);
            seatOf.put(domain.id(), seat);
        });
    }

    /** Plays from StartEx to EndEx. To be called once. */
    public void play(DrillObserver observer) {
        play(Long.MAX_VALUE, observer);
    }

    /**
     * Plays from StartEx to EndEx, or gives up after the window in which the drill had more than {@code entriesMost}
     * entries. To be called once.
     *
     * @return whether the whole drill was played and has at most {@code entriesMost} entries: the same however it is
     *     cut into windows
     */
    public boolean play(long entriesMost, DrillObserver observer) {
        return play(true, entriesMost, observer);
    }

    /**
     * As {@link #play(long, DrillObserver)}, but the observer is told neither of the drill nor of who takes part: for
     * ensembles, which know both from the plan. Responders are, and everything that happens is the same.
     */
    public boolean playUndeclared(long entriesMost, DrillObserver observer) {
        return play(false, entriesMost, observer);
    }

    private boolean play(boolean declares, long entriesMost, DrillObserver observer) {
        open(declares, observer);
        long next = nextAt();
        while (next < horizonMicros && entriesPlayed <= entriesMost) {
            long until = Math.min(next + latencyMicros, horizonMicros);
            playWindow(until, observer);
            next = nextAt();
        }
        if (entriesPlayed <= entriesMost) {
            close(observer);
        }
        return entriesPlayed <= entriesMost;
    }

    /**
     * All that is so in every domain at the end of the last window, in the network's order. To be asked by the observer
     * when it is told of that window, or after the drill.
     */
    public List<DomainState> states() {
        return seats.stream()
                .map(seat -> seat.engine.stateAt(playedUntilMicros))
                .toList();
    }

    private void open(boolean declares, DrillObserver observer) {
        StartEx.of(plan.exercise(), seed).forEach(event -> control.record(0, event));
        List<LogEntry> entries = control.takeRecorded();
        for (Seat seat : seats) {
            List<LogEntry> declared = seat.engine.declare().events();
            entries.addAll(declared);
            // Who answers knows its own network from what the log says of it.
            answer(seat, seat.responder.answer(declared), 0);
            seat.outcome = seat.engine.open();
        }
        if (!declares) {
            entries.clear();
        }
        collect(entries, 0, seats, observer);
    }

    private long nextAt() {
        long next = control.nextAt();
        for (Seat seat : seats) {
            next = Math.min(next, seat.nextAt());
        }
        return next;
    }

    private void playWindow(long until, DrillObserver observer) {
        control.advance(until);
        for (ExerciseControl.Release release : control.takeReleases()) {
            seat(release.domain()).put(release.input());
        }
        List<Seat> busy = new ArrayList<>();
        List<Runnable> tasks = new ArrayList<>();
        for (Seat seat : seats) {
            if (seat.nextAt() < until) {
                busy.add(seat);
                tasks.add(() -> seat.advance(until));
            }
        }
        runner.run(tasks);
        collect(control.takeRecorded(), until, busy, observer);
    }

    /** Brings together what the domains did: envelopes to inboxes, entries to the log, answers to inboxes. */
    private void collect(
            List<LogEntry> entries, long until, List<Seat> busy, DrillObserver observer) {
        for (Seat seat : busy) {
            entries.addAll(seat.outcome.events());
            for (Envelope envelope : seat.outcome.outbound()) {
                seat(envelope.to()).put(new DomainInput.Arrival(envelope));
            }
        }
        for (Seat seat : busy) {
            List<LogEntry> own = seat.outcome.events();
            if (!own.isEmpty()) {
                answer(seat, seat.responder.answer(own), until);
            }
        }
        hand(entries, until, observer);
    }

    private void answer(Seat seat, List<Intent.Addressed> intents, long until) {
        for (Intent.Addressed intent : intents) {
            if (intent.timeMicros() < until) {
                throw new IllegalStateException(
                        "Responder (%s) asked for time %d, but the window ends at %d: an answer takes at least one signalling latency."
                                .formatted(intent.by(), intent.timeMicros(), until));
            }
            seat.put(new DomainInput.Ask(intent, seat.asks++));
        }
    }

    private void hand(List<LogEntry> entries, long until, DrillObserver observer) {
        entries.sort(LogEntry.ORDER);
        entriesPlayed += entries.size();
        playedUntilMicros = Math.min(until, horizonMicros);
        control.observe(entries);
        observer.windowPlayed(entries, until);
    }

    private void close(DrillObserver observer) {
        List<LogEntry> entries = new ArrayList<>();
        seats.forEach(seat -> entries.addAll(seat.engine.close(horizonMicros).events()));
        hand(entries, horizonMicros, observer);
        // One microsecond after EndEx, so that it is the last line in the one order.
        control.record(horizonMicros + 1, new ExerciseEvent.DrillClosed(entriesPlayed + 1));
        hand(control.takeRecorded(), horizonMicros + 1, observer);
    }

    private Seat seat(DomainId id) {
        Seat seat = seatOf.get(id);
        if (seat == null) {
            throw new IllegalArgumentException("The domain (%s) takes no part.".formatted(id));
        }
        return seat;
    }
}
