/// A kernel under whatever comes, for as long as one likes: does it answer everything, rightly, and stay as it is?
@NullMarked
package lectern.bench.soak;

import org.jspecify.annotations.NullMarked;
