package lectern.figure;

/// The words around a chart; an empty one is not shown.
record Labels(String title, String x, String y) {

    static final Labels NONE = new Labels("", "", "");
}
