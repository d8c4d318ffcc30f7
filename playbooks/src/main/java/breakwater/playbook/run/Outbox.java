package breakwater.playbook.run;

import breakwater.exercise.Intent;
import breakwater.exercise.Responding;
import breakwater.network.DomainId;

import java.util.ArrayList;
import java.util.List;

/** What playbooks ask for at one instant, in order. All of one sender, so that their order stays. */
final class Outbox {

    /** How playbooks sign their intents. */
    static final String NAME = "playbooks";

    private final DomainId domain;
    private List<Intent.Addressed> intents = new ArrayList<>();
    private long nowMicros;
    private String cause = "";

    Outbox(DomainId domain) {
        this.domain = domain;
    }

    /** From now on things are said at this time, because of this. */
    void at(long micros, String because) {
        nowMicros = micros;
        cause = because;
    }

    long nowMicros() {
        return nowMicros;
    }

    void because(String inject) {
        cause = inject;
    }

    /** Records what playbooks did. */
    void note(Responding event) {
        send(nowMicros, "", new Intent.Note(event));
    }

    /** Has the engine do something, {@code delayMicros} from now; it answers under {@code command}. */
    void command(String command, Intent intent, long delayMicros) {
        send(nowMicros + delayMicros, command, intent);
    }

    void ask(Intent intent) {
        send(nowMicros, "", intent);
    }

    /** Rings at {@code atMicros}, or at once when that is past. */
    void setAlarm(String alarm, long atMicros) {
        send(nowMicros, "", new Intent.SetAlarm(alarm, Math.max(nowMicros, atMicros)));
    }

    void cancelAlarm(String alarm) {
        send(nowMicros, "", new Intent.CancelAlarm(alarm));
    }

    private void send(long atMicros, String command, Intent intent) {
        intents.add(new Intent.Addressed(atMicros, domain, NAME, cause, command, intent));
    }

    List<Intent.Addressed> take() {
        List<Intent.Addressed> taken = intents;
        intents = new ArrayList<>();
        return taken;
    }
}
