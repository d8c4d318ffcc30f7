/** What two playbooks do differently, step by step and in words, whatever their files look like. */
@NullMarked
package breakwater.playbook.difference;

import org.jspecify.annotations.NullMarked;
