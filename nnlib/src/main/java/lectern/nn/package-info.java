/// The one class that notebooks import statically.
@NullMarked
package lectern.nn;

import org.jspecify.annotations.NullMarked;
