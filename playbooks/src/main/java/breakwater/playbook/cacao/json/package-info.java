/**
 * JSON in which every value knows its line and column: {@link breakwater.playbook.cacao.json.JsonReader} turns bytes
 * into an immutable tree of {@link breakwater.playbook.cacao.json.JsonValue} that loses nothing a signature covers, and
 * {@link breakwater.playbook.cacao.json.CanonicalJson} writes such a tree in the one form that is signed (RFC 8785).
 *
 * <p>The only package of the playbooks that knows the JSON library.
 */
@NullMarked
package breakwater.playbook.cacao.json;

import org.jspecify.annotations.NullMarked;
