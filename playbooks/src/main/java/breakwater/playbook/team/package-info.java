/** Who answers for an operator in a drill: its playbooks, its people as they are modelled, and the default policy. */
@NullMarked
package breakwater.playbook.team;

import org.jspecify.annotations.NullMarked;
