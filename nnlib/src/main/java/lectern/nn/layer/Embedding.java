package lectern.nn.layer;

import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A vector for each of so many things, such as words: **y = W[x]**, the rows of W that the numbers of x
/// name. Pullback: dW[x] += dy, in the order of x.
///
/// Shapes: x any, of whole numbers 0…count − 1, W (count, size), y the shape of x and then size.
///
/// Source: Y. Bengio et al., *A Neural Probabilistic Language Model* (JMLR 2003), section 2.
///
/// @param weight W
public record Embedding(Var weight) implements Layer {

    /// @throws ShapeException if W is not a matrix
    public Embedding {
        if (weight.shape().rank() != 2) {
            throw new ShapeException("Embedding", "weight (count, size)", weight.shape());
        }
    }

    /// Numbers from N(0, 1 / size), so that a vector has a length of about 1.
    ///
    /// @throws ShapeException if there is not at least one thing and one number
    public static Embedding of(int count, int size, RandomGenerator random) {
        if (count < 1 || size < 1) {
            throw new ShapeException("Embedding", "at least one thing and one number", count + " and " + size);
        }
        return new Embedding(Var.of(Tensor.normal(Shape.of(count, size), 1 / Math.sqrt(size), random)));
    }

    /// @throws IllegalArgumentException if a number of x is not one of the things
    @Override
    public Var apply(Var x) {
        int count = weight.shape().size(0);
        int size = weight.shape().size(1);
        int[] rows = rows(x.borrow(), count);
        int[] sizes = Arrays.copyOf(x.shape().toArray(), x.shape().rank() + 1);
        sizes[sizes.length - 1] = size;
        Tensor y = Arena.tensor(sizes);
        for (int i = 0; i < rows.length; i++) {
            System.arraycopy(weight.borrow().array(), rows[i] * size, y.array(), i * size, size);
        }
        return Var.operation(
                "embedding",
                y,
                dy -> {
                    Tensor dw = Arena.zeros(weight.shape());
                    for (int i = 0; i < rows.length; i++) {
                        for (int k = 0; k < size; k++) {
                            dw.array()[rows[i] * size + k] += dy.array()[i * size + k];
                        }
                    }
                    weight.addGradient(dw);
                },
                weight);
    }

    private static int[] rows(Tensor x, int count) {
        int[] rows = new int[x.count()];
        for (int i = 0; i < rows.length; i++) {
            float number = x.array()[i];
            rows[i] = (int) number;
            if (rows[i] != number || number < 0 || number >= count) {
                throw new IllegalArgumentException(
                        "Embedding: expected whole numbers 0…" + (count - 1) + ", found " + number + " at " + i);
            }
        }
        return rows;
    }

    @Override
    public List<Var> parameters() {
        return List.of(weight);
    }

    @Override
    public String toString() {
        return "embedding " + weight.shape().size(0) + " -> " + weight.shape().size(1);
    }
}
