/**
 * How scores and reports look: the page {@code report.html} (one file, no script, charts as SVG), the tables of the
 * command line, the files a drill leaves, and playbooks drawn as SVG. What reports say is decided in
 * {@link breakwater.report}.
 */
@NullMarked
package breakwater.tabletop.report;

import org.jspecify.annotations.NullMarked;
