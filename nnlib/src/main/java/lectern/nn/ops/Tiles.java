package lectern.nn.ops;

/// Covers a panel of C with tiles, as high as the registers of the machine allow; see [WideTiles] for the
/// arguments.
final class Tiles {

    /// Rows of the highest tile.
    static final int ROWS = 12;

    /// Whether the machine has 32 vector registers: those with 512 bits have, and those of the ARM
    /// architecture.
    private static final boolean MANY_REGISTERS =
            VectorOps.SPECIES.length() == 16 || System.getProperty("os.arch").equals("aarch64");

    private Tiles() {}

    /// Some rows of a panel two vectors wide.
    static void wide(
            int rows,
            float[] a,
            int at,
            int rowStride,
            int step,
            float[] b,
            int from,
            int bStep,
            int terms,
            float[] start,
            int first,
            int startStride,
            float[] c,
            int out,
            int stride) {
        int row = 0;
        while (row < rows) {
            int left = rows - row;
            int i = at + row * rowStride;
            int s = first + row * startStride;
            int o = out + row * stride;
            if (MANY_REGISTERS && left >= ROWS) {
                WideTiles.tile12x2(a, i, rowStride, step, b, from, bStep, terms, start, s, startStride, c, o, stride);
                row += ROWS;
            } else if (!(left == 4 || left == 5 || left == 8 || left == 9) && left >= 6) {
                WideTiles.tile6x2(a, i, rowStride, step, b, from, bStep, terms, start, s, startStride, c, o, stride);
                row += 6;
            } else if (left >= 4) {
                WideTiles.tile4x2(a, i, rowStride, step, b, from, bStep, terms, start, s, startStride, c, o, stride);
                row += 4;
            } else {
                WideTiles.tile1x2(a, i, rowStride, step, b, from, bStep, terms, start, s, startStride, c, o, stride);
                row++;
            }
        }
    }

    /// Some rows of a panel one vector wide.
    static void narrow(
            int rows,
            float[] a,
            int at,
            int rowStride,
            int step,
            float[] b,
            int from,
            int bStep,
            int terms,
            float[] start,
            int first,
            int startStride,
            float[] c,
            int out,
            int stride) {
        int row = 0;
        while (row < rows) {
            int left = rows - row;
            int i = at + row * rowStride;
            int s = first + row * startStride;
            int o = out + row * stride;
            if (left >= ROWS) {
                NarrowTiles.tile12x1(a, i, rowStride, step, b, from, bStep, terms, start, s, startStride, c, o, stride);
                row += ROWS;
            } else if (left >= 6) {
                NarrowTiles.tile6x1(a, i, rowStride, step, b, from, bStep, terms, start, s, startStride, c, o, stride);
                row += 6;
            } else if (left >= 4) {
                NarrowTiles.tile4x1(a, i, rowStride, step, b, from, bStep, terms, start, s, startStride, c, o, stride);
                row += 4;
            } else {
                NarrowTiles.tile1x1(a, i, rowStride, step, b, from, bStep, terms, start, s, startStride, c, o, stride);
                row++;
            }
        }
    }
}
