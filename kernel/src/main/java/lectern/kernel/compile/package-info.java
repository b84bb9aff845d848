/// From the text of a cell to classes, in one task of a javac that lives as long as the session.
@NullMarked
package lectern.kernel.compile;

import org.jspecify.annotations.NullMarked;
