package lectern.kernel.compile;

import com.sun.tools.javac.tree.EndPosTable;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.util.Position;
import java.util.ArrayList;
import java.util.List;

/// Where trees end, by the parsers that read parts of one cell.
final class EndPositions implements EndPosTable {

    private final List<EndPosTable> tables = new ArrayList<>();

    void add(EndPosTable table) {
        tables.add(table);
    }

    @Override
    public int getEndPos(JCTree tree) {
        for (var table : tables) {
            int end = table.getEndPos(tree);
            if (end != Position.NOPOS) {
                return end;
            }
        }
        return Position.NOPOS;
    }

    @Override
    public void storeEnd(JCTree tree, int end) {
        tables.getFirst().storeEnd(tree, end);
    }

    @Override
    public int replaceTree(JCTree former, JCTree next) {
        for (var table : tables) {
            int end = table.replaceTree(former, next);
            if (end != Position.NOPOS) {
                return end;
            }
        }
        return Position.NOPOS;
    }
}
