package lectern.kernel.preload.face;

import lectern.kernel.display.Formula;

/// A formula: typeset by the page, as it is written elsewhere.
final class FormulaFace implements Face {

    @Override
    public boolean show(Object value, Bundle bundle) {
        if (value instanceof Formula formula) {
            bundle.latex(formula::latex);
            bundle.text(formula::source);
            return true;
        }
        return false;
    }
}
