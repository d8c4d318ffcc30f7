/**
 * From a playbook to CACAO 2.0. {@link breakwater.playbook.cacao.export.CacaoExport} is the door. The nesting becomes a
 * graph of CACAO's steps; what CACAO has no word for travels in an extension of ours, step by step, so that the same
 * playbook can be made of the graph again.
 *
 * <p>The same playbook always gives the same bytes: identifiers are made from names, times from the version.
 */
@NullMarked
package breakwater.playbook.cacao.export;

import org.jspecify.annotations.NullMarked;
