/// What is minimised, one file each.
@NullMarked
package lectern.nn.loss;

import org.jspecify.annotations.NullMarked;
