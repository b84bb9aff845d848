package lectern.kernel.preload.face;

import lectern.figure.Figure;

/// A figure: as it draws itself.
final class FigureFace implements Face {

    @Override
    public boolean show(Object value, Bundle bundle) {
        if (value instanceof Figure figure) {
            bundle.figure(figure);
            return true;
        }
        return false;
    }
}
