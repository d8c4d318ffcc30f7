/**
 * The network model: what an operator has (domains, nodes, QKD links with their key stores, the classical
 * key-management graph, gateways, services), which states it can be in, and an immutable, int-indexed view of it.
 *
 * <p>First in the flow: a scenario breaks this model, the engine moves it. Terms follow ITU-T Y.3800-Y.3804 and ETSI
 * GS QKD 014/015; {@code docs/concepts/dictionary.md} says which comes from where.
 */
@NullMarked
package breakwater.network;

import org.jspecify.annotations.NullMarked;
