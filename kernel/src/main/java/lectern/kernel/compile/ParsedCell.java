package lectern.kernel.compile;

import com.sun.tools.javac.tree.EndPosTable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A cell, read.
///
/// @param units what it is made of, up to the first problem
/// @param ends where the trees end
/// @param problems why it could not be read, or nothing
/// @param lastAsExpression the last unit where it is a statement that may also be a value
public record ParsedCell(
        CellSource source,
        List<Unit> units,
        EndPosTable ends,
        List<Problem> problems,
        Optional<Unit> lastAsExpression) {

    /// The cell with these units only.
    ParsedCell with(List<Unit> some) {
        return new ParsedCell(source, List.copyOf(some), ends, problems, lastAsExpression);
    }

    /// The cell with its last unit taken for an expression.
    ParsedCell withExpression() {
        var all = new ArrayList<>(units.subList(0, units.size() - 1));
        all.add(lastAsExpression.orElseThrow());
        return new ParsedCell(source, all, ends, problems, Optional.empty());
    }
}
