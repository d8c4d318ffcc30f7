package breakwater.responder;

import breakwater.exercise.Intent;
import breakwater.exercise.LogEntry;

import java.util.List;

/**
 * Answers the events of one domain with intents for that domain.
 *
 * <p>A state machine of what it has seen: the same events in the same order give the same intents, however they are cut
 * into lists. An intent takes effect no sooner than one signalling latency after the event it answers, so that answers
 * do not depend on how time is cut into windows. Called by one thread at a time.
 */
public interface Responder {

    /**
     * Takes in what happened and says what to do about it.
     *
     * @param events of the domain, in log order; never seen before
     * @return intents in the order in which they shall be carried out; empty for none
     */
    List<Intent.Addressed> answer(List<LogEntry> events);
}
