/**
 * From the scorecard and the log to the after-action report: what happened, to whom, and why, as a
 * {@link breakwater.report.ReportDocument} of plain values and sentences. How it looks is decided elsewhere; a page, a
 * JSON file and a print all say the same. Sentences come from the log's events and name them, so that a reader can look
 * each one up.
 *
 * <pre>{@code
 * ReportDocument report = Reporter.report(Scorer.score(entries), entries);
 * }</pre>
 */
@NullMarked
package breakwater.report;

import org.jspecify.annotations.NullMarked;
