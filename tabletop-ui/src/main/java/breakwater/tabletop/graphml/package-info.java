/**
 * Reads GraphML (Brandes and others 2002, graphml.graphdrawing.org) into vertices and edges with their attributes, as
 * they stand in the file and with the place where they stand. What they mean is for {@link breakwater.tabletop.sites}.
 */
@NullMarked
package breakwater.tabletop.graphml;

import org.jspecify.annotations.NullMarked;
