package lectern.figure;

import java.awt.Color;
import java.util.Arrays;
import java.util.List;

/// The colours of a figure, for a light page or a dark one.
///
/// The series colours are those of M. Okabe and K. Ito, *Color Universal Design* (2008), without the yellow, which is
/// too pale for lines on white, and with a grey for their black; on dark paper the same hues, lighter.
public enum Theme {
    LIGHT(0xffffff, 0x2b2f36, 0x5b626d, 0xe6e8ec, 0x0072b2, 0xd55e00, 0x009e73, 0xcc79a7, 0xe69f00, 0x56b4e9, 0x6b6b6b),
    DARK(0x1b1e24, 0xe8eaee, 0xa9b0bb, 0x343942, 0x58a9e6, 0xf0894a, 0x35c095, 0xe39cc5, 0xf3c150, 0x9fd6f7, 0x8a909a);

    private static volatile Theme current = LIGHT;

    private final Color paper;
    private final Color ink;
    private final Color quietInk;
    private final Color grid;

    @SuppressWarnings("ImmutableEnumChecker") // what toList gives cannot be changed
    private final List<Color> series;

    Theme(int paper, int ink, int quietInk, int grid, int... series) {
        this.paper = new Color(paper);
        this.ink = new Color(ink);
        this.quietInk = new Color(quietInk);
        this.grid = new Color(grid);
        this.series = Arrays.stream(series).mapToObj(Color::new).toList();
    }

    /// The theme of figures that have chosen none.
    static Theme current() {
        return current;
    }

    static void use(Theme theme) {
        current = theme;
    }

    Color paper() {
        return paper;
    }

    /// Of words and of what stands for itself.
    Color ink() {
        return ink;
    }

    /// Of the numbers at an axis, which should not shout.
    Color quietInk() {
        return quietInk;
    }

    Color grid() {
        return grid;
    }

    /// The colour of a series, counted from 0; from the eighth on they come again.
    Color color(int series) {
        return this.series.get(series % this.series.size());
    }

    /// How often the colours have been used up before a series.
    int round(int series) {
        return series / this.series.size();
    }
}
