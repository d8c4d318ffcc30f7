/**
 * Tests of playbooks, the files {@code *.test.yaml}: a {@link breakwater.playbook.trial.TrialFile} tests one playbook
 * by trials, each with a small world, what happens in it, who answers what, and what is expected of the run.
 * {@code yaml} reads them, {@code play} carries them out with the real runtime, {@code judge} compares.
 */
@NullMarked
package breakwater.playbook.trial;

import org.jspecify.annotations.NullMarked;
