package breakwater.exercise;

import breakwater.network.DomainId;
import breakwater.network.GatewayId;
import breakwater.network.LinkId;
import breakwater.network.NodeId;
import breakwater.network.ServiceId;

import java.util.List;

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

    /** Measures a link. Results: {@code up}, {@code qber}, {@code generation_bps}. */
    record Probe(LinkId link, int samples) implements Intent {
        @Override
        public String label() {
            return "probe";
        }

        @Override
        public String subject() {
            return link.value();
        }
    }

    /** Has a service at home here use another suite: {@code AES-256}, {@code HYBRID}, or {@code agreed}. */
    record ChangeSuite(ServiceId service, String suite) implements Intent {
        @Override
        public String label() {
            return "change-suite";
        }

        @Override
        public String subject() {
            return service.value();
        }
    }

    /** Has a service at home here take a fresh key at this interval, not more often than agreed. */
    record ChangeRekey(ServiceId service, long intervalSeconds) implements Intent {
        @Override
        public String label() {
            return "change-rekey";
        }

        @Override
        public String subject() {
            return service.value();
        }
    }

    /**
     * Has the services at home here that have a way over a link and are of {@code fromClass} or lower take a fresh key
     * at this interval at most, until {@link AgreedRekey}. Results: {@code services}, {@code saved_bps}.
     */
    record LongerRekey(LinkId link, int fromClass, long intervalSeconds) implements Intent {
        @Override
        public String label() {
            return "longer-rekey";
        }

        @Override
        public String subject() {
            return link.value();
        }
    }

    /** Takes {@link LongerRekey} back. Results: {@code services}. */
    record AgreedRekey(LinkId link) implements Intent {
        @Override
        public String label() {
            return "agreed-rekey";
        }

        @Override
        public String subject() {
            return link.value();
        }
    }

    /** Takes an own node out of relaying: its agent takes no key in and relays none. */
    record IsolateNode(NodeId node) implements Intent {
        @Override
        public String label() {
            return "isolate-node";
        }

        @Override
        public String subject() {
            return node.value();
        }
    }

    /** Takes {@link IsolateNode} back. */
    record ReadmitNode(NodeId node) implements Intent {
        @Override
        public String label() {
            return "readmit-node";
        }

        @Override
        public String subject() {
            return node.value();
        }
    }

    /** Makes all key in the store of an own link unusable. */
    record VoidKey(LinkId link) implements Intent {
        @Override
        public String label() {
            return "void-key";
        }

        @Override
        public String subject() {
            return link.value();
        }
    }

    /** Limits the own side of a border; 0 closes it. */
    record LimitGateway(GatewayId gateway, long quotaBitPerSecond) implements Intent {
        @Override
        public String label() {
            return "limit-gateway";
        }

        @Override
        public String subject() {
            return gateway.value();
        }
    }

    /** Takes {@link LimitGateway} back. */
    record ReopenGateway(GatewayId gateway) implements Intent {
        @Override
        public String label() {
            return "reopen-gateway";
        }

        @Override
        public String subject() {
            return gateway.value();
        }
    }

    /** Calls a crew back that is still on its way to this job. */
    record RecallCrew(String job) implements Intent {
        @Override
        public String label() {
            return "recall-crew";
        }

        @Override
        public String subject() {
            return job;
        }
    }

    /** Sends the nearest idle crew with a mobile generator to a node without grid. */
    record PowerNode(NodeId node) implements Intent {
        @Override
        public String label() {
            return "power-node";
        }

        @Override
        public String subject() {
            return node.value();
        }
    }

    /** Tells all other operators of an outage. */
    record PublishNotice(String notice, String text) implements Intent {
        @Override
        public String label() {
            return "publish-notice";
        }

        @Override
        public String subject() {
            return notice;
        }
    }

    /** Lets no planned work begin until {@link LiftFreeze}. */
    record DeclareFreeze() implements Intent {
        @Override
        public String label() {
            return "declare-freeze";
        }

        @Override
        public String subject() {
            return "";
        }
    }

    /** Takes {@link DeclareFreeze} back. */
    record LiftFreeze() implements Intent {
        @Override
        public String label() {
            return "lift-freeze";
        }

        @Override
        public String subject() {
            return "";
        }
    }

    /** What belongs to mutual aid has a file of its own. */
    sealed interface OfAid extends Intent permits AidIntent {}

    /** Records what a responder did; changes nothing. */
    record Note(Responding event) implements Intent {
        @Override
        public String label() {
            return "note";
        }

        @Override
        public String subject() {
            return "";
        }
    }

    /** Asks people; the fields are those of {@link Dialogue.QuestionAsked}. */
    record AskQuestion(
            String question,
            QuestionKind kind,
            String role,
            String text,
            List<String> options,
            long dueMicros,
            String byDefault)
            implements Intent {
        public AskQuestion {
            options = List.copyOf(options);
        }

        @Override
        public String label() {
            return "ask";
        }

        @Override
        public String subject() {
            return question;
        }
    }

    /** Answers a question. Refused when it is not open, or the option none of its own. */
    record AnswerQuestion(String question, String option, String by) implements Intent {
        @Override
        public String label() {
            return "answer";
        }

        @Override
        public String subject() {
            return question;
        }
    }

    /** Closes a question that nobody needs answered any more. */
    record WithdrawQuestion(String question) implements Intent {
        @Override
        public String label() {
            return "withdraw";
        }

        @Override
        public String subject() {
            return question;
        }
    }

    /** Has {@link Dialogue.AlarmRang} recorded then, at once when that is past; one of the same name is moved. */
    record SetAlarm(String alarm, long atMicros) implements Intent {
        @Override
        public String label() {
            return "set-alarm";
        }

        @Override
        public String subject() {
            return alarm;
        }
    }

    /** Takes {@link SetAlarm} back; without effect when it rang. */
    record CancelAlarm(String alarm) implements Intent {
        @Override
        public String label() {
            return "cancel-alarm";
        }

        @Override
        public String subject() {
            return alarm;
        }
    }

    /**
     * An intent with who asked, whom, and when it takes effect.
     *
     * @param cause the inject that the event it answers goes back to, or {@link LogEntry#NO_CAUSE}; what follows from
     *     the intent goes back to it too
     * @param command a key of the sender, for which {@link Dialogue.CommandAnswered} is recorded; sent again, it is not
     *     carried out again. Empty for none
     */
    record Addressed(
            long timeMicros,
            DomainId domain,
            String by,
            String cause,
            String command,
            Intent intent) {}
}
