/// Attention, and what is built on it.
@NullMarked
package lectern.nn.attention;

import org.jspecify.annotations.NullMarked;
