/// JMH benchmarks of the hot loops.
@NullMarked
package lectern.bench;

import org.jspecify.annotations.NullMarked;
