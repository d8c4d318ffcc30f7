/**
 * The federation of operators will live here: the versioned protocol between an operator's node and the control side as
 * pure state machines, its drivers, the journal, identities and the border filter. It may see the exercise engine and
 * the playbooks, never the tabletop.
 */
@NullMarked
package breakwater.federation;

import org.jspecify.annotations.NullMarked;
