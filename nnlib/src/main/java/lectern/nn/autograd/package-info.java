/// A variable that remembers how it was made, and the gradient check.
@NullMarked
package lectern.nn.autograd;

import org.jspecify.annotations.NullMarked;
