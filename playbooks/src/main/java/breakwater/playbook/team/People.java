package breakwater.playbook.team;

import breakwater.draw.Distributions;
import breakwater.draw.EntityKey;
import breakwater.draw.KeyedDraws;
import breakwater.exercise.Dialogue;
import breakwater.exercise.ExerciseEvent;
import breakwater.exercise.Intent;
import breakwater.exercise.LogEntry;
import breakwater.exercise.Responding;
import breakwater.exercise.SimTime;
import breakwater.network.DomainId;
import breakwater.responder.Responder;
import breakwater.scenario.Response.RolePlayed;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The people of one operator when none sits at the desk: each role answers after a log-normal time, drawn by the
 * question's name, so that another playbook changes no other answer. How long people really take nobody has published
 * for QKD operations; the figures are assumptions and stand as such in the log.
 */
public final class People implements Responder {

    /** How people sign. */
    public static final String NAME = "people";

    private static final int ANSWER_TIME = 17;

    private final DomainId domain;
    private final Map<String, RolePlayed> roles = new LinkedHashMap<>();
    private final KeyedDraws draws;
    private final long latencyMicros;
    private final Map<String, Dialogue.QuestionAsked> open = new HashMap<>();
    private final List<Intent.Addressed> intents = new ArrayList<>();
    private boolean introduced;

    /** The people of {@code domain}; who is asked and has no role here does not answer. */
    public People(DomainId domain, List<RolePlayed> people, long latencyMicros, long seed) {
        this.domain = domain;
        people.forEach(role -> roles.put(role.role(), role));
        this.latencyMicros = latencyMicros;
        draws = new KeyedDraws(seed);
    }

    @Override
    public List<Intent.Addressed> answer(List<LogEntry> events) {
        intents.clear();
        for (LogEntry entry : events) {
            consider(entry);
        }
        return List.copyOf(intents);
    }

    private void consider(LogEntry entry) {
        ExerciseEvent event = entry.event();
        if (!introduced) {
            introduced = true;
            roles.values().forEach(role -> introduce(entry, role));
        }
        if (event instanceof Dialogue.QuestionAsked asked) {
            open.put(asked.question(), asked);
            answerLater(entry, asked, asked.role());
        } else if (event instanceof Dialogue.QuestionAnswered answered) {
            open.remove(answered.question());
        } else if (event instanceof Responding.Escalated escalated) {
            Dialogue.QuestionAsked asked = open.get(escalated.run() + "/" + escalated.step());
            if (asked != null) {
                answerLater(entry, asked, escalated.to());
            }
        }
    }

    private void introduce(LogEntry entry, RolePlayed role) {
        ask(
                entry,
                entry.timeMicros() + latencyMicros,
                new Intent.Note(new Responding.RoleModelled(
                        role.role(),
                        role.medianSeconds(),
                        role.p95Seconds(),
                        role.absent(),
                        "assumed")));
    }

    private void answerLater(LogEntry entry, Dialogue.QuestionAsked asked, String role) {
        RolePlayed played = roles.get(role);
        if (played == null || played.absent() || asked.options().isEmpty()) {
            return;
        }
        draws.select(EntityKey.of(domain + "/" + asked.question() + "/" + role), ANSWER_TIME, 0);
        long micros = Distributions.logNormalMicros(
                draws.first(),
                SimTime.ofSeconds(played.medianSeconds()),
                SimTime.ofSeconds(played.p95Seconds()));
        long at = entry.timeMicros() + Math.max(latencyMicros, micros);
        if (at <= asked.dueMicros()) {
            ask(
                    entry,
                    at,
                    new Intent.AnswerQuestion(asked.question(), option(played, asked), role));
        }
    }

    /** What the role prefers at this step, or the first option: what the author thought of first. */
    private static String option(RolePlayed role, Dialogue.QuestionAsked asked) {
        String step = asked.question().substring(asked.question().indexOf('/') + 1);
        String preferred = role.prefers().get(step);
        return preferred != null && asked.options().contains(preferred)
                ? preferred
                : asked.options().get(0);
    }

    private void ask(LogEntry entry, long atMicros, Intent intent) {
        intents.add(new Intent.Addressed(atMicros, domain, NAME, entry.cause(), "", intent));
    }
}
