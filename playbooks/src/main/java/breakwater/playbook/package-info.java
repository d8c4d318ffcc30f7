/**
 * The incident-response playbook language will live here: records of the language, the YAML reader, the checker, the
 * runtime (a {@code Responder} whose state is the fold of its events) and the shipped library. It may see the exercise
 * engine and nothing to its right.
 */
@NullMarked
package breakwater.playbook;

import org.jspecify.annotations.NullMarked;
