/// This kernel beside ipykernel, each started as Jupyter starts it and driven over its sockets: what
/// `./lectern bench --kernel` prints.
@NullMarked
package lectern.bench.kernel;

import org.jspecify.annotations.NullMarked;
