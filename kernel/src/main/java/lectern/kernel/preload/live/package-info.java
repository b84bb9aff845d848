/// Trainings that are seen while they run.
@NullMarked
package lectern.kernel.preload.live;

import org.jspecify.annotations.NullMarked;
