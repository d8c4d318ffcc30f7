/** {@code report.json}: the after-action report as canonical JSON, for programs and for pages of their own. */
@NullMarked
package breakwater.report.json;

import org.jspecify.annotations.NullMarked;
