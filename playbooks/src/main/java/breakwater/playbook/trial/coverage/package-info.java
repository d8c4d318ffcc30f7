/** What the trials of a playbook have tried: each way that its steps can go, and which of them were gone. */
@NullMarked
package breakwater.playbook.trial.coverage;

import org.jspecify.annotations.NullMarked;
