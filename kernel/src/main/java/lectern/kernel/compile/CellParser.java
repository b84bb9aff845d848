package lectern.kernel.compile;

import com.sun.tools.javac.code.TypeTag;
import com.sun.tools.javac.parser.JavacParser;
import com.sun.tools.javac.parser.Lexer;
import com.sun.tools.javac.parser.ParserFactory;
import com.sun.tools.javac.parser.Tokens.TokenKind;
import com.sun.tools.javac.resources.CompilerProperties;
import com.sun.tools.javac.tree.EndPosTable;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCExpression;
import com.sun.tools.javac.tree.JCTree.JCModifiers;
import com.sun.tools.javac.util.List;
import com.sun.tools.javac.util.ListBuffer;
import com.sun.tools.javac.util.Position;
import java.util.EnumSet;
import java.util.Set;

/// Reads the imports, declarations, statements and expressions of a cell, in any order, one after the other.
final class CellParser extends JavacParser {

    private static final Set<TokenKind> STATEMENTS = EnumSet.of(
            TokenKind.LBRACE,
            TokenKind.RBRACE,
            TokenKind.IF,
            TokenKind.ELSE,
            TokenKind.FOR,
            TokenKind.WHILE,
            TokenKind.DO,
            TokenKind.TRY,
            TokenKind.CATCH,
            TokenKind.FINALLY,
            TokenKind.RETURN,
            TokenKind.THROW,
            TokenKind.BREAK,
            TokenKind.CONTINUE,
            TokenKind.CASE,
            TokenKind.DEFAULT,
            TokenKind.ASSERT);

    CellParser(ParserFactory factory, Lexer lexer) {
        super(factory, lexer, false, true, true);
    }

    boolean atEnd() {
        while (token.kind == TokenKind.SEMI) {
            nextToken();
        }
        return token.kind == TokenKind.EOF;
    }

    int position() {
        return token.pos;
    }

    /// Passes over what no unit begins with.
    void skip() {
        nextToken();
    }

    EndPosTable endPositions() {
        return endPosTable;
    }

    Position.LineMap lineMap() {
        return S.getLineMap();
    }

    /// What begins at the next token, up to and including its semicolon.
    ///
    /// @param asExpression take it for an expression where it could also be a declaration or a statement
    Unit unit(boolean asExpression) {
        int start = token.pos;
        var trees = asExpression ? expression(start) : trees(start);
        return new Unit(trees, start, S.prevToken().endPos, S.prevToken().kind != TokenKind.SEMI);
    }

    private List<? extends JCTree> trees(int start) {
        if (token.kind == TokenKind.IMPORT) {
            return List.of(importDeclaration());
        }
        if (token.kind == TokenKind.SWITCH) {
            return List.of(switchStatement());
        }
        if (STATEMENTS.contains(token.kind) || (token.kind == TokenKind.SYNCHRONIZED && peekToken(TokenKind.LPAREN))) {
            return List.of(parseStatement());
        }
        if (token.kind == TokenKind.IDENTIFIER && peekToken(TokenKind.COLON)) {
            return List.of(parseStatement());
        }
        if (token.kind == TokenKind.VOID && peekToken(TokenKind.DOT)) {
            return expression(start);
        }
        return declarationOrExpression();
    }

    /// A switch is a statement unless an expression goes on behind it.
    private JCTree switchStatement() {
        var statement = parseStatement();
        if (token.kind == TokenKind.DOT || isOperator(token.kind)) {
            reportSyntaxError(token.pos, CompilerProperties.Errors.IllegalStartOfExpr);
        }
        return statement;
    }

    private static boolean isOperator(TokenKind kind) {
        return switch (kind) {
            case PLUS, SUB, STAR, SLASH, PERCENT, EQEQ, BANGEQ, LT, GT, LTEQ, GTEQ, AMPAMP, BARBAR, QUES -> true;
            default -> false;
        };
    }

    private List<? extends JCTree> declarationOrExpression() {
        var comment = token.docComment();
        JCModifiers modifiers = modifiersOpt();
        if (token.kind == TokenKind.CLASS
                || token.kind == TokenKind.INTERFACE
                || token.kind == TokenKind.ENUM
                || isRecordStart()) {
            return List.of(classOrRecordOrInterfaceOrEnumDeclaration(modifiers, comment));
        }
        int start = token.pos;
        var typeParameters = typeParametersOpt();
        if (typeParameters.nonEmpty() && modifiers.pos == Position.NOPOS) {
            modifiers.pos = start;
            storeEnd(modifiers, start);
        }
        modifiers.annotations = modifiers.annotations.appendList(annotationsOpt(JCTree.Tag.ANNOTATION));
        boolean isVoid = token.kind == TokenKind.VOID;
        int typeStart = token.pos;
        JCExpression type;
        if (isVoid) {
            type = to(F.at(typeStart).TypeIdent(TypeTag.VOID));
            nextToken();
        } else {
            type = term(EXPR | TYPE);
        }
        if ((isVoid || wasTypeMode()) && LAX_IDENTIFIER.test(token.kind)) {
            int namePosition = token.pos;
            var name = identOrUnderscore();
            if (token.kind == TokenKind.LPAREN) {
                return List.of(methodDeclaratorRest(
                        namePosition, modifiers, type, name, typeParameters, false, isVoid, false, comment));
            }
            if (!isVoid && typeParameters.isEmpty()) {
                return variables(namePosition, modifiers, type, name);
            }
            reportSyntaxError(token.pos, CompilerProperties.Errors.Expected(TokenKind.LPAREN));
            return List.nil();
        }
        if (isVoid || typeParameters.nonEmpty() || modifiers.flags != 0 || modifiers.annotations.nonEmpty()) {
            reportSyntaxError(token.pos, CompilerProperties.Errors.IllegalStartOfType);
        }
        return statement(typeStart, type);
    }

    private List<? extends JCTree> variables(
            int position, JCModifiers modifiers, JCExpression type, com.sun.tools.javac.util.Name name) {
        var declared = variableDeclaratorsRest(
                        position, modifiers, type, name, false, null, new ListBuffer<JCTree>(), true)
                .toList();
        accept(TokenKind.SEMI);
        storeEnd(declared.last(), S.prevToken().endPos);
        return declared;
    }

    private List<? extends JCTree> expression(int start) {
        return statement(start, term(EXPR));
    }

    private List<? extends JCTree> statement(int start, JCExpression expression) {
        var statement = F.at(start).Exec(expression);
        accept(TokenKind.SEMI);
        return List.of(toP(statement));
    }

    /// At the end of a cell a semicolon may be missing.
    @Override
    public void accept(TokenKind kind) {
        if (kind != TokenKind.SEMI || token.kind != TokenKind.EOF) {
            super.accept(kind);
        }
    }
}
