/**
 * Between the disk and the pure readers: reads the files of an exercise or a playbook into memory, bounded, and shows
 * their problems with the line and a caret.
 */
@NullMarked
package breakwater.tabletop.files;

import org.jspecify.annotations.NullMarked;
