/**
 * How scores and reports look: the page {@code report.html} (one file, no script, charts as SVG), the tables of the
 * command line, and the files a drill leaves. What they say is decided in {@link breakwater.report}.
 */
@NullMarked
package breakwater.tabletop.report;

import org.jspecify.annotations.NullMarked;
