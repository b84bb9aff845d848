package lectern.kernel.assist;

import com.sun.tools.javac.parser.ScannerFactory;
import com.sun.tools.javac.parser.Tokens.Token;
import com.sun.tools.javac.parser.Tokens.TokenKind;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Log;
import java.util.ArrayList;
import java.util.List;
import lectern.kernel.compile.CellSource;

/// The tokens of a text that need not be Java.
record TokenList(String text, List<Token> tokens) {

    static TokenList of(Context context, String text) {
        var log = Log.instance(context);
        var handler = log.new DiscardDiagnosticHandler();
        var previous = log.useSource(new CellSource(0, text));
        try {
            var scanner = ScannerFactory.instance(context).newScanner(text, false);
            var tokens = new ArrayList<Token>();
            for (scanner.nextToken(); scanner.token().kind != TokenKind.EOF; scanner.nextToken()) {
                tokens.add(scanner.token());
            }
            return new TokenList(text, tokens);
        } finally {
            log.useSource(previous);
            log.popDiagnosticHandler(handler);
        }
    }

    /// How many tokens end at the position or before it.
    int before(int position) {
        int count = 0;
        while (count < tokens.size() && tokens.get(count).endPos <= position) {
            count++;
        }
        return count;
    }

    /// What kind of token the one of this number is; the end of the text before the first and after the last.
    TokenKind kind(int index) {
        return index >= 0 && index < tokens.size() ? tokens.get(index).kind : TokenKind.EOF;
    }

    /// The text of a token.
    String text(int index) {
        var token = tokens.get(index);
        return text.substring(token.pos, token.endPos);
    }

    /// Whether a position lies inside a string, a number, a comment or what cannot be read.
    boolean isInsideText(int position) {
        int before = before(position);
        if (before < tokens.size() && tokens.get(before).pos < position) {
            return !isName(before);
        }
        int from = before == 0 ? 0 : tokens.get(before - 1).endPos;
        return isComment(text.substring(from, position)) || (before > 0 && from == position && isLiteral(before - 1));
    }

    /// Whether a position lies in a comment.
    boolean isComment(int position) {
        int before = before(position);
        boolean inToken = before < tokens.size() && tokens.get(before).pos < position;
        return !inToken && isComment(text.substring(before == 0 ? 0 : tokens.get(before - 1).endPos, position));
    }

    private boolean isLiteral(int index) {
        return switch (kind(index)) {
            case INTLITERAL, LONGLITERAL, FLOATLITERAL, DOUBLELITERAL, CHARLITERAL, STRINGLITERAL, ERROR -> true;
            default -> false;
        };
    }

    /// Whether the token of this number could be part of a name that is being written.
    boolean isName(int index) {
        return index >= 0
                && index < tokens.size()
                && tokens.get(index).endPos > tokens.get(index).pos
                && Character.isJavaIdentifierStart(text.codePointAt(tokens.get(index).pos));
    }

    /// Whether the end of a text between two tokens is in a comment.
    private static boolean isComment(String between) {
        int at = 0;
        while (at < between.length()) {
            int end;
            if (between.startsWith("//", at)) {
                end = between.indexOf('\n', at);
            } else if (between.startsWith("/*", at)) {
                end = between.indexOf("*/", at + 2);
            } else {
                at++;
                continue;
            }
            if (end < 0) {
                return true;
            }
            at = end + 2;
        }
        return false;
    }
}
