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

    private static final int CALLS = 10;

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

    /// Some filters at a run of pixels two vectors long; see [PixelTiles].
    static void pixels(
            int filters,
            float[] w,
            int at,
            int strideW,
            float[] image,
            int from,
            int[] offsets,
            int term,
            int terms,
            float[] start,
            int first,
            int startStride,
            float[] c,
            int out,
            int stride) {
        int row = 0;
        while (row < filters) {
            int height = height(filters - row);
            int i = at + row * strideW;
            int s = first + row * startStride;
            int o = out + row * stride;
            switch (height) {
                case 12 ->
                    PixelTiles.tile12(
                            w, i, strideW, image, from, offsets, term, terms, start, s, startStride, c, o, stride);
                case 8 ->
                    PixelTiles.tile8(
                            w, i, strideW, image, from, offsets, term, terms, start, s, startStride, c, o, stride);
                case 6 ->
                    PixelTiles.tile6(
                            w, i, strideW, image, from, offsets, term, terms, start, s, startStride, c, o, stride);
                case 4 ->
                    PixelTiles.tile4(
                            w, i, strideW, image, from, offsets, term, terms, start, s, startStride, c, o, stride);
                default ->
                    PixelTiles.tile1(
                            w, i, strideW, image, from, offsets, term, terms, start, s, startStride, c, o, stride);
            }
            row += height;
        }
    }

    /// Some of few filters and two rows of their numbers; see [RowPairTiles].
    static void rowPairs(
            int filters,
            float[] w,
            int at,
            int strideW,
            float[] image,
            int from,
            int second,
            int[] offsets,
            int term,
            int terms,
            float[] start,
            int first,
            int startStride,
            float[] c,
            int out,
            int stride) {
        int row = 0;
        while (row < filters) {
            int height = height(Math.min(8, filters - row));
            int i = at + row * strideW;
            int s = first + row * startStride;
            int o = out + row * stride;
            switch (height) {
                case 8 ->
                    RowPairTiles.tile8(
                            w,
                            i,
                            strideW,
                            image,
                            from,
                            second,
                            offsets,
                            term,
                            terms,
                            start,
                            s,
                            startStride,
                            c,
                            o,
                            stride);
                case 6 ->
                    RowPairTiles.tile6(
                            w,
                            i,
                            strideW,
                            image,
                            from,
                            second,
                            offsets,
                            term,
                            terms,
                            start,
                            s,
                            startStride,
                            c,
                            o,
                            stride);
                case 4 ->
                    RowPairTiles.tile4(
                            w,
                            i,
                            strideW,
                            image,
                            from,
                            second,
                            offsets,
                            term,
                            terms,
                            start,
                            s,
                            startStride,
                            c,
                            o,
                            stride);
                default ->
                    RowPairTiles.tile1(
                            w,
                            i,
                            strideW,
                            image,
                            from,
                            second,
                            offsets,
                            term,
                            terms,
                            start,
                            s,
                            startStride,
                            c,
                            o,
                            stride);
            }
            row += height;
        }
    }

    /// Some numbers of a panel of filters; see [TapTiles].
    static void taps(
            int taps,
            boolean wide,
            float[] image,
            int pitch,
            int rows,
            int run,
            int[] offsets,
            int tap,
            float[] dy,
            float[] c,
            int out,
            int stride) {
        int row = 0;
        while (row < taps) {
            int left = taps - row;
            int height = MANY_REGISTERS && left >= ROWS ? ROWS : left >= 6 ? 6 : 1;
            int t = tap + row;
            int o = out + row * stride;
            switch (height) {
                case 12 -> {
                    if (wide) {
                        TapTiles.tile12x2(image, pitch, rows, run, offsets, t, dy, c, o, stride);
                    } else {
                        TapTiles.tile12x1(image, pitch, rows, run, offsets, t, dy, c, o, stride);
                    }
                }
                case 6 -> {
                    if (wide) {
                        TapTiles.tile6x2(image, pitch, rows, run, offsets, t, dy, c, o, stride);
                    } else {
                        TapTiles.tile6x1(image, pitch, rows, run, offsets, t, dy, c, o, stride);
                    }
                }
                default -> {
                    if (wide) {
                        TapTiles.tile1x2(image, pitch, rows, run, offsets, t, dy, c, o, stride);
                    } else {
                        TapTiles.tile1x1(image, pitch, rows, run, offsets, t, dy, c, o, stride);
                    }
                }
            }
            row += height;
        }
    }

    /// Runs the tiles that most products are made of, in turn, with hardly any work.
    ///
    /// Called again and again it has the JVM compile them one after the other. Loops this short keep it from
    /// compiling the loop alone for the call that is running, and all of it once more for the next.
    static void warmUp() {
        float[] numbers = new float[ROWS * Panels.WIDTH];
        float[] c = new float[ROWS * Panels.WIDTH];
        for (int rows : new int[] {ROWS, 8, 4}) {
            for (int call = 0; call < CALLS; call++) {
                wide(rows, numbers, 0, ROWS, false, numbers, 0, Panels.WIDTH, ROWS, c, 0, 0, c, 0, Panels.WIDTH);
                wide(rows, numbers, 0, ROWS, true, numbers, 0, Panels.WIDTH, ROWS, c, 0, 0, c, 0, Panels.WIDTH);
            }
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
