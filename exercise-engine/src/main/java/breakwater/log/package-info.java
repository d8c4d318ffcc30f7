/**
 * The event log on disk, {@code log.jsonl}: one canonical JSON line per {@link breakwater.exercise.LogEntry}.
 * {@link breakwater.log.LogWriter} encodes what an engine recorded, {@link breakwater.log.LogReader} reads it back
 * strictly for scores, reports and replay. Names of types and fields stand in one table; the format is described in
 * {@code docs/reference/log.md}, which a test generates from that table. Knows streams, not files.
 *
 * <pre>{@code
 * LogWriter writer = new LogWriter(stream);
 * entries.forEach(writer::write);
 * LogReader.Reading reading = LogReader.read("log.jsonl", input);
 * }</pre>
 */
@NullMarked
package breakwater.log;

import org.jspecify.annotations.NullMarked;
