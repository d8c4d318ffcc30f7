/** What came of testing playbooks, as people and programs read it. */
@NullMarked
package breakwater.tabletop.trials;

import org.jspecify.annotations.NullMarked;
