/// How good answers are: counted from outputs and labels, whatever gave them.
@NullMarked
package lectern.nn.metric;

import org.jspecify.annotations.NullMarked;
