/// JShell: a cell in, a value, nothing or a failure out.
@NullMarked
package lectern.kernel.eval;

import org.jspecify.annotations.NullMarked;
