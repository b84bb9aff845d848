package lectern.kernel.eval;

/// A place in a cell, all counted from 1.
///
/// @param text the whole line
record Place(int cell, int line, int column, String text) {

    /// The place of a position in UTF-16 units.
    static Place of(int cell, String source, int position) {
        int at = Math.clamp(position, 0, source.length());
        int start = source.lastIndexOf('\n', at - 1) + 1;
        int end = source.indexOf('\n', at);
        int line = 1
                + (int) source.substring(0, start)
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
        return new Place(cell, line, at - start + 1, source.substring(start, end < 0 ? source.length() : end));
    }
}
