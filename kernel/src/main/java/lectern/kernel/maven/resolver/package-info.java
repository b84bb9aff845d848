/// What fetches libraries from Maven repositories: the one package that uses Maven's own code, in a loader of its own.
@NullMarked
package lectern.kernel.maven.resolver;

import org.jspecify.annotations.NullMarked;
