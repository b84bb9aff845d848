package lectern.nn.ops;

/// Counts the multiply-adds of matrix products that the current thread has asked for: work as the theory counts it,
/// the same on every machine.
public final class WorkCounter {

    private static final ThreadLocal<WorkCounter> OF_THREAD = ThreadLocal.withInitial(WorkCounter::new);

    private long multiplyAdds;

    private WorkCounter() {}

    /// Notes work that is about to be done.
    public static void add(long multiplyAdds) {
        OF_THREAD.get().multiplyAdds += multiplyAdds;
    }

    /// The multiply-adds that `work` asks for.
    public static long count(Runnable work) {
        WorkCounter counter = OF_THREAD.get();
        long before = counter.multiplyAdds;
        work.run();
        return counter.multiplyAdds - before;
    }
}
