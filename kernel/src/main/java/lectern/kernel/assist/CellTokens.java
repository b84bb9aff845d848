package lectern.kernel.assist;

import com.sun.tools.javac.parser.Tokens.TokenKind;
import com.sun.tools.javac.util.Context;

/// A text as the compiler's scanner reads it; the text need not be Java.
public final class CellTokens {

    private final TokenList tokens;

    private CellTokens(TokenList tokens) {
        this.tokens = tokens;
    }

    /// Reads a text.
    public static CellTokens of(String text) {
        return new CellTokens(TokenList.of(new Context(), text));
    }

    /// Whether what stands at a position is neither in a string nor in a comment.
    public boolean isCode(int position) {
        return !tokens.isInsideText(position);
    }

    /// The token before a position, empty if there is none.
    public String before(int position) {
        int count = tokens.before(position);
        return count == 0 ? "" : tokens.text(count - 1);
    }

    /// How many brackets of any kind are open at a position.
    public int depth(int position) {
        int depth = 0;
        for (int i = 0; i < tokens.before(position); i++) {
            switch (tokens.kind(i)) {
                case TokenKind.LBRACE, TokenKind.LPAREN, TokenKind.LBRACKET -> depth++;
                case TokenKind.RBRACE, TokenKind.RPAREN, TokenKind.RBRACKET -> depth--;
                default -> {}
            }
        }
        return depth;
    }
}
