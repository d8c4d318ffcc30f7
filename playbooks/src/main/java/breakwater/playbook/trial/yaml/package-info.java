/** Reads test files of playbooks and says everything that is wrong with them. */
@NullMarked
package breakwater.playbook.trial.yaml;

import org.jspecify.annotations.NullMarked;
