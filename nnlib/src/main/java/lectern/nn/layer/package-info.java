/// Feed-forward layers and activations, one file each.
@NullMarked
package lectern.nn.layer;

import org.jspecify.annotations.NullMarked;
