/**
 * Whether the signatures of a CACAO playbook fit it: {@link
 * breakwater.playbook.cacao.signature.SignatureVerifier}. Knows no keys of its own and asks nobody: what comes out is
 * that the holder of the key in the file signed this content. Whose key that is, a person must compare.
 */
@NullMarked
package breakwater.playbook.cacao.signature;

import org.jspecify.annotations.NullMarked;
