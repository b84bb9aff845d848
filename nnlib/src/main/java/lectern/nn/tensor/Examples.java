package lectern.nn.tensor;

/// Data points to learn from or to be judged on: inputs, and for each the truth.
///
/// The targets of a classification are labels: shape (batch), each 0, 1, 2, … as a whole number. Those of a regression
/// have the shape of the outputs they are compared with.
///
/// @param inputs (batch, …)
/// @param targets (batch) for labels, else (batch, …)
public record Examples(Tensor inputs, Tensor targets) {

    /// @throws ShapeException if there is not one target for each input
    public Examples {
        if (inputs.shape().rank() == 0) {
            throw new ShapeException("examples", "inputs (batch, …)", inputs.shape());
        }
        if (targets.shape().rank() == 0 || targets.size(0) != inputs.size(0)) {
            throw new ShapeException("examples", "targets for " + inputs.size(0) + " inputs", targets.shape());
        }
    }

    /// Examples of a classification.
    public static Examples labelled(Tensor inputs, int... labels) {
        float[] targets = new float[labels.length];
        for (int i = 0; i < labels.length; i++) {
            targets[i] = labels[i];
        }
        return new Examples(inputs, Tensor.of(targets));
    }

    /// How many examples there are.
    public int count() {
        return inputs.size(0);
    }

    /// The targets as labels.
    ///
    /// @throws ShapeException if the targets are not labels, one number for each example
    public int[] labels() {
        if (targets.shape().rank() != 1) {
            throw new ShapeException("labels", "targets (" + count() + ")", targets.shape());
        }
        int[] labels = new int[count()];
        for (int i = 0; i < labels.length; i++) {
            labels[i] = (int) targets.array()[i];
        }
        return labels;
    }

    /// The first `count` examples, or all if there are fewer.
    public Examples first(int count) {
        return range(0, Math.min(count, count()));
    }

    /// The examples from index `from` up to but without `to`, copied.
    public Examples range(int from, int to) {
        return new Examples(slice(inputs, from, to), slice(targets, from, to));
    }

    /// The examples with the given indices, in that order, copied.
    public Examples select(int... indices) {
        for (int index : indices) {
            if (index < 0 || index >= count()) {
                throw new ShapeException("examples", "indices 0…" + (count() - 1), index);
            }
        }
        return new Examples(
                gather(inputs, indices, 0, zeros(indices.length, inputs)),
                gather(targets, indices, 0, zeros(indices.length, targets)));
    }

    /// Some examples in an order, copied into memory borrowed from the running step's [Arena].
    ///
    /// @param order indices of examples
    /// @param from where to begin in the order
    /// @param count how many of the order to take
    public Examples borrow(int[] order, int from, int count) {
        return new Examples(
                gather(inputs, order, from, Arena.tensor(count, inputs.shape())),
                gather(targets, order, from, Arena.tensor(count, targets.shape())));
    }

    /// How many there are, and their shapes.
    @Override
    public String toString() {
        return count() + " examples: inputs " + inputs.shape() + ", targets " + targets.shape();
    }

    private static Tensor zeros(int count, Tensor like) {
        return Tensor.zeros(like.shape().withFirst(count));
    }

    private static Tensor gather(Tensor source, int[] order, int from, Tensor part) {
        int width = width(source);
        for (int i = 0; i < part.size(0); i++) {
            System.arraycopy(source.array(), order[from + i] * width, part.array(), i * width, width);
        }
        return part;
    }

    private static Tensor slice(Tensor source, int from, int to) {
        if (from < 0 || to > source.size(0) || from > to) {
            throw new ShapeException("examples", "a range within 0…" + source.size(0), from + "…" + to);
        }
        Tensor part = zeros(to - from, source);
        System.arraycopy(source.array(), from * width(source), part.array(), 0, part.count());
        return part;
    }

    /// The numbers of one example.
    private static int width(Tensor source) {
        return source.size(0) == 0 ? 0 : source.count() / source.size(0);
    }
}
