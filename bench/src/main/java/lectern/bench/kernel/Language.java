package lectern.bench.kernel;

/// What the cells of a kernel are written in.
public enum Language {
    /// Java.
    JAVA,
    /// Python.
    PYTHON
}
