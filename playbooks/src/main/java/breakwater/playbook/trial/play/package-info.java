/**
 * Carries trials out: the real runtime of playbooks on a bench that stands in for the engine, and the judgement of what
 * came of it.
 */
@NullMarked
package breakwater.playbook.trial.play;

import org.jspecify.annotations.NullMarked;
