package lectern.figure;

/// What a figure holds at one moment, so that it can be drawn while others add to it.
interface Snapshot {

    String title();

    Drawing drawing(Theme theme);

    /// Kind, series and ranges in a sentence or two, for readers who do not see the drawing.
    String description();

    String text(TextStyle style);
}
