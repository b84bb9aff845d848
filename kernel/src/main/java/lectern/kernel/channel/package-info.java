/// Sockets, signing, the message loop and the publisher of the Jupyter protocol; nothing about Java code.
@NullMarked
package lectern.kernel.channel;

import org.jspecify.annotations.NullMarked;
