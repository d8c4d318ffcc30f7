/** Judges what came of trials against what was expected of them. */
@NullMarked
package breakwater.playbook.trial.judge;

import org.jspecify.annotations.NullMarked;
