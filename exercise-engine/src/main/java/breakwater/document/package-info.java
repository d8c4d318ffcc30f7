/**
 * What a planner's YAML file says, before it means anything: {@link breakwater.document.YamlReader} turns bytes into a
 * tree in which every value knows its line and column, {@link breakwater.document.Fields} takes typed values out of it
 * and collects what is wrong.
 *
 * <p>First in the flow of every reader; the only package that knows the YAML library. Nothing here opens a file.
 *
 * <pre>{@code
 * Problems problems = new Problems();
 * Optional<DocumentNode> root = YamlReader.read("scenario.yaml", bytes, problems);
 * root.flatMap(node -> Fields.read(SHAPE, node, problems))
 *         .ifPresent(fields -> fields.durationMicros("horizon"));
 * }</pre>
 */
@NullMarked
package breakwater.document;

import org.jspecify.annotations.NullMarked;
