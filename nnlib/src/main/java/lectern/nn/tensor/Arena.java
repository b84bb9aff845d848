package lectern.nn.tensor;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Memory for a loop that does the same again and again, such as training: what one step borrows, the next uses again.
///
/// Operations take the tensors for their results from here by [#tensor]. Outside of a step, and on other threads, these
/// are new. Inside, they are those of the step before, in the order in which that asked for them: a steady loop
/// allocates nothing. A tensor that somebody [keeps][Tensor#keep()] leaves the arena for good.
public final class Arena {

    /// Numbers that lie unused beyond this multiple of those in use are given up.
    private static final int SPARE = 4;

    private static final ThreadLocal<@Nullable Arena> CURRENT = new ThreadLocal<>();

    private final List<Tensor> tensors = new ArrayList<>();
    private int borrowed;
    private @Nullable Arena outer;

    /// Begins a step: from now on the operations of this thread borrow from here, and everything that was borrowed
    /// before is used again. A step inside of another borrows for itself.
    public void enter() {
        trim();
        borrowed = 0;
        outer = CURRENT.get();
        CURRENT.set(this);
    }

    /// Ends the step. What it borrowed stays as it is until the next one begins.
    public void leave() {
        CURRENT.set(outer);
        outer = null;
    }

    /// A tensor whose numbers are not set: all of them are to be written.
    public static Tensor tensor(Shape shape) {
        Arena arena = CURRENT.get();
        return arena == null ? Tensor.zeros(shape) : arena.borrow(shape);
    }

    /// A tensor whose numbers are not set: all of them are to be written.
    public static Tensor tensor(int... sizes) {
        Arena arena = CURRENT.get();
        if (arena == null) {
            return Tensor.zeros(sizes);
        }
        Tensor next = arena.next();
        return next != null && next.shape().is(sizes) ? arena.lend(next) : arena.borrow(Shape.of(sizes));
    }

    /// A tensor whose numbers are not set: all of them are to be written.
    ///
    /// @param first its first size
    /// @param like where the other sizes are taken from
    public static Tensor tensor(int first, Shape like) {
        Arena arena = CURRENT.get();
        if (arena == null) {
            return Tensor.zeros(like.withFirst(first));
        }
        Tensor next = arena.next();
        return next != null && next.shape().is(first, like) ? arena.lend(next) : arena.borrow(like.withFirst(first));
    }

    /// A tensor of zeros.
    public static Tensor zeros(Shape shape) {
        Arena arena = CURRENT.get();
        if (arena == null) {
            return Tensor.zeros(shape);
        }
        Tensor tensor = arena.borrow(shape);
        Arrays.fill(tensor.array(), 0);
        return tensor;
    }

    private Tensor borrow(Shape shape) {
        for (int i = borrowed; i < tensors.size(); i++) {
            Tensor tensor = tensors.get(i);
            if (tensor.shape().equals(shape) && !tensor.isKept()) {
                tensors.set(i, tensors.get(borrowed));
                tensors.set(borrowed, tensor);
                return lend(tensor);
            }
        }
        Tensor tensor = Tensor.zeros(shape);
        tensors.add(borrowed, tensor);
        return lend(tensor);
    }

    /// What the step before borrowed at this place, if nobody kept it.
    private @Nullable Tensor next() {
        Tensor next = borrowed < tensors.size() ? tensors.get(borrowed) : null;
        return next == null || next.isKept() ? null : next;
    }

    private Tensor lend(Tensor tensor) {
        borrowed++;
        tensor.lendAgain();
        return tensor;
    }

    /// Gives up what is kept by others, and what other shapes of input left behind.
    private void trim() {
        long used = 0;
        long spare = 0;
        for (int i = tensors.size() - 1; i >= 0; i--) {
            Tensor tensor = tensors.get(i);
            if (tensor.isKept()) {
                tensors.remove(i);
                borrowed -= i < borrowed ? 1 : 0;
            } else if (i < borrowed) {
                used += tensor.count();
            } else {
                spare += tensor.count();
            }
        }
        if (spare > SPARE * used) {
            tensors.subList(borrowed, tensors.size()).clear();
        }
    }
}
