package lectern.nn.ops;

/// Covers a panel of C with tiles, as high as the registers of the machine allow; see [WideRowTiles] for the
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
            int strideA,
            boolean byColumns,
            float[] b,
            int from,
            int strideB,
            int terms,
            float[] start,
            int first,
            int startStride,
            float[] c,
            int out,
            int stride) {
        int row = 0;
        while (row < rows) {
            int height = height(rows - row);
            int i = at + row * (byColumns ? 1 : strideA);
            int s = first + row * startStride;
            int o = out + row * stride;
            if (byColumns) {
                switch (height) {
                    case 12 ->
                        WideColumnTiles.tile12x2(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                    case 8 ->
                        WideColumnTiles.tile8x2(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                    case 6 ->
                        WideColumnTiles.tile6x2(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                    case 4 ->
                        WideColumnTiles.tile4x2(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                    default ->
                        WideColumnTiles.tile1x2(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                }
            } else {
                switch (height) {
                    case 12 ->
                        WideRowTiles.tile12x2(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                    case 8 ->
                        WideRowTiles.tile8x2(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                    case 6 ->
                        WideRowTiles.tile6x2(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                    case 4 ->
                        WideRowTiles.tile4x2(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                    default ->
                        WideRowTiles.tile1x2(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                }
            }
            row += height;
        }
    }

    /// Some rows of a panel one vector wide.
    static void narrow(
            int rows,
            float[] a,
            int at,
            int strideA,
            boolean byColumns,
            float[] b,
            int from,
            int strideB,
            int terms,
            float[] start,
            int first,
            int startStride,
            float[] c,
            int out,
            int stride) {
        int row = 0;
        while (row < rows) {
            int height = height(rows - row);
            int i = at + row * (byColumns ? 1 : strideA);
            int s = first + row * startStride;
            int o = out + row * stride;
            if (byColumns) {
                switch (height) {
                    case 12 ->
                        NarrowColumnTiles.tile12x1(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                    case 8 ->
                        NarrowColumnTiles.tile8x1(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                    case 6 ->
                        NarrowColumnTiles.tile6x1(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                    case 4 ->
                        NarrowColumnTiles.tile4x1(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                    default ->
                        NarrowColumnTiles.tile1x1(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                }
            } else {
                switch (height) {
                    case 12 ->
                        NarrowRowTiles.tile12x1(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                    case 8 ->
                        NarrowRowTiles.tile8x1(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                    case 6 ->
                        NarrowRowTiles.tile6x1(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                    case 4 ->
                        NarrowRowTiles.tile4x1(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                    default ->
                        NarrowRowTiles.tile1x1(
                                a, i, strideA, b, from, strideB, terms, start, s, startStride, c, o, stride);
                }
            }
            row += height;
        }
    }

    /// The rows of the next tile.
    private static int height(int left) {
        if (MANY_REGISTERS && left >= 8) {
            return left >= ROWS ? ROWS : 8;
        }
        // Without many registers, 8 and 9 are better cut into fours than into six and singles.
        boolean fours = left == 8 || left == 9;
        if (left >= 6 && !fours) {
            return 6;
        }
        return left >= 4 ? 4 : 1;
    }
}
