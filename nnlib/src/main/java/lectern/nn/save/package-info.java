/// Models written to files and read from them, and what they are made of, at a glance.
@NullMarked
package lectern.nn.save;

import org.jspecify.annotations.NullMarked;
