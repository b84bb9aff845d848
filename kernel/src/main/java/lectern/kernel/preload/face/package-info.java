/// How each kind of value is shown: one class a kind, and one list of them, [lectern.kernel.preload.face.Faces].
@NullMarked
package lectern.kernel.preload.face;

import org.jspecify.annotations.NullMarked;
