package lectern.nn.recurrent;

import java.util.ArrayList;
import java.util.List;
import lectern.nn.autograd.Var;
import lectern.nn.tensor.Arena;
import lectern.nn.tensor.Shape;
import lectern.nn.tensor.ShapeException;
import lectern.nn.tensor.Tensor;

/// A sequence taken apart into its time steps, and put together from them.
public final class TimeSteps {

    private TimeSteps() {}

    /// (time, …) as one variable (…) for each time step. Pullback: each gives its gradient to its place.
    ///
    /// The places are those of one tensor, so that a long sequence costs no more than its own numbers.
    ///
    /// @throws ShapeException if x has no dimension
    public static List<Var> of(Var x) {
        if (x.shape().rank() == 0) {
            throw new ShapeException("timeSteps", "a sequence (time, …)", x.shape());
        }
        int time = x.shape().size(0);
        Shape step = withoutFirst(x.shape());
        Var whole = whole(x);
        List<Var> steps = new ArrayList<>(time);
        for (int t = 0; t < time; t++) {
            steps.add(part(whole, t * step.count(), step));
        }
        return steps;
    }

    /// (time, …) as the first time steps and the rest.
    static List<Var> cut(Var x, int first) {
        Var whole = whole(x);
        Shape begin = x.shape().withFirst(first);
        Shape rest = x.shape().withFirst(x.shape().size(0) - first);
        return List.of(part(whole, 0, begin), part(whole, begin.count(), rest));
    }

    /// The same as x. All parts write into the gradient of this one, which is handed on when all of them
    /// have.
    private static Var whole(Var x) {
        return Var.operation("timeSteps", x.borrow(), x::addGradient, x);
    }

    private static Var part(Var whole, int at, Shape shape) {
        Tensor y = Arena.tensor(shape);
        System.arraycopy(whole.borrow().array(), at, y.array(), 0, y.count());
        return Var.operation(
                "timeStep",
                y,
                dy -> System.arraycopy(dy.array(), 0, whole.borrowGradient().array(), at, dy.count()),
                whole);
    }

    /// One variable (…) for each time step as a sequence (time, …). Pullback: each takes its part.
    ///
    /// @throws ShapeException if there is none, or they do not all have the same shape
    public static Var join(List<Var> steps) {
        if (steps.isEmpty()) {
            throw new ShapeException("join", "at least one time step", "none");
        }
        Shape step = steps.getFirst().shape();
        Tensor y = Arena.tensor(withFirst(steps.size(), step));
        int at = 0;
        for (Var part : steps) {
            if (!part.shape().equals(step)) {
                throw new ShapeException("join", "time steps " + step, part.shape());
            }
            System.arraycopy(part.borrow().array(), 0, y.array(), at, step.count());
            at += step.count();
        }
        return Var.operation("join", y, dy -> takeApart(dy, steps), steps.toArray(Var[]::new));
    }

    private static void takeApart(Tensor dy, List<Var> steps) {
        int at = 0;
        for (Var part : steps) {
            if (part.isTracked()) {
                Tensor dx = Arena.tensor(part.shape());
                System.arraycopy(dy.array(), at, dx.array(), 0, dx.count());
                part.addGradient(dx);
            }
            at += part.shape().count();
        }
    }

    /// The last time step first.
    static Var reversed(Var x) {
        return Var.operation("reverse", reversed(x.borrow()), dy -> x.addGradient(reversed(dy)), x);
    }

    private static Tensor reversed(Tensor x) {
        int time = x.size(0);
        Tensor y = Arena.tensor(x.shape());
        int width = time == 0 ? 0 : x.count() / time;
        for (int t = 0; t < time; t++) {
            System.arraycopy(x.array(), t * width, y.array(), (time - 1 - t) * width, width);
        }
        return y;
    }

    private static Shape withoutFirst(Shape shape) {
        int[] sizes = new int[shape.rank() - 1];
        System.arraycopy(shape.toArray(), 1, sizes, 0, sizes.length);
        return Shape.of(sizes);
    }

    private static Shape withFirst(int first, Shape shape) {
        int[] sizes = new int[shape.rank() + 1];
        sizes[0] = first;
        System.arraycopy(shape.toArray(), 0, sizes, 1, shape.rank());
        return Shape.of(sizes);
    }
}
