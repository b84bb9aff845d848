package lectern.nn.autograd;

import java.util.List;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// [Var]s joined along a dimension.
final class Concatenation {

    private Concatenation() {}

    static Var of(List<Var> parts, int dimension) {
        if (parts.isEmpty()) {
            throw new IllegalArgumentException("concat: expected at least one part, found none");
        }
        int[] sizes = parts.getFirst().shape().toArray();
        if (dimension < 0 || dimension >= sizes.length) {
            throw new ShapeException(
                    "concat along dimension " + dimension,
                    "parts that have it",
                    parts.getFirst().shape());
        }
        int joined = 0;
        for (Var part : parts) {
            check(sizes, part, dimension);
            joined += part.shape().size(dimension);
        }
        sizes[dimension] = joined;
        Tensor y = Arena.tensor(sizes);
        int outer = 1;
        for (int d = 0; d < dimension; d++) {
            outer *= sizes[d];
        }
        int blocks = outer;
        copy(parts.stream().map(Var::borrow).toList(), blocks, y, true);
        return Var.operation(
                "concat",
                y,
                dy -> {
                    List<Tensor> gradients = parts.stream()
                            .map(part -> Arena.tensor(part.shape()))
                            .toList();
                    copy(gradients, blocks, dy, false);
                    for (int i = 0; i < parts.size(); i++) {
                        if (parts.get(i).isTracked()) {
                            parts.get(i).addGradient(gradients.get(i));
                        }
                    }
                },
                parts.toArray(Var[]::new));
    }

    private static void check(int[] sizes, Var part, int dimension) {
        int[] found = part.shape().toArray();
        boolean fits = found.length == sizes.length;
        for (int d = 0; fits && d < sizes.length; d++) {
            fits = d == dimension || found[d] == sizes[d];
        }
        if (!fits) {
            throw new ShapeException(
                    "concat along dimension " + dimension,
                    "parts that agree in all others, as " + Shape.of(sizes),
                    part.shape());
        }
    }

    /// Between the parts and the whole: block by block, a run of each part after the other.
    private static void copy(List<Tensor> parts, int blocks, Tensor whole, boolean join) {
        int at = 0;
        for (int block = 0; block < blocks; block++) {
            for (int i = 0; i < parts.size(); i++) {
                Tensor part = parts.get(i);
                int run = part.count() / blocks;
                if (join) {
                    System.arraycopy(part.array(), block * run, whole.array(), at, run);
                } else {
                    System.arraycopy(whole.array(), at, part.array(), block * run, run);
                }
                at += run;
            }
        }
    }
}
