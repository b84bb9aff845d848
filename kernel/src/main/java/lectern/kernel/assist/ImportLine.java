package lectern.kernel.assist;

import com.sun.tools.javac.parser.Tokens.TokenKind;
import java.util.Optional;

/// An import that is being written.
///
/// @param path what stands before the last dot
record ImportLine(String path, boolean isStatic) {

    /// The import that the name belongs to, if it belongs to one.
    static Optional<ImportLine> of(Draft draft) {
        int back = pathTokens(draft) + 1;
        boolean isStatic = draft.previous(back) == TokenKind.STATIC;
        return draft.previous(isStatic ? back + 1 : back) == TokenKind.IMPORT
                ? Optional.of(new ImportLine(path(draft), isStatic))
                : Optional.empty();
    }

    /// The names with dots before the name, without the last dot; empty if there are none.
    static String path(Draft draft) {
        var path = new StringBuilder();
        for (int back = pathTokens(draft); back > 1; back--) {
            path.append(draft.tokens().text(draft.before() - back));
        }
        return path.toString();
    }

    private static int pathTokens(Draft draft) {
        int count = 0;
        while (draft.previous(count + 1) == TokenKind.DOT && draft.previous(count + 2) == TokenKind.IDENTIFIER) {
            count += 2;
        }
        return count;
    }
}
