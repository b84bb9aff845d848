/// `%` commands, one file each.
@NullMarked
package lectern.kernel.magic;

import org.jspecify.annotations.NullMarked;
