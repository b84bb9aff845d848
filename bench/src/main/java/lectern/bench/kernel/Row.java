package lectern.bench.kernel;

/// A row of the table.
record Row(String name, Unit unit) {

    static Row milliseconds(String name) {
        return new Row(name, Unit.MILLISECONDS);
    }

    static Row mebibytes(String name) {
        return new Row(name, Unit.MEBIBYTES);
    }
}
