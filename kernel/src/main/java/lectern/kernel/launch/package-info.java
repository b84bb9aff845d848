/// `main`, the installer, the kernel specification, JVM flags.
@NullMarked
package lectern.kernel.launch;

import org.jspecify.annotations.NullMarked;
