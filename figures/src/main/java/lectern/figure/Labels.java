package lectern.figure;

/// The words around a chart; an empty one is not shown.
record Labels(String title, String x, String y) {

    static final Labels NONE = new Labels("", "", "");

    Labels withTitle(String title) {
        return new Labels(title, x, y);
    }

    Labels withX(String x) {
        return new Labels(title, x, y);
    }

    Labels withY(String y) {
        return new Labels(title, x, y);
    }
}
