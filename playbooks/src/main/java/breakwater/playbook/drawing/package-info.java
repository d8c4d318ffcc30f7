/**
 * The flow of a playbook as a drawing: boxes in boxes with text and lines, in whole pixels. Playbooks nest and have no
 * jumps, so blocks are laid out from the innermost out, exactly and in linear time. What draws it on paper or screen is
 * elsewhere.
 */
@NullMarked
package breakwater.playbook.drawing;

import org.jspecify.annotations.NullMarked;
