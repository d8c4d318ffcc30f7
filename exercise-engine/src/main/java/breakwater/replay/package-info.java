/**
 * Rebuilds what was from the log alone: states, flows and the exact level of every key store at every event. Used by
 * reports and by anyone who checks a log without the engine.
 */
@NullMarked
package breakwater.replay;

import org.jspecify.annotations.NullMarked;
