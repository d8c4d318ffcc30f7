/**
 * Expressions of the playbook language: CEL (Common Expression Language), typed against the names a playbook declares
 * and the snapshots of the network. Guards end, cannot loop without bound and cannot reach anything but their names.
 * What is wrong in one is reported at its character, with a suggestion. The CEL library stays in here.
 */
@NullMarked
package breakwater.playbook.expression;

import org.jspecify.annotations.NullMarked;
