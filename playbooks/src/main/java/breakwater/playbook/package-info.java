/**
 * The playbook language, checked and carried out. Here are its words: a {@link breakwater.playbook.Playbook} is a tree
 * of {@link breakwater.playbook.Step}s, each with one {@link breakwater.playbook.Verb}. What reads, checks and runs
 * them is below.
 */
@NullMarked
package breakwater.playbook;

import org.jspecify.annotations.NullMarked;
