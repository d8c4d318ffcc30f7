/**
 * A CACAO 2.0 playbook as its file says it: {@link breakwater.playbook.cacao.CacaoPlaybook} is a view of a located JSON
 * tree, which stays whole, so that properties and extensions nobody here knows survive import and export verbatim.
 *
 * <p>Read and checked by {@code cacao.check}; its signatures are verified by {@code cacao.signature}.
 */
@NullMarked
package breakwater.playbook.cacao;

import org.jspecify.annotations.NullMarked;
