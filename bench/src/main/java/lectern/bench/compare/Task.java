package lectern.bench.compare;

/// A [Work] made ready by one contender.
public interface Task extends AutoCloseable {

    /// Does the work once.
    void run();

    /// What came out, after the first [#run()]: the same arrays in the same order for each contender; an
    /// empty array where this one does not compute that result.
    float[][] results();

    @Override
    default void close() {}
}
