/**
 * The engine's future: which slot is due next, and when. One {@link breakwater.queue.WinnerTree} per domain holds one
 * slot for each (entity, kind of event); setting, moving and cancelling an event are the same operation, and nothing is
 * allocated while a drill runs. The leaves of the engine; uses nothing.
 *
 * <pre>{@code
 * WinnerTree due = new WinnerTree(linkCount);
 * due.set(link, timeMicros);
 * while (due.earliestTimeMicros() <= untilMicros) {
 *     int next = due.earliestSlot(); // stays due until it is set anew or cancelled
 *     ...
 * }
 * }</pre>
 */
@NullMarked
package breakwater.queue;

import org.jspecify.annotations.NullMarked;
