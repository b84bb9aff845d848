package lectern.kernel.eval;

import java.util.ArrayList;
import java.util.List;
import jdk.jshell.SourceCodeAnalysis;

/// A statement, expression or declaration of a cell.
///
/// @param offset where it begins in the cell
/// @param meaning whether it can be run
/// @param shown whether its value is, as no semicolon ends it
record Piece(String source, int offset, Completeness meaning, boolean shown) {

    /// The pieces of a cell, in order.
    static List<Piece> split(String source, SourceCodeAnalysis analysis) {
        var pieces = new ArrayList<Piece>();
        var rest = source;
        while (!rest.isBlank()) {
            var info = analysis.analyzeCompletion(rest);
            if (info.completeness() == SourceCodeAnalysis.Completeness.EMPTY) {
                break;
            }
            var text = info.source() == null ? rest : info.source();
            var remaining = info.remaining() == null ? "" : info.remaining();
            int offset = source.length() - rest.length();
            var written = rest.substring(0, Math.max(0, rest.length() - remaining.length()));
            // JShell leaves out leading space and comments, and adds a semicolon where one is missing.
            var code = text.strip();
            var head = code.endsWith(";") ? code.substring(0, code.length() - 1) : code;
            int start = Math.max(0, rest.indexOf(head.strip()));
            boolean shown = !written.strip().endsWith(";");
            pieces.add(new Piece(code, offset + start, meaning(info.completeness()), shown));
            if (remaining.length() >= rest.length()) {
                break;
            }
            rest = remaining;
        }
        return pieces;
    }

    private static Completeness meaning(SourceCodeAnalysis.Completeness completeness) {
        return switch (completeness) {
            case UNKNOWN -> Completeness.INVALID;
            case DEFINITELY_INCOMPLETE -> Completeness.INCOMPLETE;
            default -> Completeness.COMPLETE;
        };
    }
}
