/// How a step is taken, one file each.
@NullMarked
package lectern.nn.optim;

import org.jspecify.annotations.NullMarked;
