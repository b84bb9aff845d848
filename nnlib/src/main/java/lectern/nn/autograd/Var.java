package lectern.nn.autograd;

import java.util.Arrays;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A variable: a tensor that remembers how it was made, so that gradients can be carried back to what made it.
///
/// Reverse-mode automatic differentiation: each operation here computes its value and leaves a [Pullback];
/// [#backward()]
/// applies them from the result to the arguments. An operation of one's own is one call of [#derived].
///
/// In a training step the numbers live in an [Arena] and are used again in the next step. Whoever asks for
/// [#value()] or [#gradient()] may keep the answer; the library's own operations [borrow][#borrow()].
///
/// Source: A. G. Baydin et al., *Automatic Differentiation in Machine Learning: a Survey* (2018), section 3.2.
public final class Var {

    private static final Var[] NONE = {};

    private final Tensor value;
    private final int loan;
    private final boolean tracked;
    private final Var[] arguments;
    private final @Nullable Pullback pullback;
    private @Nullable Tensor gradient;
    /// For [Backward]: how many results of this have yet to give their part of the gradient, and what comes
    /// after it.
    int pending;

    @Nullable
    Var next;

    private Var(Tensor value, boolean tracked, @Nullable Pullback pullback, Var... arguments) {
        this.value = value;
        this.loan = value.loan();
        this.tracked = tracked;
        this.arguments = arguments;
        this.pullback = pullback;
    }

    /// A variable to differentiate by, such as a weight.
    public static Var of(Tensor value) {
        return new Var(value, true, null, NONE);
    }

    /// A value that nobody asks the gradient of, such as a batch of inputs.
    public static Var constant(Tensor value) {
        return new Var(value, false, null, NONE);
    }

    /// The result of an operation.
    ///
    /// @param value y, computed from the arguments
    /// @param pullback gives each argument that is [tracked][#isTracked()] its part of ∂L/∂y by [#addGradient]
    public static Var derived(Tensor value, Pullback pullback, Var... arguments) {
        return operation(value, dy -> pullback.apply(dy.keep()), arguments);
    }

    /// As [#derived], for operations that promise not to keep the ∂L/∂y that the pullback is given.
    public static Var operation(Tensor value, Pullback pullback, Var... arguments) {
        for (Var argument : arguments) {
            if (argument.tracked) {
                return new Var(value, true, pullback, arguments);
            }
        }
        return constant(value);
    }

    /// The numbers, to keep.
    ///
    /// @throws IllegalStateException if this was made in a training step that is over
    public Tensor value() {
        return borrow().keep();
    }

    /// The numbers for the time of an operation, and of the training step that it is part of: not to be kept.
    ///
    /// @throws IllegalStateException if this was made in a training step that is over
    public Tensor borrow() {
        if (value.loan() != loan) {
            throw new IllegalStateException(
                    "value: expected a variable of the running training step, found one of a step"
                            + " that is over, whose memory is in use again; call value() in time, then its numbers stay");
        }
        return value;
    }

    /// The shape of the numbers.
    public Shape shape() {
        return value.shape();
    }

    /// Whether gradients are carried to this variable.
    public boolean isTracked() {
        return tracked;
    }

    /// ∂L/∂x, the shape of the value, to keep; zero before any backward pass.
    public Tensor gradient() {
        return borrowGradient().keep();
    }

    /// ∂L/∂x for the time of an operation, and of the training step that it is part of: not to be kept.
    public Tensor borrowGradient() {
        Tensor known = gradient;
        if (known == null) {
            known = Arena.zeros(value.shape());
            gradient = known;
        }
        return known;
    }

    /// Adds to ∂L/∂x. The first part is taken as it is, not copied: nobody may change it afterwards.
    ///
    /// @param part the shape of the value
    /// @throws ShapeException if it has another shape
    public void addGradient(Tensor part) {
        if (!part.shape().equals(value.shape())) {
            throw new ShapeException("addGradient", "a gradient " + value.shape(), part.shape());
        }
        gradient = gradient == null ? part : sum(gradient, part);
    }

    /// Forgets the gradient, before the next one is computed.
    public void clearGradient() {
        gradient = null;
    }

    /// Carries gradients back from this variable, L, a single number, to everything that it was made from.
    ///
    /// Gradients of variables made by [#of] add up over calls, until [#clearGradient()].
    ///
    /// @throws ShapeException if this is not a single number
    public void backward() {
        if (value.count() != 1) {
            throw new ShapeException("backward", "a single number, such as a loss", value.shape());
        }
        Tensor one = Arena.tensor(value.shape());
        one.array()[0] = 1;
        backward(one);
    }

    /// Carries the gradient ∂L/∂y of something further on back from this variable y.
    ///
    /// @param dy ∂L/∂y, the shape of the value
    public void backward(Tensor dy) {
        if (!dy.shape().equals(value.shape())) {
            throw new ShapeException("backward", "a gradient " + value.shape(), dy.shape());
        }
        Backward.from(this, dy);
    }

    /// Whether this was made by an operation that can carry gradients on.
    boolean hasPullback() {
        return pullback != null;
    }

    Var[] arguments() {
        return arguments;
    }

    /// Carries the gradient that has come together here on to the arguments.
    void pullBack() {
        if (pullback != null && gradient != null) {
            pullback.apply(gradient);
        }
    }

    /// y = a B. Pullback: da += dy Bᵀ, dB += aᵀ dy.
    public Var matmul(Var b) {
        return operation(
                Tensor.borrowedProduct("matmul", borrow(), false, b.borrow(), false),
                dy -> {
                    if (tracked) {
                        addGradient(Tensor.borrowedProduct("matmul", dy, false, b.borrow(), true));
                    }
                    if (b.tracked) {
                        b.addGradient(Tensor.borrowedProduct("matmul", borrow(), true, dy, false));
                    }
                },
                this,
                b);
    }

    /// y = a Bᵀ. Pullback: da += dy B, dB += dyᵀ a.
    public Var matmulT(Var b) {
        return operation(
                Tensor.borrowedProduct("matmulT", borrow(), false, b.borrow(), true),
                dy -> {
                    if (tracked) {
                        addGradient(Tensor.borrowedProduct("matmulT", dy, false, b.borrow(), false));
                    }
                    if (b.tracked) {
                        b.addGradient(Tensor.borrowedProduct("matmulT", dy, true, borrow(), false));
                    }
                },
                this,
                b);
    }

    /// y = a + b, where b (1, columns) is added to each row of a (rows, columns). Pullback: da += dy, db +=
    /// the sum of
    /// the rows of dy.
    public Var plusRow(Var b) {
        if (value.shape().rank() != 2 || b.value.count() != value.size(1)) {
            throw new ShapeException("plusRow " + value.shape(), "(1, " + value.size(-1) + ")", b.value.shape());
        }
        Tensor y = Arena.tensor(value.shape());
        Ops.best().elementwise().addRow(borrow().array(), b.borrow().array(), y.array());
        return operation(
                y,
                dy -> {
                    if (tracked) {
                        addGradient(dy);
                    }
                    if (b.tracked) {
                        Tensor db = Arena.tensor(b.shape());
                        Ops.best().reduction().sumRows(dy.array(), db.array());
                        b.addGradient(db);
                    }
                },
                this,
                b);
    }

    /// y = a + b. Pullback: da += dy, db += dy.
    public Var plus(Var b) {
        sameShape("plus", b);
        return operation(
                sum(borrow(), b.borrow()),
                dy -> {
                    if (tracked) {
                        addGradient(dy);
                    }
                    if (b.tracked) {
                        b.addGradient(dy);
                    }
                },
                this,
                b);
    }

    /// y = a − b. Pullback: da += dy, db −= dy.
    public Var minus(Var b) {
        sameShape("minus", b);
        return operation(
                difference(borrow(), b.borrow()),
                dy -> {
                    if (tracked) {
                        addGradient(dy);
                    }
                    if (b.tracked) {
                        b.addGradient(scaled(-1, dy));
                    }
                },
                this,
                b);
    }

    /// y = a ⊙ b. Pullback: da += dy ⊙ b, db += dy ⊙ a.
    public Var times(Var b) {
        sameShape("times", b);
        return operation(
                product(borrow(), b.borrow()),
                dy -> {
                    if (tracked) {
                        addGradient(product(dy, b.borrow()));
                    }
                    if (b.tracked) {
                        b.addGradient(product(dy, borrow()));
                    }
                },
                this,
                b);
    }

    /// y = c a. Pullback: da += c dy.
    public Var times(double c) {
        return operation(scaled((float) c, borrow()), dy -> addGradient(scaled((float) c, dy)), this);
    }

    /// y = Σ a, a single number. Pullback: da += dy, to each.
    public Var sum() {
        Tensor y = Arena.tensor();
        y.array()[0] = borrow().sum();
        return operation(
                y,
                dy -> {
                    Tensor da = Arena.tensor(shape());
                    Arrays.fill(da.array(), dy.item());
                    addGradient(da);
                },
                this);
    }

    /// y = (Σ a) / count, a single number.
    public Var mean() {
        return sum().times(1.0 / value.count());
    }

    /// The same numbers in another shape. Pullback: da += dy.
    public Var reshape(int... sizes) {
        return operation(borrow().reshape(sizes), dy -> addGradient(dy.reshape(shape())), this);
    }

    /// The part from index `from` up to but without `to` of the first dimension, such as some time steps of a
    /// sequence.
    /// Pullback: da += dy there, nothing elsewhere.
    ///
    /// @throws ShapeException if there is no such part
    public Var slice(int from, int to) {
        if (shape().rank() == 0 || from < 0 || from > to || to > shape().size(0)) {
            throw new ShapeException("slice of " + shape(), "a part of its first dimension", from + "…" + to);
        }
        int width = shape().size(0) == 0 ? 0 : value.count() / shape().size(0);
        Tensor y = Arena.tensor(to - from, shape());
        System.arraycopy(borrow().array(), from * width, y.array(), 0, y.count());
        return operation(
                y,
                dy -> {
                    Tensor da = Arena.zeros(shape());
                    System.arraycopy(dy.array(), 0, da.array(), from * width, dy.count());
                    addGradient(da);
                },
                this);
    }

    /// The first two dimensions exchanged, (a, b, …) becomes (b, a, …). Pullback: the same on dy.
    ///
    /// @throws ShapeException if there are not two dimensions
    public Var swapFirst() {
        if (shape().rank() < 2) {
            throw new ShapeException("swapFirst", "two or more dimensions", shape());
        }
        return operation(swapped(borrow()), dy -> addGradient(swapped(dy)), this);
    }

    private static Tensor swapped(Tensor x) {
        int[] sizes = x.shape().toArray();
        int first = sizes[0];
        int second = sizes[1];
        sizes[0] = second;
        sizes[1] = first;
        int width = x.count() == 0 ? 0 : x.count() / (first * second);
        Tensor y = Arena.tensor(sizes);
        for (int i = 0; i < first; i++) {
            for (int j = 0; j < second; j++) {
                System.arraycopy(x.array(), (i * second + j) * width, y.array(), (j * first + i) * width, width);
            }
        }
        return y;
    }

    private static Tensor sum(Tensor a, Tensor b) {
        Tensor y = Arena.tensor(a.shape());
        Ops.best().elementwise().add(a.array(), b.array(), y.array());
        return y;
    }

    private static Tensor difference(Tensor a, Tensor b) {
        Tensor y = Arena.tensor(a.shape());
        Ops.best().elementwise().subtract(a.array(), b.array(), y.array());
        return y;
    }

    private static Tensor product(Tensor a, Tensor b) {
        Tensor y = Arena.tensor(a.shape());
        Ops.best().elementwise().multiply(a.array(), b.array(), y.array());
        return y;
    }

    private static Tensor scaled(float c, Tensor a) {
        Tensor y = Arena.tensor(a.shape());
        Ops.best().elementwise().scale(c, a.array(), y.array());
        return y;
    }

    private void sameShape(String where, Var b) {
        if (!shape().equals(b.shape())) {
            throw new ShapeException(where, shape().toString(), b.shape());
        }
    }

    @Override
    public String toString() {
        return "var " + value;
    }
}
