/// What a mistake in a cell means and how to mend it: the compiler's messages and exceptions in a beginner's words.
@NullMarked
package lectern.kernel.explain;

import org.jspecify.annotations.NullMarked;
