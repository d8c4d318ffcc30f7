/**
 * What {@code breakwater check} found, in the forms its readers take: text for people, JSON for programs, SARIF 2.1.0
 * for code scanning, workflow commands for GitHub Actions.
 */
@NullMarked
package breakwater.tabletop.findings;

import org.jspecify.annotations.NullMarked;
