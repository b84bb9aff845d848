package lectern.kernel.compile;

/// Names the classes that hold what cells declare, each once.
final class Holders {

    private int latestCell = -1;
    private int versions;

    /// The name of another class for a cell.
    String next(int cell) {
        if (cell > latestCell) {
            latestCell = cell;
            return CellNames.simple(cell, 0);
        }
        return CellNames.simple(cell, ++versions);
    }
}
