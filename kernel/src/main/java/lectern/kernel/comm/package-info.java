/// Comms: what widgets and cells tell each other, apart from the cells' results.
@NullMarked
package lectern.kernel.comm;

import org.jspecify.annotations.NullMarked;
