/// Text as numbers: tokens, counts, and vectors of words.
@NullMarked
package lectern.nn.text;

import org.jspecify.annotations.NullMarked;
