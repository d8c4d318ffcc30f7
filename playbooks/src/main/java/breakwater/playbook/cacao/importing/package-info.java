/**
 * From CACAO 2.0 to a playbook. {@link breakwater.playbook.cacao.importing.CacaoImport} is the door. The graph is
 * turned into nested steps, as a document with places in the JSON file, which the reader of playbooks then reads like
 * any other: what is wrong is said where it stands.
 */
@NullMarked
package breakwater.playbook.cacao.importing;

import org.jspecify.annotations.NullMarked;
