/**
 * What a sample says about what it was drawn from: intervals for means, differences, ratios, quantiles and shares.
 * Deterministic: resampling draws by key. Knows nothing of drills; used by {@code breakwater.ensemble}.
 */
@NullMarked
package breakwater.statistics;

import org.jspecify.annotations.NullMarked;
