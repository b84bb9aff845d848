package lectern.kernel.preload.face;

import java.util.function.Predicate;
import lectern.figure.Figures;
import lectern.nn.train.History;

/// A training: its curves, unless they can be seen already, and its epochs as text.
///
/// @param isDrawn whether they can
record HistoryFace(Predicate<History> isDrawn) implements Face {

    @Override
    public boolean show(Object value, Bundle bundle) {
        if (!(value instanceof History history)) {
            return false;
        }
        if (!isDrawn.test(history)) {
            bundle.picture(Figures.curves(history));
        }
        bundle.text(history::toString);
        return true;
    }
}
