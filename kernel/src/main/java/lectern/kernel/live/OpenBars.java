package lectern.kernel.live;

import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// The bars of loops that go on.
public final class OpenBars {

    /// A bar that is not at its end.
    interface Bar {

        /// Nobody will go on with the loop.
        void leave();
    }

    private static final Set<Bar> OPEN = ConcurrentHashMap.newKeySet();

    private OpenBars() {}

    static void add(Bar bar) {
        OPEN.add(bar);
    }

    static void remove(Bar bar) {
        OPEN.remove(bar);
    }

    /// The cell is over: loops that were left by `break`, by a failure or by an interrupt say so.
    public static void leave() {
        List.copyOf(OPEN).forEach(Bar::leave);
    }
}
