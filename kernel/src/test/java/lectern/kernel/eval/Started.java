package lectern.kernel.eval;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;

/// What a cell counts down when it is about to loop; public, as cells are in another package.
public final class Started {

    public static volatile CountDownLatch latch = new CountDownLatch(1);

    /// What loops on other threads count up.
    public static final AtomicLong TICKS = new AtomicLong();

    private Started() {}

    /// A loop that is not in a cell and knows no interrupts, until it is told to end.
    public static void spin() {
        while (!released) {
            Thread.onSpinWait();
        }
    }

    public static volatile boolean released;
}
