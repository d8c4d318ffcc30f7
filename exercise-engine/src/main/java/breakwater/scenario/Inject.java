package breakwater.scenario;

import breakwater.exercise.InjectId;
import breakwater.exercise.RootCause;
import breakwater.network.DomainId;

import java.util.List;
import java.util.Optional;

/**
 * One row of the MSEL.
 *
 * @param title one line for people
 * @param objectives ids of the objectives it serves
 */
public record Inject(
        InjectId id, String title, Release release, Body body, List<String> objectives) {

    public Inject {
        objectives = List.copyOf(objectives);
    }

    /** When it is released. */
    public sealed interface Release {

        /** At a fixed time. */
        record At(long timeMicros) implements Release {}

        /**
         * As soon as the condition holds, at the latest at the deadline: then the inject named {@code otherwise} is
         * released in its place, or it is skipped when there is none.
         */
        record When(Condition condition, long deadlineMicros, Optional<InjectId> otherwise)
                implements Release {}

        /** Only in the place of another ({@link When#otherwise}). */
        record InPlaceOfAnother() implements Release {}
    }

    /** What it does. */
    public sealed interface Body {

        /**
         * Something breaks.
         *
         * @param thirdParty whether the cause lies with a third party (ENISA's flag)
         */
        record FaultStrikes(Fault fault, RootCause rootCause, boolean thirdParty) implements Body {}

        /**
         * Something that somebody tells.
         *
         * @param reaches the operator whose playbooks and people get it; empty when it is for people alone
         * @param topic what it is about, one word that playbooks can know; empty for none
         * @param about the thing in the network it is about; empty for none
         */
        record Message(
                String from,
                String to,
                String text,
                Optional<DomainId> reaches,
                String topic,
                String about)
                implements Body {}

        /**
         * Somebody is expected to act: judged when the condition holds or the time is up.
         *
         * @param withinMicros after its release
         */
        record ExpectedAction(
                DomainId operator, String action, Condition evidence, long withinMicros)
                implements Body {}
    }
}
