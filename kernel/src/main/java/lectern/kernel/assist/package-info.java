/// What the reader of a cell can be told while writing it: how it may go on, and what its names mean.
@NullMarked
package lectern.kernel.assist;

import org.jspecify.annotations.NullMarked;
