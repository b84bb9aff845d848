package lectern.kernel.preload.face;

/// How values of one kind are shown.
///
/// A face limits what it shows, and says so where it does: a value may hold millions of numbers.
@FunctionalInterface
interface Face {

    /// Puts the forms of a value into a bundle.
    ///
    /// @return whether the value is of the kind; if not, nothing was put
    boolean show(Object value, Bundle bundle);
}
