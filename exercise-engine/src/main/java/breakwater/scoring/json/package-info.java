/** {@code scorecard.json}: the scorecard as canonical JSON, the same bytes for the same log. */
@NullMarked
package breakwater.scoring.json;

import org.jspecify.annotations.NullMarked;
