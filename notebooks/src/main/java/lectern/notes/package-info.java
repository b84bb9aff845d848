/// Renders executed notebooks as the course notes.
@NullMarked
package lectern.notes;

import org.jspecify.annotations.NullMarked;
