/// Recurrent layers and their way back through time.
@NullMarked
package lectern.nn.recurrent;

import org.jspecify.annotations.NullMarked;
