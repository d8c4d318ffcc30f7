/**
 * From bytes to a CACAO playbook, or to everything that is wrong with them: {@link
 * breakwater.playbook.cacao.check.CacaoReader}. Tables of {@code Shape} say what may stand where; the checks beside
 * them find what no table shows: references, flow, variables, times.
 *
 * <p>The official JSON Schema is not used here: it accepts most faults that matter. Tests compare with it.
 */
@NullMarked
package breakwater.playbook.cacao.check;

import org.jspecify.annotations.NullMarked;
