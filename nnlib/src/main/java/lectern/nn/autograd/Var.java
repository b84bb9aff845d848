package lectern.nn.autograd;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import lectern.nn.ops.Ops;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;
import org.jspecify.annotations.Nullable;

/// A variable: a tensor that remembers how it was made, so that gradients can be carried back to what made it.
///
/// Reverse-mode automatic differentiation: each operation here computes its value and leaves a [Pullback];
/// [#backward()]
/// applies them from the result to the arguments. An operation of one's own is one call of [#derived].
///
/// Source: A. G. Baydin et al., *Automatic Differentiation in Machine Learning: a Survey* (2018), section 3.2.
public final class Var {

    private final Tensor value;
    private final boolean tracked;
    private final List<Var> arguments;
    private final @Nullable Pullback pullback;
    private @Nullable Tensor gradient;

    private Var(Tensor value, boolean tracked, List<Var> arguments, @Nullable Pullback pullback) {
        this.value = value;
        this.tracked = tracked;
        this.arguments = arguments;
        this.pullback = pullback;
    }

    /// A variable to differentiate by, such as a weight.
    public static Var of(Tensor value) {
        return new Var(value, true, List.of(), null);
    }

    /// A value that nobody asks the gradient of, such as a batch of inputs.
    public static Var constant(Tensor value) {
        return new Var(value, false, List.of(), null);
    }

    /// The result of an operation.
    ///
    /// @param value y, computed from the arguments
    /// @param pullback how ∂L/∂y adds to the gradients of those arguments that are [tracked][#isTracked()]
    public static Var derived(Tensor value, Pullback pullback, Var... arguments) {
        for (Var argument : arguments) {
            if (argument.tracked) {
                return new Var(value, true, List.of(arguments), pullback);
            }
        }
        return constant(value);
    }

    /// The numbers.
    public Tensor value() {
        return value;
    }

    /// Whether gradients are carried to this variable.
    public boolean isTracked() {
        return tracked;
    }

    /// ∂L/∂x, the shape of the value; zero before any backward pass. Pullbacks add to it in place.
    public Tensor gradient() {
        if (gradient == null) {
            gradient = Tensor.zeros(value.shape());
        }
        return gradient;
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
        backward(Tensor.filled(value.shape(), 1));
    }

    /// Carries the gradient ∂L/∂y of something further on back from this variable y.
    ///
    /// @param dy ∂L/∂y, the shape of the value
    public void backward(Tensor dy) {
        if (!dy.shape().equals(value.shape())) {
            throw new ShapeException("backward", "a gradient " + value.shape(), dy.shape());
        }
        List<Var> made = madeFrom();
        for (Var variable : made) {
            if (variable.pullback != null) {
                variable.gradient = null;
            }
        }
        add(gradient(), dy);
        for (Var variable : made.reversed()) {
            if (variable.pullback != null && variable.gradient != null) {
                variable.pullback.apply(variable.gradient);
            }
        }
    }

    /// Everything tracked that this was made from, and this: arguments before results.
    private List<Var> madeFrom() {
        List<Var> ordered = new ArrayList<>();
        Set<Var> entered = Collections.newSetFromMap(new IdentityHashMap<>());
        Set<Var> left = Collections.newSetFromMap(new IdentityHashMap<>());
        Deque<Var> path = new ArrayDeque<>();
        path.push(this);
        while (!path.isEmpty()) {
            Var variable = path.peek();
            if (entered.add(variable)) {
                for (Var argument : variable.arguments) {
                    if (argument.tracked && !entered.contains(argument)) {
                        path.push(argument);
                    }
                }
            } else {
                path.pop();
                if (left.add(variable)) {
                    ordered.add(variable);
                }
            }
        }
        return ordered;
    }

    /// y = a B. Pullback: da += dy Bᵀ, dB += aᵀ dy.
    public Var matmul(Var b) {
        return derived(
                value.matmul(b.value),
                dy -> {
                    if (tracked) {
                        gradient().addProduct(dy, false, b.value, true);
                    }
                    if (b.tracked) {
                        b.gradient().addProduct(value, true, dy, false);
                    }
                },
                this,
                b);
    }

    /// y = a Bᵀ. Pullback: da += dy B, dB += dyᵀ a.
    public Var matmulT(Var b) {
        return derived(
                value.matmulT(b.value),
                dy -> {
                    if (tracked) {
                        gradient().addProduct(dy, false, b.value, false);
                    }
                    if (b.tracked) {
                        b.gradient().addProduct(dy, true, value, false);
                    }
                },
                this,
                b);
    }

    /// y = a + b, where b (1, columns) is added to each row of a (rows, columns). Pullback: da += dy, db += the sum of
    /// the rows of dy.
    public Var plusRow(Var b) {
        if (value.shape().rank() != 2 || b.value.count() != value.size(1)) {
            throw new ShapeException("plusRow " + value.shape(), "(1, " + value.size(-1) + ")", b.value.shape());
        }
        Tensor y = value.copy();
        int columns = b.value.count();
        for (int start = 0; start < y.count(); start += columns) {
            for (int j = 0; j < columns; j++) {
                y.array()[start + j] += b.value.array()[j];
            }
        }
        return derived(
                y,
                dy -> {
                    if (tracked) {
                        add(gradient(), dy);
                    }
                    if (b.tracked) {
                        Ops.best().reduction().addRows(dy.array(), b.gradient().array());
                    }
                },
                this,
                b);
    }

    /// y = a + b. Pullback: da += dy, db += dy.
    public Var plus(Var b) {
        return derived(
                value.plus(b.value),
                dy -> {
                    if (tracked) {
                        add(gradient(), dy);
                    }
                    if (b.tracked) {
                        add(b.gradient(), dy);
                    }
                },
                this,
                b);
    }

    /// y = a − b. Pullback: da += dy, db −= dy.
    public Var minus(Var b) {
        return derived(
                value.minus(b.value),
                dy -> {
                    if (tracked) {
                        add(gradient(), dy);
                    }
                    if (b.tracked) {
                        addScaled(b.gradient(), -1, dy);
                    }
                },
                this,
                b);
    }

    /// y = a ⊙ b. Pullback: da += dy ⊙ b, db += dy ⊙ a.
    public Var times(Var b) {
        return derived(
                value.times(b.value),
                dy -> {
                    if (tracked) {
                        add(gradient(), dy.times(b.value));
                    }
                    if (b.tracked) {
                        add(b.gradient(), dy.times(value));
                    }
                },
                this,
                b);
    }

    /// y = c a. Pullback: da += c dy.
    public Var times(double c) {
        return derived(value.times(c), dy -> addScaled(gradient(), (float) c, dy), this);
    }

    /// y = Σ a, a single number. Pullback: da += dy, to each.
    public Var sum() {
        return derived(
                Tensor.scalar(value.sum()), dy -> add(gradient(), Tensor.filled(value.shape(), dy.item())), this);
    }

    /// y = (Σ a) / count, a single number.
    public Var mean() {
        return sum().times(1.0 / value.count());
    }

    /// The same numbers in another shape. Pullback: da += dy.
    public Var reshape(int... sizes) {
        return derived(value.reshape(sizes), dy -> add(gradient(), dy), this);
    }

    private static void add(Tensor to, Tensor dy) {
        float[] sum = to.array();
        float[] terms = dy.array();
        for (int i = 0; i < sum.length; i++) {
            sum[i] += terms[i];
        }
    }

    private static void addScaled(Tensor to, float factor, Tensor dy) {
        float[] sum = to.array();
        float[] terms = dy.array();
        for (int i = 0; i < sum.length; i++) {
            sum[i] = Math.fma(factor, terms[i], sum[i]);
        }
    }

    @Override
    public String toString() {
        return "var " + value;
    }
}
