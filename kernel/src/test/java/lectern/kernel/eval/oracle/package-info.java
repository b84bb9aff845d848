/// The differential test: the same cells through two evaluators, one of which is known to be right.
@NullMarked
package lectern.kernel.eval.oracle;

import org.jspecify.annotations.NullMarked;
