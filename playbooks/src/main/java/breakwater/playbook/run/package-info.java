/**
 * Playbooks being carried out: a {@link breakwater.responder.Responder} that answers the events of its domain. Pure:
 * what it does follows from the entries it was shown, in their order, so a node that was killed goes on when it is
 * shown its log again.
 */
@NullMarked
package breakwater.playbook.run;

import org.jspecify.annotations.NullMarked;
