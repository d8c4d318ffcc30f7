/**
 * Makes of a graph file what a fibre plan needs: {@link breakwater.tabletop.sites.SiteMap sites} with a name, a place
 * and a country, and the routes of fibre between them. All that is odd in a file of the Internet Topology Zoo is met
 * here and reported, never fatal: parallel and repeated edges, nodes without position or label, external networks,
 * drawing junctions, isolated nodes, parts that hang together with nothing. Then shares the sites out to operators.
 *
 * <p>Stands between {@link breakwater.tabletop.graphml} and {@link breakwater.tabletop.topology}. Pure.
 */
@NullMarked
package breakwater.tabletop.sites;

import org.jspecify.annotations.NullMarked;
