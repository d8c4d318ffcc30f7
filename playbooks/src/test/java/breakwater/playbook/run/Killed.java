package breakwater.playbook.run;

import static org.assertj.core.api.Assertions.assertThat;

import breakwater.exercise.Intent;
import breakwater.exercise.LogEntry;
import breakwater.responder.Responder;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Answers, is killed after some entry, and a new one that is shown the log so far takes over. */
final class Killed implements Responder {

    private final Supplier<Responder> team;
    private final int after;
    private final List<LogEntry> seen = new ArrayList<>();
    private final List<Intent.Addressed> asked = new ArrayList<>();
    private Responder inner;

    Killed(Supplier<Responder> team, int after) {
        this.team = team;
        this.after = after;
        inner = team.get();
    }

    @Override
    public List<Intent.Addressed> answer(List<LogEntry> events) {
        List<Intent.Addressed> all = new ArrayList<>();
        for (LogEntry entry : events) {
            if (seen.size() == after) {
                resume();
            }
            seen.add(entry);
            List<Intent.Addressed> intents = inner.answer(List.of(entry));
            asked.addAll(intents);
            all.addAll(intents);
        }
        // Who does not know whether its commands arrived sends them again; the engine carries
        // them out once.
        if (seen.size() > after) {
            asked.stream()
                    .filter(intent -> !intent.command().isEmpty())
                    .filter(intent -> !events.isEmpty()
                            && intent.timeMicros()
                                    > events.get(events.size() - 1).timeMicros() + 10_000_000)
                    .forEach(all::add);
        }
        return all;
    }

    private void resume() {
        inner = team.get();
        List<Intent.Addressed> again = new ArrayList<>();
        seen.forEach(entry -> again.addAll(inner.answer(List.of(entry))));
        assertThat(again).isEqualTo(asked);
    }
}
