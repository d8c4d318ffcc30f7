package breakwater.playbook.trial.play;

import breakwater.exercise.AidIntent;
import breakwater.exercise.Dialogue;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.Intent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.Responding;
import breakwater.exercise.SimTime;
import breakwater.network.DomainId;
import breakwater.playbook.trial.Change;
import breakwater.playbook.trial.Reply;
import breakwater.playbook.trial.Trial;
import breakwater.playbook.trial.play.Agenda.Rank;
import breakwater.responder.Responder;

import org.jspecify.annotations.Nullable;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Stands in for the engine: carries out what the runtime of playbooks asks for as the trial says, and tells it what
 * happens. Everything that nobody takes time for happens at the same instant.
 */
final class Bench {

    /** A hundred times the longest course of a shipped playbook; one that goes on longer goes on for ever. */
    private static final int ENTRIES_MAX = 200_000;

    private final Trial trial;
    private final DomainId domain;
    private final World world;
    private final Agenda agenda = new Agenda();
    private final Actors actors;
    private final Donors donors;
    private final List<LogEntry> log = new ArrayList<>();
    private final List<LogEntry> news = new ArrayList<>();
    private final Deque<Intent.Addressed> asked = new ArrayDeque<>();
    private final Map<String, Intent.AskQuestion> open = new HashMap<>();
    private @Nullable Responder responder;
    private long nowMicros;

    /** On which {@code trial} is played; {@code steps} knows what the runs are about. */
    Bench(Trial trial, RunsSeen steps) {
        this.trial = trial;
        domain = new DomainId(trial.given().operator());
        world = new World(trial.given());
        actors = new Actors(trial, steps, world);
        donors = new Donors(trial, steps, this);
    }

    /** Plays to the end. Returns all that was recorded, in order. */
    List<LogEntry> play(Responder runtime) {
        responder = runtime;
        world.declared().forEach(this::record);
        tell();
        trial.given().changes().forEach(change -> agenda.add(0, Rank.WORLD, () -> happen(change)));
        trial.given()
                .inputs()
                .ifPresent(inputs ->
                        agenda.add(0, Rank.WORLD, () -> record(StartedByHand.word(domain))));
        trial.happens()
                .forEach(change -> agenda.add(change.atMicros(), Rank.WORLD, () -> happen(change)));
        long until = trial.untilMicros().orElse(SimTime.NEVER - 1);
        while (agenda.firstMicros() <= until && log.size() < ENTRIES_MAX) {
            nowMicros = Math.max(nowMicros, agenda.firstMicros());
            Runnable next = agenda.take();
            if (next != null) {
                next.run();
            }
            tell();
        }
        return List.copyOf(log);
    }

    /** The activities that had something done, in their order. */
    List<String> ordered() {
        return List.copyOf(actors.ordered());
    }

    /** Whether the trial was given up because it would not end. */
    boolean isEndless() {
        return log.size() >= ENTRIES_MAX;
    }

    long nowMicros() {
        return nowMicros;
    }

    Agenda agenda() {
        return agenda;
    }

    DomainId domain() {
        return domain;
    }

    /** Records an event; the runtime hears of it when all of this instant's turn is recorded. */
    void record(ExerciseEvent event) {
        LogEntry entry = new LogEntry(nowMicros, domain, log.size(), LogEntry.NO_CAUSE, event);
        log.add(entry);
        news.add(entry);
        world.apply(entry);
    }

    /** Tells the runtime what is new, and does what it asks for at once, until it asks for nothing more. */
    private void tell() {
        Responder runtime = responder;
        // What is recorded is bounded, so the rounds are.
        while (runtime != null && !news.isEmpty() && log.size() < ENTRIES_MAX) {
            List<LogEntry> told = List.copyOf(news);
            news.clear();
            asked.addAll(runtime.answer(told));
            while (!asked.isEmpty()) {
                carryOut(asked.remove());
            }
        }
    }

    private void happen(Change change) {
        if (change instanceof Change.OfAid aid) {
            donors.happen(aid);
        } else {
            world.eventsOf(change).forEach(this::record);
        }
    }

    // --- what the runtime asks for

    private void carryOut(Intent.Addressed addressed) {
        Intent intent = addressed.intent();
        if (intent instanceof Intent.Note note) {
            note(note.event());
        } else if (intent instanceof Intent.SetAlarm alarm) {
            agenda.set(
                    "!" + alarm.alarm(),
                    Math.max(nowMicros, alarm.atMicros()),
                    Rank.TIME_IS_UP,
                    () -> record(new Dialogue.AlarmRang(alarm.alarm())));
        } else if (intent instanceof Intent.CancelAlarm alarm) {
            agenda.cancel("!" + alarm.alarm());
        } else if (intent instanceof Intent.AskQuestion question) {
            ask(question);
        } else if (intent instanceof Intent.WithdrawQuestion withdrawn) {
            if (open.containsKey(withdrawn.question())) {
                close(withdrawn.question(), "", Dialogue.QuestionAnswered.WITHDRAWN);
            }
        } else if (isOfRequester(intent)) {
            boolean done = donors.carryOut((AidIntent) intent);
            if (!addressed.command().isEmpty()) {
                record(new Dialogue.CommandAnswered(
                        addressed.command(), done, done ? "" : "nobody lends that", List.of()));
            }
        } else {
            command(addressed.command(), intent);
        }
    }

    private static boolean isOfRequester(Intent intent) {
        return intent instanceof AidIntent.RequestAid
                || intent instanceof AidIntent.AcceptOffer
                || intent instanceof AidIntent.RejectOffer
                || intent instanceof AidIntent.ReleaseAid;
    }

    private void note(Responding event) {
        actors.steps().note(event);
        record(event);
    }

    private void command(String command, Intent intent) {
        actors.reply(command, intent, nowMicros)
                .ifPresent(reply -> agenda.add(
                        nowMicros + reply.afterMicros(),
                        Rank.ANSWER,
                        () -> record(new Dialogue.CommandAnswered(
                                command, reply.accepted(), reply.message(), reply.results()))));
    }

    // --- people

    private void ask(Intent.AskQuestion asks) {
        open.put(asks.question(), asks);
        record(new Dialogue.QuestionAsked(
                asks.question(),
                asks.kind(),
                asks.role(),
                asks.text(),
                asks.options(),
                asks.dueMicros(),
                asks.byDefault()));
        if (asks.dueMicros() != SimTime.NEVER) {
            agenda.set(
                    "?" + asks.question(),
                    asks.dueMicros(),
                    Rank.TIME_IS_UP,
                    () -> close(
                            asks.question(),
                            asks.byDefault(),
                            Dialogue.QuestionAnswered.BY_DEFAULT));
        }
        actors.answer(asks.question())
                .ifPresent(chosen -> agenda.add(
                        nowMicros + chosen.afterMicros(), Rank.ANSWER, () -> answer(asks, chosen)));
    }

    /** Somebody answers; too late when the question is closed, and void when the option is none of its own. */
    private void answer(Intent.AskQuestion asks, Reply.ToQuestion.Chosen chosen) {
        boolean isOpen = asks.equals(open.get(asks.question()));
        if (isOpen && asks.options().contains(chosen.option())) {
            close(
                    asks.question(),
                    chosen.option(),
                    chosen.by().isEmpty() ? asks.role() : chosen.by());
        }
    }

    private void close(String question, String option, String by) {
        open.remove(question);
        agenda.cancel("?" + question);
        record(new Dialogue.QuestionAnswered(question, option, by));
    }
}
