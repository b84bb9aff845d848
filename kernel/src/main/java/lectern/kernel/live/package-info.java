/// What shows how long work goes on: loops and trainings.
@NullMarked
package lectern.kernel.live;

import org.jspecify.annotations.NullMarked;
