/// Numbers with a shape, and the exception for shapes that do not fit.
@NullMarked
package lectern.nn.tensor;

import org.jspecify.annotations.NullMarked;
