/**
 * Graph algorithms and rate allocation on plain arrays, for the inside of the engine, where a query costs microseconds
 * and must not allocate. Vertices and edges are numbers; what they stand for is known only to the caller.
 *
 * <p>{@link breakwater.graph.CsrGraph} is immutable and shared by all threads; every algorithm is a workspace object
 * that belongs to one thread and is used again and again. A path is the {@code int[]} of its edges in the order of
 * travel. {@link breakwater.graph.DiversePaths} finds the candidate paths services are routed on, by
 * {@link breakwater.graph.PathSearch}; {@link breakwater.graph.StrictFill} shares the links' rates among services over
 * such paths. Weights and rates are whole numbers, so results are exact and the same everywhere.
 *
 * <p>Uses {@link breakwater.queue}; JGraphT is the oracle in tests.
 *
 * <pre>{@code
 * CsrGraph graph = CsrGraph.builder(3).edge(0, 1, 40).edge(1, 2, 55).build();
 * int[] edges = new PathSearch(graph).shortestPath(0, 2); // [0, 1]
 * }</pre>
 */
@NullMarked
package breakwater.graph;

import org.jspecify.annotations.NullMarked;
