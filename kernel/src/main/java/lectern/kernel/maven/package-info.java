/// What fetches libraries from Maven repositories, as the rest of the kernel sees it.
@NullMarked
package lectern.kernel.maven;

import org.jspecify.annotations.NullMarked;
