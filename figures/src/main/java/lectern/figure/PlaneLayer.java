package lectern.figure;

/// One thing that is drawn in a plane: a line, a cloud, an area, a note.
interface PlaneLayer {

    /// Areas lie below everything, then what fills and refers, then lines, then what is said about them.
    enum Depth {
        AREA,
        GROUND,
        LINE,
        TOP
    }

    /// What the legend calls it; empty for what needs no name there.
    default String name() {
        return "";
    }

    Depth depth();

    /// Tells what has to be seen.
    void extend(Extent extent);

    void paint(Plane plane, Sheet sheet);

    /// Draws its sign into the legend, from x on, around the height y.
    default void sign(Theme theme, Sheet sheet, double x, double y) {
        // Only what has a name has a sign.
    }

    void text(TextPlane text);

    /// Its sign in the legend of a text.
    default String textSign(TextStyle style) {
        return "";
    }

    /// What there is to see, in words that follow the name; empty if there is nothing to say.
    String description(Axis xAxis, Axis yAxis);
}
