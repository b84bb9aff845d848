package lectern.bench.kernel;

/// What the cells of a kernel are written in.
enum Language {
    JAVA,
    PYTHON
}
