/// How a network's answers hang on its inputs, and how little it takes to mislead it.
@NullMarked
package lectern.nn.attack;

import org.jspecify.annotations.NullMarked;
