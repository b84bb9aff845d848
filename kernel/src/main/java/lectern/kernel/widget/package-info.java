/// What one can take hold of in a page: sliders, lists, buttons, and pictures that follow them.
@NullMarked
package lectern.kernel.widget;

import org.jspecify.annotations.NullMarked;
