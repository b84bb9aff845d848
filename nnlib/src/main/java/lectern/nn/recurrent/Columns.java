package lectern.nn.recurrent;

import java.util.ArrayList;
import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.Tensor;

/// The numbers of each example taken apart and put together: gates from one product, two directions side by
/// side.
final class Columns {

    private Columns() {}

    /// (rows, count · width) as `count` variables (rows, width). Pullback: each gives its gradient to its
    /// place.
    static List<Var> of(Var x, int count) {
        int width = x.shape().size(1) / count;
        Var whole = Var.operation("split", x.borrow(), x::addGradient, x);
        List<Var> parts = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            int at = i * width;
            Tensor y = Arena.tensor(x.shape().size(0), width);
            copy(x.borrow(), at, y, 0, width);
            parts.add(Var.operation("part", y, dy -> copy(dy, 0, whole.borrowGradient(), at, width), whole));
        }
        return parts;
    }

    /// Variables (…, widthᵢ) side by side as (…, Σ widthᵢ). Pullback: each takes its part.
    static Var join(List<Var> parts) {
        int[] sizes = parts.getFirst().shape().toArray();
        sizes[sizes.length - 1] =
                parts.stream().mapToInt(part -> part.shape().size(-1)).sum();
        Tensor y = Arena.tensor(Shape.of(sizes));
        int at = 0;
        for (Var part : parts) {
            int width = part.shape().size(-1);
            copy(part.borrow(), 0, y, at, width);
            at += width;
        }
        return Var.operation("join", y, dy -> takeApart(dy, parts), parts.toArray(Var[]::new));
    }

    private static void takeApart(Tensor dy, List<Var> parts) {
        int at = 0;
        for (Var part : parts) {
            int width = part.shape().size(-1);
            if (part.isTracked()) {
                Tensor dx = Arena.tensor(part.shape());
                copy(dy, at, dx, 0, width);
                part.addGradient(dx);
            }
            at += width;
        }
    }

    /// Copies `width` columns, from one column of a tensor on to one of another.
    private static void copy(Tensor from, int fromColumn, Tensor to, int toColumn, int width) {
        int fromWidth = from.size(-1);
        int toWidth = to.size(-1);
        int rows = fromWidth == 0 ? 0 : from.count() / fromWidth;
        for (int row = 0; row < rows; row++) {
            System.arraycopy(from.array(), row * fromWidth + fromColumn, to.array(), row * toWidth + toColumn, width);
        }
    }
}
