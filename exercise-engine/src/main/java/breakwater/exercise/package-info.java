/**
 * The vocabulary of a run: what happens ({@link breakwater.exercise.ExerciseEvent}), what is asked for
 * ({@link breakwater.exercise.Intent}), what crosses a border ({@link breakwater.exercise.Envelope}) and how time is
 * counted. Everything between engine, responders, log, scores and report is said in these words.
 */
@NullMarked
package breakwater.exercise;

import org.jspecify.annotations.NullMarked;
