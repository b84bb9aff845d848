/// What can be said of learning with pencil and paper: counting, closed forms, decompositions, symmetries.
@NullMarked
package lectern.nn.theory;

import org.jspecify.annotations.NullMarked;
