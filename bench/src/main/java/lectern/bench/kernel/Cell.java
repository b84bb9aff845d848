package lectern.bench.kernel;

/// The same work in both languages.
public record Cell(String java, String python) {

    /// The one in this language.
    public String in(Language language) {
        return switch (language) {
            case JAVA -> java;
            case PYTHON -> python;
        };
    }

    /// The least that a cell can do, another one for each number.
    static Cell trivial(int number) {
        return new Cell("1 + " + number, "1 + " + number);
    }
}
