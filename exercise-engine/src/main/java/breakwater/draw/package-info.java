/**
 * Chance, as a function: every draw is addressed by (seed, replication, entity, purpose, ordinal), so nothing depends
 * on the order in which draws are made, adding an element changes no other element's draws, and there is no generator
 * state to save. {@link breakwater.draw.KeyedDraws} gives the bits and the usual durations;
 * {@link breakwater.draw.Distributions} turns 64 bits into a value by inversion;
 * {@link breakwater.draw.EntityKey} makes the address of an entity from its id. Used by the engine; uses nothing.
 *
 * <pre>{@code
 * KeyedDraws draws = new KeyedDraws(seed);
 * draws.select(EntityKey.of("link/lisboa-porto"), FAILURE, 3);
 * long upMicros = Distributions.exponentialMicros(draws.first(), meanUpMicros);
 * long downMicros = Distributions.exponentialMicros(draws.second(), meanDownMicros);
 * }</pre>
 */
@NullMarked
package breakwater.draw;

import org.jspecify.annotations.NullMarked;
