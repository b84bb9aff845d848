package lectern.figure;

/// Which characters the text form of a figure is made of.
public enum TextStyle {
    /// Those that every font, terminal and typesetter has.
    ASCII,

    /// Braille dots for curves, eight to a character, and blocks for areas, for terminals that have them.
    BRAILLE
}
