/// The other libraries. Compiled only with the Maven profile `peers`, which also downloads them.
@NullMarked
package lectern.bench.peers;

import org.jspecify.annotations.NullMarked;
