/// The inner loops on flat arrays, by family: for each an interface that says what, a reference class that is the
/// definition, and a Vector API class that computes the same bits over lanes; the threads that share the work.
@NullMarked
package lectern.nn.ops;

import org.jspecify.annotations.NullMarked;
