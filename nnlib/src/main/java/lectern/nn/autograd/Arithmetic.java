package lectern.nn.autograd;

import lectern.nn.ops.Ops;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// The arithmetic of two [Var]s of one shape, number by number.
final class Arithmetic {

    private Arithmetic() {}

    static Var plus(Var a, Var b) {
        sameShape("plus", a, b);
        return Var.operation(
                "plus",
                sum(a.borrow(), b.borrow()),
                dy -> {
                    if (a.isTracked()) {
                        a.addGradient(dy);
                    }
                    if (b.isTracked()) {
                        b.addGradient(dy);
                    }
                },
                a,
                b);
    }

    static Var minus(Var a, Var b) {
        sameShape("minus", a, b);
        return Var.operation(
                "minus",
                difference(a.borrow(), b.borrow()),
                dy -> {
                    if (a.isTracked()) {
                        a.addGradient(dy);
                    }
                    if (b.isTracked()) {
                        b.addGradient(scaled(-1, dy));
                    }
                },
                a,
                b);
    }

    static Var times(Var a, Var b) {
        sameShape("times", a, b);
        return Var.operation(
                "times",
                product(a.borrow(), b.borrow()),
                dy -> {
                    if (a.isTracked()) {
                        a.addGradient(product(dy, b.borrow()));
                    }
                    if (b.isTracked()) {
                        b.addGradient(product(dy, a.borrow()));
                    }
                },
                a,
                b);
    }

    static Var times(Var a, float c) {
        return Var.operation("scale", scaled(c, a.borrow()), dy -> a.addGradient(scaled(c, dy)), a);
    }

    static Var divide(Var a, Var b) {
        sameShape("divide", a, b);
        Tensor y = quotient(a.borrow(), b.borrow());
        return Var.operation(
                "divide",
                y,
                dy -> {
                    Tensor da = quotient(dy, b.borrow());
                    if (b.isTracked()) {
                        b.addGradient(scaled(-1, product(da, y)));
                    }
                    if (a.isTracked()) {
                        a.addGradient(da);
                    }
                },
                a,
                b);
    }

    static Var maximum(Var a, Var b) {
        sameShape("maximum", a, b);
        float[] first = a.borrow().array();
        float[] second = b.borrow().array();
        Tensor y = Arena.tensor(a.shape());
        for (int i = 0; i < y.count(); i++) {
            y.array()[i] = Math.max(first[i], second[i]);
        }
        return Var.operation(
                "maximum",
                y,
                dy -> {
                    if (a.isTracked()) {
                        a.addGradient(part(true, a, b, dy));
                    }
                    if (b.isTracked()) {
                        b.addGradient(part(false, a, b, dy));
                    }
                },
                a,
                b);
    }

    /// dy where a ≥ b, or where it is not, and nothing elsewhere.
    private static Tensor part(boolean first, Var a, Var b, Tensor dy) {
        Tensor part = Arena.tensor(dy.shape());
        for (int i = 0; i < part.count(); i++) {
            boolean isFirst = a.borrow().array()[i] >= b.borrow().array()[i];
            part.array()[i] = isFirst == first ? dy.array()[i] : 0;
        }
        return part;
    }

    static Tensor sum(Tensor a, Tensor b) {
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

    private static Tensor quotient(Tensor a, Tensor b) {
        Tensor y = Arena.tensor(a.shape());
        for (int i = 0; i < y.count(); i++) {
            y.array()[i] = a.array()[i] / b.array()[i];
        }
        return y;
    }

    private static Tensor scaled(float c, Tensor a) {
        Tensor y = Arena.tensor(a.shape());
        Ops.best().elementwise().scale(c, a.array(), y.array());
        return y;
    }

    private static void sameShape(String where, Var a, Var b) {
        if (!a.shape().equals(b.shape())) {
            throw new ShapeException(where, a.shape().toString(), b.shape());
        }
    }
}
