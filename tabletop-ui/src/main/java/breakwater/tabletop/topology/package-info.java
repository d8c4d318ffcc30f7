/**
 * Makes networks: from the public facts of the shipped EU-27 network, and from GraphML files of the Internet Topology
 * Zoo. Everything here is a pure function to a {@link breakwater.tabletop.topology.NetworkPlan}, which
 * {@link breakwater.tabletop.topology.NetworkText} writes as the YAML files that {@code breakwater check} reads.
 */
@NullMarked
package breakwater.tabletop.topology;

import org.jspecify.annotations.NullMarked;
