/// What a Jupyter kernel must do, as a list of checks, held against any kernel over its sockets.
@NullMarked
package lectern.bench.conformance;

import org.jspecify.annotations.NullMarked;
