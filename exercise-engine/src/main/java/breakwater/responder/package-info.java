/**
 * Who answers events with intents: the interface {@link breakwater.responder.Responder} and the default policy, so that
 * a drill runs without people. The engine does not know who is behind an intent: playbooks, people at a desk and bots
 * are responders too.
 */
@NullMarked
package breakwater.responder;

import org.jspecify.annotations.NullMarked;
