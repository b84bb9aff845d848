package lectern.kernel.maven;

/// Hears of files that are being fetched; may be called from several threads.
public interface Progress {

    /// So much of a file is here.
    ///
    /// @param total its length, -1 if that is not known
    /// @return whether to go on
    boolean arrived(String name, long bytes, long total);

    /// A file is here.
    void complete(String name, long bytes);
}
