package lectern.figure;

import java.nio.file.Path;

/// Something to look at: a chart, a grid of images, a diagram, as a value that can be drawn in several forms.
///
/// The forms show the figure as it is when they are asked for. The same content gives the same bytes, in this process
/// or another. Every method may be called while another thread adds to the figure.
public interface Figure {

    /// What the figure is called; empty if it has no title.
    String title();

    /// The figure as an SVG document without an XML declaration, so that it can also stand inside a page.
    ///
    /// It says its size, has a background of its own, carries a `<title>` and a `<desc>`, asks for nothing
    /// outside of itself, and has neither scripts nor ids, so that it may stand on a page twice.
    String svg();

    /// The figure as a PNG file, with two pixels for each unit of length of [#svg()].
    byte[] png();

    /// The figure as a PDF file of one page, as large as the figure, with letters as outlines.
    byte[] pdf();

    /// The figure as lines of text, for where there are no pictures.
    String text(TextStyle style);

    /// The figure as lines of ASCII.
    default String text() {
        return text(TextStyle.ASCII);
    }

    /// Writes the figure to a file, in the form that its ending names.
    ///
    /// @param file ends with `.svg`, `.png` or `.pdf`, in a folder that exists; what it held before is replaced
    /// @return the file, absolute
    /// @throws IllegalArgumentException if it has another ending, or there is no such folder
    default Path save(String file) {
        return Save.write(this, file);
    }
}
