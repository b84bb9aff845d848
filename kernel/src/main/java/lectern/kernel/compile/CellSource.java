package lectern.kernel.compile;

import java.net.URI;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;

/// The text of a cell, as javac reads it.
public final class CellSource extends SimpleJavaFileObject {

    private final int cell;
    private final String text;

    /// @param cell the number that messages call it by
    public CellSource(int cell, String text) {
        super(URI.create("cell:///Cell" + cell + ".java"), JavaFileObject.Kind.SOURCE);
        this.cell = cell;
        this.text = text;
    }

    /// The number of the cell.
    public int cell() {
        return cell;
    }

    /// The whole text.
    public String text() {
        return text;
    }

    /// The text between two positions, everything else blank, so that what is parsed again keeps its place.
    String only(int start, int end) {
        var kept = new StringBuilder(text.length());
        for (int i = 0; i < end; i++) {
            char c = text.charAt(i);
            kept.append(i >= start || c == '\n' || c == '\r' ? c : ' ');
        }
        return kept.toString();
    }

    @Override
    public CharSequence getCharContent(boolean ignoreEncodingErrors) {
        return text;
    }

    @Override
    public boolean isNameCompatible(String simpleName, JavaFileObject.Kind kind) {
        return kind == JavaFileObject.Kind.SOURCE && !simpleName.equals("package-info");
    }
}
