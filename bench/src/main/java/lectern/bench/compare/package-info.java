/// The same work done by this library and by others, in turn and in one run: what `./lectern bench --peers`
/// prints.
@NullMarked
package lectern.bench.compare;

import org.jspecify.annotations.NullMarked;
