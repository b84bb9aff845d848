/// What is shown for which type, as MIME bundles, and what a cell calls to show something.
@NullMarked
package lectern.kernel.display;

import org.jspecify.annotations.NullMarked;
