/**
 * Rehearsal: the same exercise played many times with other chance, and what its figures say about all the drills that
 * could be.
 *
 * <p>An {@link breakwater.ensemble.Arm} is an exercise and who answers in it. Drill number i of every arm has the same
 * seed ({@link breakwater.ensemble.ReplicationSeeds}), so that two arms meet the same chance and are compared in pairs.
 * Threads stay outside: the shell gives a {@link breakwater.ensemble.ReplicationRunner}, and results are kept by
 * number, so that their order cannot matter.
 */
@NullMarked
package breakwater.ensemble;

import org.jspecify.annotations.NullMarked;
