package lectern.kernel.assist;

import com.sun.tools.javac.parser.Tokens.TokenKind;
import java.util.ArrayList;
import java.util.List;

/// The keywords that can stand at a place, by what stands before it.
final class Keywords {

    private static final List<String> STATEMENTS = List.of(
            "if",
            "else",
            "for",
            "while",
            "do",
            "switch",
            "return",
            "try",
            "catch",
            "finally",
            "throw",
            "break",
            "continue",
            "case",
            "default",
            "yield",
            "synchronized",
            "assert",
            "import",
            "var",
            "void");
    private static final List<String> MODIFIERS = List.of(
            "class",
            "interface",
            "enum",
            "record",
            "public",
            "private",
            "protected",
            "static",
            "final",
            "abstract",
            "sealed",
            "default",
            "transient",
            "volatile",
            "synchronized",
            "native",
            "void");
    private static final List<String> TYPES =
            List.of("boolean", "byte", "char", "short", "int", "long", "float", "double");
    private static final List<String> VALUES = List.of("new", "null", "true", "false", "this", "super", "switch");
    private static final List<String> HEADERS = List.of("extends", "implements", "throws", "permits", "instanceof");

    private Keywords() {}

    static List<String> at(Draft draft) {
        var found = new ArrayList<String>();
        switch (draft.previous(1)) {
            case EOF, SEMI, LBRACE, RBRACE, ARROW, COLON, ELSE, DO -> {
                found.addAll(STATEMENTS);
                found.addAll(VALUES);
                found.addAll(TYPES);
                found.addAll(MODIFIERS);
            }
            case PUBLIC, PRIVATE, PROTECTED, STATIC, FINAL, ABSTRACT, SYNCHRONIZED, TRANSIENT, VOLATILE, NATIVE -> {
                found.addAll(MODIFIERS);
                found.addAll(TYPES);
            }
            case RPAREN -> {
                found.addAll(HEADERS);
                found.addAll(STATEMENTS);
                found.addAll(VALUES);
            }
            case IDENTIFIER, GT, RBRACKET -> {
                found.addAll(HEADERS);
                if (draft.previous(1) == TokenKind.IDENTIFIER) {
                    // sealed and its like are names to the scanner
                    found.addAll(List.of("class", "interface"));
                }
            }
            case NEW, LT, EXTENDS, IMPLEMENTS, THROWS, INSTANCEOF -> found.addAll(TYPES);
            case COLCOL -> found.add("new");
            case IMPORT -> found.addAll(List.of("static", "module"));
            case MONKEYS_AT -> found.add("interface");
            case DOT, CLASS, INTERFACE, ENUM, PACKAGE -> {}
            default -> {
                found.addAll(VALUES);
                found.addAll(TYPES);
                found.add("final");
                found.add("var");
            }
        }
        return found.stream().distinct().toList();
    }
}
