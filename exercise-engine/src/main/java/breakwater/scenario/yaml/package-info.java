/**
 * From the files of an exercise folder to an {@link breakwater.scenario.Exercise}, with every problem in them found and
 * located at once. {@code docs/reference/files.md} shows the formats; {@code schemas/exercise.schema.json} and
 * {@code schemas/scenario.schema.json} are the published schemas.
 */
@NullMarked
package breakwater.scenario.yaml;

import org.jspecify.annotations.NullMarked;
