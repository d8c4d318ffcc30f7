/**
 * How fast a quantum link makes key, and how wrong its raw bits are.
 *
 * <p>A {@link breakwater.keyrate.KeyRateProfile} names a kind of equipment: a {@link breakwater.keyrate.KeyRateLaw},
 * its parameters with units and where each value comes from, the range of loss in which the law may be used, and what
 * the engine needs besides the rate (block size, realignment). The network model refers to profiles by id; the engine
 * asks one for the rate of a span and counts whole bits from then on.
 *
 * <pre>{@code
 * KeyRateProfile profile = ShippedProfiles.registry().getProfile("decoy-bb84-1ghz");
 * long bitPerSecond = profile.rateAtLengthKm(80).findRate().map(KeyRate::wholeRateBitPerSecond).orElse(0L);
 * }</pre>
 *
 * <p>Everything here is a pure function. Logarithms, powers and exponentials come from {@link java.lang.StrictMath}, so
 * that a rate is the same bit for bit on every Java runtime.
 */
@NullMarked
package breakwater.keyrate;

import org.jspecify.annotations.NullMarked;
