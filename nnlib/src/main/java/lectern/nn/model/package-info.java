/// Blocks and whole networks, put together from layers.
@NullMarked
package lectern.nn.model;

import org.jspecify.annotations.NullMarked;
