/**
 * From the log to the scorecard. {@link breakwater.scoring.Scorer} reads only {@link breakwater.exercise.LogEntry}s and
 * never sees the engine, so that anybody who holds a log gets the same figures. Figures are exact: integer arithmetic
 * over intervals in which nothing changes, rounded once at the end by a stated rule. What each figure means stands in
 * {@link breakwater.scoring.Measure}; {@code docs/concepts/scores.md} explains them.
 *
 * <pre>{@code
 * Scorecard card = Scorer.score(entries, ScoringPolicy.DEFAULT);
 * card.federation().figures().findValue(Measure.AVAILABILITY);
 * }</pre>
 */
@NullMarked
package breakwater.scoring;

import org.jspecify.annotations.NullMarked;
