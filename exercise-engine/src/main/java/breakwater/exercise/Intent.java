package breakwater.exercise;

import breakwater.network.DomainId;
import breakwater.network.LinkId;

/**
 * What a responder asks of a domain's engine. An intent is accepted (its events follow) or refused (a recorded
 * {@link ExerciseEvent.IntentRefused}); nothing else changes state from outside.
 */
public sealed interface Intent {

    /** Short name in the log. */
    String label();

    /** What it is about, for the log; empty when it is the whole domain. */
    String subject();

    /** Has the controller allocate all services anew by strict priority. Refused while it is partitioned. */
    record Reoptimise() implements Intent {
        @Override
        public String label() {
            return "reoptimise";
        }

        @Override
        public String subject() {
            return "";
        }
    }

    /** Takes classes {@code fromClass} and lower off one link, to spare its store for the others. */
    record ShedOnLink(LinkId link, int fromClass) implements Intent {
        @Override
        public String label() {
            return "shed";
        }

        @Override
        public String subject() {
            return link.value();
        }
    }

    /** Takes {@link ShedOnLink} back. */
    record RestoreOnLink(LinkId link) implements Intent {
        @Override
        public String label() {
            return "restore";
        }

        @Override
        public String subject() {
            return link.value();
        }
    }

    /**
     * Sends the nearest idle crew to a repair job, named by inject and asset as in {@link ExerciseEvent.RepairOpened}.
     */
    record DispatchCrew(String job) implements Intent {
        @Override
        public String label() {
            return "dispatch-crew";
        }

        @Override
        public String subject() {
            return job;
        }
    }

    /**
     * An intent with who asked, whom, and when it takes effect.
     *
     * @param cause the inject that the event it answers goes back to, or {@link LogEntry#NO_CAUSE}; what follows from
     *     the intent goes back to it too
     */
    record Addressed(long timeMicros, DomainId domain, String by, String cause, Intent intent) {}
}
