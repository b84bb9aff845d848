/// Charts and image grids, as values with svg(), png() and text(); knows no notebook.
@NullMarked
package lectern.figure;

import org.jspecify.annotations.NullMarked;
