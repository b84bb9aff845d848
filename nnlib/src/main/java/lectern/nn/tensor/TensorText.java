package lectern.nn.tensor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// A tensor as text: the shape, then the numbers in aligned columns; of long dimensions the first and last few.
final class TensorText {

    /// Of a dimension longer than twice this, only so many at each end are shown.
    private static final int ENDS = 4;

    private static final int LONGEST = 2 * ENDS + 2;

    private TensorText() {}

    static String of(Tensor tensor) {
        Shape shape = tensor.shape();
        if (shape.rank() == 0) {
            return "tensor () " + number(tensor.array()[0]);
        }
        StringBuilder text = new StringBuilder("tensor ").append(shape);
        if (tensor.count() > 0) {
            slices(tensor, 0, 0, "", text);
        }
        return text.toString();
    }

    /// Goes down the outer dimensions; the last two are printed as a matrix.
    private static void slices(Tensor tensor, int dimension, int offset, String indices, StringBuilder text) {
        Shape shape = tensor.shape();
        if (shape.rank() - dimension <= 2) {
            if (!indices.isEmpty()) {
                text.append("\n[").append(indices).append("...]");
            }
            matrix(tensor, dimension, offset, text);
            return;
        }
        int width = 1;
        for (int d = dimension + 1; d < shape.rank(); d++) {
            width *= shape.size(d);
        }
        for (int i : shown(shape.size(dimension))) {
            if (i < 0) {
                text.append("\n...");
            } else {
                slices(tensor, dimension + 1, offset + i * width, indices + i + ", ", text);
            }
        }
    }

    private static void matrix(Tensor tensor, int dimension, int offset, StringBuilder text) {
        Shape shape = tensor.shape();
        int rows = shape.rank() - dimension == 2 ? shape.size(dimension) : 1;
        int columns = shape.size(-1);
        List<List<String>> cells = new ArrayList<>();
        int longest = 3;
        for (int r : shown(rows)) {
            List<String> row = new ArrayList<>();
            for (int c : shown(columns)) {
                String cell = r < 0 || c < 0 ? "..." : number(tensor.array()[offset + r * columns + c]);
                longest = Math.max(longest, cell.length());
                row.add(cell);
            }
            cells.add(row);
        }
        for (List<String> row : cells) {
            text.append('\n');
            for (String cell : row) {
                text.append("  ").repeat(" ", longest - cell.length()).append(cell);
            }
        }
    }

    /// The indices that are shown, −1 standing for those left out.
    private static List<Integer> shown(int size) {
        List<Integer> indices = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            if (size <= LONGEST || i < ENDS || i >= size - ENDS) {
                indices.add(i);
            } else if (i == ENDS) {
                indices.add(-1);
            }
        }
        return indices;
    }

    private static String number(float value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e6) {
            return Integer.toString((int) value);
        }
        float size = Math.abs(value);
        return String.format(Locale.ROOT, size >= 1e-3 && size < 1e6 ? "%.4f" : "%.3e", value);
    }
}
