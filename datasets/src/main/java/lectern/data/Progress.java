package lectern.data;

/// Hears how a download goes on: at most four times a second, on the thread that waits for it.
public interface Progress {

    /// @param file which file is on its way
    /// @param received bytes so far
    /// @param total bytes in all, −1 while that is unknown
    void update(String file, long received, long total);

    /// The file has come, or will not come any more. Called once for each file there was an update for.
    default void end(String file) {}
}
