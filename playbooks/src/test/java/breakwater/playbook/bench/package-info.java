/**
 * The benchmarks of playbooks, found as services by {@code breakwater.bench.Bench} and run by its rules. Figures and
 * how to read them: {@code docs/internals/benchmarks.md}.
 */
@NullMarked
package breakwater.playbook.bench;

import org.jspecify.annotations.NullMarked;
