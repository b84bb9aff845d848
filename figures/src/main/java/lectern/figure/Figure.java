package lectern.figure;

/// Something to look at: a chart or a grid of images, as a value that can be drawn in three forms.
///
/// The forms show the figure as it is when they are asked for. The same content gives the same bytes, in this process
/// or another. Every method may be called while another thread adds to the figure.
public interface Figure {

    /// What the figure is called; empty if it has no title.
    String title();

    /// The figure as an SVG document without an XML declaration, so that it can also stand inside a page.
    ///
    /// It says its size, has a background of its own, carries a `<title>` and a `<desc>`, and shares no element id
    /// with any figure of other content.
    String svg();

    /// The figure as a PNG file, with two pixels for each unit of length of [#svg()].
    byte[] png();

    /// The figure as lines of ASCII, for where there are no pictures.
    String text();
}
