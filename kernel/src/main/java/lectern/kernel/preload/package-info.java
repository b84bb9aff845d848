/// The start-up imports and the renderers for networks, data and figures: the only place that knows both worlds.
@NullMarked
package lectern.kernel.preload;

import org.jspecify.annotations.NullMarked;
