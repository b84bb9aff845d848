/// What networks learn from: loaders, generators, download with checksum, tables.
@NullMarked
package lectern.data;

import org.jspecify.annotations.NullMarked;
