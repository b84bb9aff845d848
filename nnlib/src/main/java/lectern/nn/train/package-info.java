/// Epochs, mini-batches, metrics; tells listeners what happened, draws nothing.
@NullMarked
package lectern.nn.train;

import org.jspecify.annotations.NullMarked;
