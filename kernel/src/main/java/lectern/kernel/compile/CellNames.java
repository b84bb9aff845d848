package lectern.kernel.compile;

import java.util.regex.Pattern;

/// How the classes of cells are called, and what in them is not the reader's own.
public final class CellNames {

    /// The package of all of them.
    public static final String PACKAGE = "cells";

    /// What the methods are called that run the statements of a cell, before their number.
    public static final String RUN = "run$";

    /// Ends a name that the compiler needs and a reader must not see; legal in an identifier, and invisible.
    public static final String HIDDEN = "\u200b";

    /// The class of a cell that is being written.
    static final String DRAFT = "Draft" + HIDDEN;

    private static final Pattern CLASS = Pattern.compile(PACKAGE + "[./](Cell(\\d+)(?:v\\d+)?)(\\$.*)?");

    private CellNames() {}

    /// The class of a cell; `version` tells apart those that were made for the same cell.
    static String simple(int cell, int version) {
        return version == 0 ? "Cell" + cell : "Cell" + cell + "v" + version;
    }

    /// Whether the class is only there to hold what cells declare.
    public static boolean isHolder(String className) {
        return (CLASS.matcher(className).matches() && !className.contains("$"))
                || className.equals(PACKAGE + "." + DRAFT)
                || className.equals(PACKAGE + ".Session" + HIDDEN);
    }

    /// The number of the cell that a class was made for, -1 if it was made for none.
    public static int cell(String className) {
        var matcher = CLASS.matcher(className);
        return matcher.matches() ? Integer.parseInt(matcher.group(2)) : -1;
    }

    /// The class of the cell that a class belongs to, itself or one declared in it; empty if it belongs to none.
    public static String outer(String className) {
        var matcher = CLASS.matcher(className);
        return matcher.matches() ? matcher.group(1) : "";
    }
}
