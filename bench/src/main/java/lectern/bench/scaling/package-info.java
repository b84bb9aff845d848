/// How the time of a training step grows with what is trained: what `./lectern bench --scaling` measures and
/// draws.
@NullMarked
package lectern.bench.scaling;

import org.jspecify.annotations.NullMarked;
