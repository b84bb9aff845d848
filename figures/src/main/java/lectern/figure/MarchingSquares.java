package lectern.figure;

import java.awt.geom.Path2D;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/// The lines on which a sampled function has one value.
///
/// Each square of four neighbouring samples has its own pieces of the line: where the value lies between the ends of a
/// side, the line crosses that side. Two pieces that meet at a side are joined. In a square that the line crosses
/// twice, the mean of the corners says which way round.
///
/// Source: W. E. Lorensen and H. E. Cline, *Marching cubes* (1987), in two dimensions.
final class MarchingSquares {

    private final Samples samples;
    private final double level;

    /// The pieces that end at a side: the numbers of their other ends, −1 for none.
    private final Map<Integer, int[]> joined = new HashMap<>();

    private MarchingSquares(Samples samples, double level) {
        this.samples = samples;
        this.level = level;
    }

    /// @param plane where the line is drawn
    static void add(Path2D path, Samples samples, double level, Plane plane) {
        var squares = new MarchingSquares(samples, level);
        squares.findPieces();
        squares.write(path, plane);
    }

    private void findPieces() {
        for (int row = 0; row < samples.height() - 1; row++) {
            for (int column = 0; column < samples.width() - 1; column++) {
                square(column, row);
            }
        }
    }

    private void square(int column, int row) {
        double a = samples.value(column, row);
        double b = samples.value(column + 1, row);
        double c = samples.value(column + 1, row + 1);
        double d = samples.value(column, row + 1);
        if (!Double.isFinite(a + b + c + d)) {
            return;
        }
        int below = side(column, row, false);
        int right = side(column + 1, row, true);
        int above = side(column, row + 1, false);
        int left = side(column, row, true);
        int corners = (a > level ? 1 : 0) | (b > level ? 2 : 0) | (c > level ? 4 : 0) | (d > level ? 8 : 0);
        boolean middle = (a + b + c + d) / 4 > level;
        switch (corners) {
            case 1, 14 -> join(left, below);
            case 2, 13 -> join(below, right);
            case 3, 12 -> join(left, right);
            case 4, 11 -> join(right, above);
            case 6, 9 -> join(below, above);
            case 7, 8 -> join(left, above);
            case 5, 10 -> {
                boolean aroundA = (corners == 5) != middle;
                join(left, aroundA ? below : above);
                join(right, aroundA ? above : below);
            }
            default -> {
                // All corners are on the same side.
            }
        }
    }

    /// The number of the side that begins at a sample and goes up, or to the right.
    private int side(int column, int row, boolean up) {
        return 2 * (row * samples.width() + column) + (up ? 1 : 0);
    }

    private void join(int one, int other) {
        attach(one, other);
        attach(other, one);
    }

    private void attach(int side, int other) {
        int[] ends = joined.computeIfAbsent(side, _ -> new int[] {-1, -1});
        ends[ends[0] < 0 ? 0 : 1] = other;
    }

    private void write(Path2D path, Plane plane) {
        Set<Integer> done = new HashSet<>();
        for (int start : joined.keySet().stream().sorted().toList()) {
            if (done.contains(start)) {
                continue;
            }
            var chain = new ArrayDeque<Integer>();
            chain.add(start);
            done.add(start);
            int[] ends = joined.getOrDefault(start, new int[] {-1, -1});
            boolean closed = follow(chain, ends[0], done, true, start);
            if (!closed) {
                follow(chain, ends[1], done, false, start);
            }
            boolean first = true;
            for (int side : chain) {
                double x = plane.px(samples.x(crossingColumn(side)));
                double y = plane.py(samples.y(crossingRow(side)));
                if (first) {
                    path.moveTo(x, y);
                    first = false;
                } else {
                    path.lineTo(x, y);
                }
            }
            if (closed) {
                path.closePath();
            }
        }
    }

    /// Goes along the line until it ends.
    ///
    /// @return whether it came back to where it started
    private boolean follow(ArrayDeque<Integer> chain, int from, Set<Integer> done, boolean ahead, int start) {
        int previous = start;
        int side = from;
        while (side >= 0 && done.add(side)) {
            if (ahead) {
                chain.addLast(side);
            } else {
                chain.addFirst(side);
            }
            int[] ends = joined.getOrDefault(side, new int[] {-1, -1});
            int next = ends[0] == previous ? ends[1] : ends[0];
            previous = side;
            side = next;
        }
        return side == start;
    }

    private double crossingColumn(int side) {
        int sample = side / 2;
        return sample % samples.width() + (side % 2 == 0 ? share(sample, sample + 1) : 0);
    }

    private double crossingRow(int side) {
        int sample = side / 2;
        return Math.floorDiv(sample, samples.width()) + (side % 2 == 1 ? share(sample, sample + samples.width()) : 0);
    }

    private double share(int from, int to) {
        double a = samples.values()[from];
        double b = samples.values()[to];
        return (level - a) / (b - a);
    }
}
