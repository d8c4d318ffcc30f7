/**
 * From the files of a {@code network} folder to a {@link breakwater.network.Network}, with every problem in them found
 * and located at once. {@code docs/reference/files.md} shows the format; {@code schemas/network.schema.json} is its
 * published schema.
 */
@NullMarked
package breakwater.network.yaml;

import org.jspecify.annotations.NullMarked;
