package lectern.kernel.assist;

import com.sun.tools.javac.parser.Tokens.Token;
import com.sun.tools.javac.parser.Tokens.TokenKind;
import com.sun.tools.javac.util.Context;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;

/// A cell that is being written, and the name at a place in it.
///
/// @param tokens those of the whole text
/// @param start where the name begins
/// @param end where it ends; there may be none yet
/// @param before how many tokens stand before it
record Draft(TokenList tokens, int start, int end, int before) {

    /// What is open at a place.
    private enum Open {
        PARENTHESIS(")"),
        BRACKET("]"),
        VALUES("}"),
        STATEMENTS(";}"),
        MEMBERS("}");

        private final String close;

        Open(String close) {
            this.close = close;
        }
    }

    static Draft of(Context context, String text, int cursor) {
        int start = cursor;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        int end = cursor;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        var tokens = TokenList.of(context, text);
        return new Draft(tokens, start, end, tokens.before(start));
    }

    String text() {
        return tokens.text();
    }

    /// The name, as far as it is written.
    String name() {
        return text().substring(start, end);
    }

    /// Whether there is a name, and not a keyword or nothing.
    boolean isName() {
        int token = tokens.before(end) - 1;
        return start < end
                && token >= 0
                && tokens.tokens().get(token).pos == start
                && (tokens.kind(token) == TokenKind.IDENTIFIER || tokens.kind(token) == TokenKind.UNDERSCORE);
    }

    /// The kind of the token behind the name.
    TokenKind next() {
        return tokens.kind(tokens.before(end));
    }

    /// Whether `new` stands before the name, or before the package that it is in.
    boolean isBehindNew() {
        int back = 1;
        while (previous(back) == TokenKind.DOT && previous(back + 1) == TokenKind.IDENTIFIER) {
            back += 2;
        }
        return previous(back) == TokenKind.NEW && next() != TokenKind.DOT;
    }

    /// Whether it is the name that a class is declared by.
    boolean isBehindClass() {
        return switch (previous(1)) {
            case CLASS, INTERFACE, ENUM -> previous(2) != TokenKind.DOT;
            case IDENTIFIER -> tokens.text(before - 1).equals("record");
            default -> false;
        };
    }

    /// The name of the method, or class, among whose arguments this is.
    Optional<Draft> called() {
        int depth = 0;
        for (int i = before - 1; i >= 0; i--) {
            switch (tokens.kind(i)) {
                case RPAREN, RBRACKET, RBRACE -> depth++;
                case LBRACKET -> depth--;
                case LBRACE -> {
                    if (--depth < 0) {
                        return Optional.empty();
                    }
                }
                case SEMI -> {
                    if (depth == 0) {
                        return Optional.empty();
                    }
                }
                case LPAREN -> {
                    if (--depth < 0) {
                        int name = beforeArguments(i - 1);
                        if (tokens.kind(name) == TokenKind.IDENTIFIER) {
                            return Optional.of(at(name));
                        }
                        depth = 0;
                    }
                }
                default -> {}
            }
        }
        return Optional.empty();
    }

    /// The token before type arguments that end at this one; itself if none do.
    private int beforeArguments(int index) {
        int depth = 0;
        for (int i = index; i >= 0; i--) {
            switch (tokens.kind(i)) {
                case GT -> depth++;
                case GTGT -> depth += 2;
                case GTGTGT -> depth += 3;
                case LT -> depth--;
                case IDENTIFIER, COMMA, DOT, QUES, EXTENDS, SUPER, LBRACKET, RBRACKET, INT, LONG, DOUBLE, FLOAT -> {}
                default -> {
                    return index;
                }
            }
            if (depth <= 0) {
                return i == index ? index : i - 1;
            }
        }
        return index;
    }

    private Draft at(int token) {
        var named = tokens.tokens().get(token);
        return new Draft(tokens, named.pos, named.endPos, token);
    }

    /// The kind of a token before the name, of the last one by 1.
    TokenKind previous(int back) {
        return tokens.kind(before - back);
    }

    /// The variable that is declared where the name is the beginning of its value; empty if there is none.
    String declared() {
        return previous(1) == TokenKind.EQ && previous(2) == TokenKind.IDENTIFIER && tokens.isName(before - 3)
                ? tokens.text(before - 2)
                : "";
    }

    /// The whole text with this name in place of what is there.
    String whole(String name) {
        var rest = text().substring(end);
        return text().substring(0, start) + name + (isNewStatement(rest) ? ";" : "") + rest;
    }

    /// Whether the next line has nothing to do with an expression that goes up to the name.
    private boolean isNewStatement(String rest) {
        int next = before;
        while (next < tokens.tokens().size() && tokens.tokens().get(next).pos < end) {
            next++;
        }
        if (!tokens.isName(next) || tokens.kind(next) == TokenKind.INSTANCEOF) {
            return false;
        }
        return rest.substring(0, tokens.tokens().get(next).pos - end).contains("\n");
    }

    /// The text up to the name, with what is open there closed, and below it the declarations that follow.
    String closed(String name) {
        var open = open();
        var closed = new StringBuilder(text().substring(0, start)).append(name);
        if (previous(1) == TokenKind.MONKEYS_AT) {
            closed.append(" int member$;");
        } else if (isBehindNew()) {
            closed.append("()");
        } else if (open.peek() == Open.MEMBERS && isType()) {
            closed.append(" member$;");
        }
        closed.append(ending());
        open.forEach(one -> closed.append(one.close));
        return closed.append(";\n").append(rest(open.size())).toString();
    }

    private boolean isType() {
        return switch (previous(1)) {
            case LBRACE, RBRACE, SEMI, PUBLIC, PRIVATE, PROTECTED, STATIC, FINAL, ABSTRACT, LT, COMMA, RPAREN -> true;
            default -> false;
        };
    }

    /// What a header of a class or a method, or a case, needs behind it.
    private String ending() {
        for (int i = before - 1; i >= 0; i--) {
            switch (tokens.kind(i)) {
                case CASE -> {
                    return arrows(i) ? " -> {}" : ":";
                }
                case CLASS, INTERFACE, ENUM, THROWS -> {
                    return tokens.kind(i - 1) == TokenKind.DOT ? "" : " {}";
                }
                case LBRACE, RBRACE, SEMI, ARROW, COLON, LPAREN, RPAREN, EQ -> {
                    return "";
                }
                default -> {}
            }
        }
        return "";
    }

    /// Whether the cases before have arrows.
    private boolean arrows(int from) {
        for (int i = from - 1; i >= 0 && tokens.kind(i) != TokenKind.SWITCH; i--) {
            if (tokens.kind(i) == TokenKind.ARROW) {
                return true;
            }
            if (tokens.kind(i) == TokenKind.COLON) {
                return false;
            }
        }
        return true;
    }

    private Deque<Open> open() {
        var open = new ArrayDeque<Open>();
        for (int i = 0; i < before; i++) {
            switch (tokens.kind(i)) {
                case LPAREN -> open.push(Open.PARENTHESIS);
                case LBRACKET -> open.push(Open.BRACKET);
                case LBRACE -> open.push(brace(i, open.peek() == Open.VALUES));
                case RPAREN, RBRACKET, RBRACE -> open.poll();
                default -> {}
            }
        }
        return open;
    }

    private Open brace(int index, boolean inValues) {
        var previous = tokens.kind(index - 1);
        if (previous == TokenKind.EQ || previous == TokenKind.RBRACKET || inValues) {
            return Open.VALUES;
        }
        if (previous == TokenKind.ARROW) {
            return Open.STATEMENTS;
        }
        for (int i = index - 1; i >= 0; i--) {
            switch (tokens.kind(i)) {
                case CLASS, INTERFACE, ENUM, NEW -> {
                    return Open.MEMBERS;
                }
                case IDENTIFIER -> {
                    if (tokens.text(i).equals("record") && tokens.isName(i + 1)) {
                        return Open.MEMBERS;
                    }
                }
                case LBRACE, RBRACE, SEMI, ARROW, IF, FOR, WHILE, SWITCH, TRY, CATCH, EQ -> {
                    return Open.STATEMENTS;
                }
                default -> {}
            }
        }
        return Open.STATEMENTS;
    }

    /// What follows once all is closed that is open at the name; if nothing is, what begins on a later line.
    private String rest(int depth) {
        int level = depth;
        for (Token token : tokens.tokens()) {
            if (token.pos < end) {
                continue;
            }
            if (depth == 0 && text().substring(end, token.pos).contains("\n")) {
                return text().substring(token.pos);
            }
            switch (token.kind) {
                case LPAREN, LBRACKET, LBRACE -> level++;
                case RPAREN, RBRACKET, RBRACE -> level--;
                default -> {}
            }
            if (depth > 0 && level == 0) {
                return text().substring(token.endPos);
            }
        }
        return "";
    }
}
