/**
 * What is wrong with a playbook beyond its form: names, types, flow, races, bounds and clocks. {@link
 * breakwater.playbook.check.PlaybookChecker} finds all of it at once; a playbook without errors comes out ready to be
 * run.
 */
@NullMarked
package breakwater.playbook.check;

import org.jspecify.annotations.NullMarked;
