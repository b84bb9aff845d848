package lectern.figure;

/// What a chart holds at one moment, so that it can be drawn while others add to it.
interface Snapshot {

    Labels labels();

    Drawing drawing();

    /// Kind, series and ranges in a sentence or two, for readers who do not see the drawing.
    String description();

    String text();
}
