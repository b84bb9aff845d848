package lectern.nn.autograd;

import java.util.List;
import java.util.function.DoubleUnaryOperator;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A variable: a tensor that remembers how it was made, so that gradients can be carried back to what made it.
///
/// Reverse-mode automatic differentiation: each operation here computes its value and leaves a [Pullback];
/// [#backward()] applies them from the result to the arguments. An operation of one's own is one call of
/// [#derived].
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
    /// What made this; its text is made only when somebody asks for it.
    private final Object origin;
    private @Nullable Tensor gradient;
    /// For [Backward]: how many results of this have yet to give their part of the gradient, and what comes
    /// after it.
    int pending;

    @Nullable
    Var next;

    private Var(Object origin, Tensor value, boolean tracked, @Nullable Pullback pullback, Var... arguments) {
        this.origin = origin;
        this.value = value;
        this.loan = value.loan();
        this.tracked = tracked;
        this.arguments = arguments;
        this.pullback = pullback;
    }

    /// A variable to differentiate by, such as a weight.
    public static Var of(Tensor value) {
        return new Var("", value, true, null, NONE);
    }

    /// A value that nobody asks the gradient of, such as a batch of inputs.
    public static Var constant(Tensor value) {
        return new Var("", value, false, null, NONE);
    }

    /// The result of an operation.
    ///
    /// @param value y, computed from the arguments
    /// @param pullback gives each argument that is [tracked][#isTracked()] its part of ∂L/∂y by [#addGradient]
    public static Var derived(Tensor value, Pullback pullback, Var... arguments) {
        return operation("derived", value, dy -> pullback.apply(dy.keep()), arguments);
    }

    /// As [#derived], for operations that promise not to keep the ∂L/∂y that the pullback is given.
    ///
    /// @param name what a drawing of the computation calls it
    public static Var operation(String name, Tensor value, Pullback pullback, Var... arguments) {
        return made(name, value, pullback, arguments);
    }

    private static Var made(Object origin, Tensor value, Pullback pullback, Var... arguments) {
        for (Var argument : arguments) {
            if (argument.tracked) {
                return new Var(origin, value, true, pullback, arguments);
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
        gradient = gradient == null ? part : Arithmetic.sum(gradient, part);
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

    /// What this was computed from, as far as gradients are carried there; nothing for one that was given.
    public List<Var> from() {
        return List.of(arguments);
    }

    /// What computed this, such as `matmul`; empty for one that was given, and for one that no gradient is asked of.
    public String operation() {
        return origin.toString();
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
                "matmul",
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
                "matmulT",
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

    /// y = a + b, where b (1, columns) is added to each row of a (rows, columns). Pullback: da += dy, db += the
    /// sum of the rows of dy.
    public Var plusRow(Var b) {
        if (value.shape().rank() != 2 || b.value.count() != value.size(1)) {
            throw new ShapeException("plusRow " + value.shape(), "(1, " + value.size(-1) + ")", b.value.shape());
        }
        Tensor y = Arena.tensor(value.shape());
        Ops.best().elementwise().addRow(borrow().array(), b.borrow().array(), y.array());
        return operation(
                "plusRow",
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
        return Arithmetic.plus(this, b);
    }

    /// y = a + c. Pullback: da += dy.
    public Var plus(double c) {
        return elementwise(new Functions.Plus((float) c));
    }

    /// y = a − b. Pullback: da += dy, db −= dy.
    public Var minus(Var b) {
        return Arithmetic.minus(this, b);
    }

    /// y = −a. Pullback: da −= dy.
    public Var negate() {
        return times(-1);
    }

    /// y = a ⊙ b. Pullback: da += dy ⊙ b, db += dy ⊙ a.
    public Var times(Var b) {
        return Arithmetic.times(this, b);
    }

    /// y = c a. Pullback: da += c dy.
    public Var times(double c) {
        return Arithmetic.times(this, (float) c);
    }

    /// y = a / b, number by number. Pullback: da += dy / b, db −= dy ⊙ y / b.
    public Var divide(Var b) {
        return Arithmetic.divide(this, b);
    }

    /// y = max(a, b), number by number. Pullback: da += dy where a ≥ b, db += dy elsewhere.
    public Var maximum(Var b) {
        return Arithmetic.maximum(this, b);
    }

    /// y = min where a is below it, max where a is above it, else a. Pullback: da += dy where min ≤ a ≤ max.
    ///
    /// @param max not below min; infinity for no bound
    public Var clamp(double min, double max) {
        if (!(min <= max)) {
            throw new IllegalArgumentException("clamp: expected min ≤ max, found " + min + " and " + max);
        }
        return elementwise(new Functions.Clamp((float) min, (float) max));
    }

    /// y = a². Pullback: da += 2 a ⊙ dy.
    public Var square() {
        return times(this);
    }

    /// y = aᵖ, number by number; not a number where a is negative and p not whole. Pullback: da += p aᵖ⁻¹ ⊙
    /// dy.
    public Var pow(double p) {
        return map(a -> StrictMath.pow(a, p), a -> p == 0 ? 0 : p * StrictMath.pow(a, p - 1));
    }

    /// y = √a; not a number below 0. Pullback: da += dy / (2 y), infinite at 0.
    public Var sqrt() {
        return elementwise(Functions.SQRT);
    }

    /// y = |a|. Pullback: da += dy with the sign of a, nothing at 0.
    public Var abs() {
        return elementwise(Functions.ABS);
    }

    /// y = eᵃ. Pullback: da += dy ⊙ y.
    public Var exp() {
        return elementwise(Functions.EXP);
    }

    /// y = ln a; −∞ at 0, not a number below. Pullback: da += dy / a.
    public Var log() {
        return elementwise(Functions.LOG);
    }

    /// y = f(a), number by number, for a function of one's own. Pullback: da += dy ⊙ f′(a).
    ///
    /// @param f for one number; of the same bits on every machine if it takes its functions from [StrictMath]
    /// @param derivative f′
    public Var map(DoubleUnaryOperator f, DoubleUnaryOperator derivative) {
        return elementwise(new Functions.Mapped(f, derivative));
    }

    /// y = f(a), number by number, computed over whole arrays. Pullback: that of f.
    public Var elementwise(Elementwise f) {
        Tensor y = Arena.tensor(shape());
        f.values(borrow().array(), y.array());
        return made(
                f,
                y,
                dy -> {
                    Tensor da = Arena.tensor(shape());
                    f.pullback(borrow().array(), y.array(), dy.array(), da.array());
                    addGradient(da);
                },
                this);
    }

    /// y = Σ a, a single number. Pullback: da += dy, to each.
    public Var sum() {
        return Reductions.sum(this);
    }

    /// The sum along one dimension, which the result no longer has; the sum over the batch is that along 0.
    /// Pullback: da += dy, to each that was added.
    ///
    /// @param dimension counted from 0; −1 is the last
    /// @throws ShapeException if there is no such dimension
    public Var sum(int dimension) {
        return Reductions.sum(this, dimension);
    }

    /// y = (Σ a) / count, a single number.
    public Var mean() {
        return sum().times(1.0 / value.count());
    }

    /// The mean along one dimension, which the result no longer has; the mean over the batch is that along 0.
    ///
    /// @param dimension counted from 0; −1 is the last
    /// @throws ShapeException if there is no such dimension
    public Var mean(int dimension) {
        return sum(dimension).times(1.0 / shape().size(dimension));
    }

    /// yₖ = e^aₖ / Σⱼ e^aⱼ along the last dimension. Pullback: daₖ += yₖ (dyₖ − Σⱼ dyⱼ yⱼ).
    ///
    /// @throws ShapeException if this is a single number
    public Var softmax() {
        return Reductions.softmax(this);
    }

    /// yₖ = aₖ − ln Σⱼ e^aⱼ along the last dimension, exact where softmax rounds to 0 or 1. Pullback:
    /// daₖ += dyₖ − e^yₖ Σⱼ dyⱼ.
    ///
    /// @throws ShapeException if this is a single number
    public Var logSoftmax() {
        return Reductions.logSoftmax(this);
    }

    /// The same numbers in another shape. Pullback: da += dy.
    public Var reshape(int... sizes) {
        return operation("reshape", borrow().reshape(sizes), dy -> addGradient(dy.reshape(shape())), this);
    }

    /// The part from index `from` up to but without `to` of the first dimension, such as some time steps of a
    /// sequence. Pullback: da += dy there, nothing elsewhere.
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
                "slice",
                y,
                dy -> {
                    Tensor da = Arena.zeros(shape());
                    System.arraycopy(dy.array(), 0, da.array(), from * width, dy.count());
                    addGradient(da);
                },
                this);
    }

    /// Parts one after the other along a dimension; in all others they agree. Pullback: each part gets its
    /// own of dy.
    ///
    /// @param dimension from 0 on
    /// @throws ShapeException if the shapes do not agree
    public static Var concat(List<Var> parts, int dimension) {
        return Concatenation.of(parts, dimension);
    }

    /// The first two dimensions exchanged, (a, b, …) becomes (b, a, …). Pullback: the same on dy.
    ///
    /// @throws ShapeException if there are not two dimensions
    public Var swapFirst() {
        if (shape().rank() < 2) {
            throw new ShapeException("swapFirst", "two or more dimensions", shape());
        }
        return operation("swapFirst", swapped(borrow()), dy -> addGradient(swapped(dy)), this);
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

    @Override
    public String toString() {
        return "var " + value;
    }
}
