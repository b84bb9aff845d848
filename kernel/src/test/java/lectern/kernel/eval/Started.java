package lectern.kernel.eval;

import java.util.concurrent.CountDownLatch;

/// What a cell counts down when it is about to loop; public, as cells are in another package.
public final class Started {

    public static volatile CountDownLatch latch = new CountDownLatch(1);

    private Started() {}
}
