package breakwater.scoring;

import breakwater.network.ServiceId;

import java.util.List;
import java.util.Optional;

/**
 * One unavailable period of a service.
 *
 * @param fromSecond first severely errored second
 * @param untilSecond first of 10 good seconds, or the end of the window
 * @param restored whether it ended in the window
 * @param cause the inject it goes back to; empty when the log names none
 * @param onsetMicros when that inject was released, or the start of the outage when there is none
 * @param excusedSeconds declared maintenance within it, before the cap
 * @param evidence the release of the inject, the change that began it and the change that ended it, as far as there are
 */
public record Outage(
        ServiceId service,
        long fromSecond,
        long untilSecond,
        boolean restored,
        String cause,
        long onsetMicros,
        long excusedSeconds,
        List<EntryRef> evidence) {

    public Outage {
        evidence = List.copyOf(evidence);
    }

    /** Its length, an open one up to the end of the window. */
    public long seconds() {
        return untilSecond - fromSecond;
    }

    /** The change of the service that began it. */
    public Optional<EntryRef> findBeginning() {
        int at = cause.isEmpty() ? 0 : 1;
        return evidence.size() > at ? Optional.of(evidence.get(at)) : Optional.empty();
    }
}
