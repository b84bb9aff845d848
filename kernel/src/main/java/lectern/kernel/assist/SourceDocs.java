package lectern.kernel.assist;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.parser.ParserFactory;
import com.sun.tools.javac.parser.Tokens.Comment;
import com.sun.tools.javac.tree.DocCommentTable;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.util.Context;
import com.sun.tools.javac.util.Log;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import lectern.kernel.compile.CellNames;
import lectern.kernel.compile.CellSource;
import org.jspecify.annotations.Nullable;

/// What a source says of its declarations beside what a class file does.
final class SourceDocs {

    /// The names of a method's parameters, and the comment.
    record Doc(List<String> parameters, Optional<Comment> comment) {}

    private final Map<String, Doc> docs = new HashMap<>();

    private SourceDocs() {}

    /// Reads a file.
    static SourceDocs of(Context context, String text) {
        return read(context, text, false);
    }

    /// Reads declarations as they stand in a cell.
    static SourceDocs ofCell(Context context, String text) {
        return read(context, "class Cell {\n" + text + "\n}", true);
    }

    private static SourceDocs read(Context context, String text, boolean isWrapped) {
        var log = Log.instance(context);
        var handler = log.new DiscardDiagnosticHandler();
        var previous = log.useSource(new CellSource(0, text));
        try {
            var unit = ParserFactory.instance(context)
                    .newParser(text, true, false, false)
                    .parseCompilationUnit();
            var docs = new SourceDocs();
            for (var tree : unit.defs) {
                if (tree instanceof JCClassDecl type) {
                    docs.collect(type, isWrapped ? "" : type.name.toString(), unit.docComments);
                }
            }
            return docs;
        } finally {
            log.useSource(previous);
            log.popDiagnosticHandler(handler);
        }
    }

    private void collect(JCClassDecl type, String path, DocCommentTable comments) {
        docs.put(path, new Doc(List.of(), comment(type, comments)));
        var components = new ArrayList<JCVariableDecl>();
        for (var member : type.defs) {
            switch (member) {
                case JCClassDecl inner ->
                    collect(inner, path.isEmpty() ? inner.name.toString() : path + "." + inner.name, comments);
                case JCMethodDecl method ->
                    docs.put(
                            path + "#" + method.name + types(method.params),
                            new Doc(names(method.params), comment(method, comments)));
                case JCVariableDecl variable -> {
                    docs.put(path + "#" + variable.name, new Doc(List.of(), comment(variable, comments)));
                    if ((variable.mods.flags & Flags.RECORD) != 0) {
                        components.add(variable);
                    }
                }
                default -> {}
            }
        }
        if ((type.mods.flags & Flags.RECORD) != 0) {
            docs.putIfAbsent(path + "#<init>" + types(components), new Doc(names(components), comment(type, comments)));
        }
    }

    private static Optional<Comment> comment(JCTree tree, @Nullable DocCommentTable comments) {
        return comments == null ? Optional.empty() : Optional.ofNullable(comments.getComment(tree));
    }

    private static List<String> names(List<JCVariableDecl> parameters) {
        return parameters.stream().map(parameter -> parameter.name.toString()).toList();
    }

    private static String types(List<JCVariableDecl> parameters) {
        return parameters.stream()
                .map(parameter -> simple(String.valueOf(parameter.vartype)))
                .collect(Collectors.joining(",", "(", ")"));
    }

    /// A type as it reads without packages, outer classes, arguments and annotations.
    private static String simple(String type) {
        var plain = type.replaceAll("/\\*.*?\\*/", "").replaceAll("@[\\w.]+(\\([^)]*\\))?\\s*", "");
        while (plain.contains("<")) {
            var inner = plain.replaceAll("<[^<>]*>", "");
            if (inner.equals(plain)) {
                break;
            }
            plain = inner;
        }
        return plain.replace("...", "[]").replaceAll("\\s", "").replaceAll("[\\w$]+\\.", "");
    }

    /// What is said of a symbol.
    Optional<Doc> of(Symbol symbol) {
        return Optional.ofNullable(docs.get(key(symbol)));
    }

    private static String key(Symbol symbol) {
        if (symbol instanceof ClassSymbol type) {
            var outer = type.owner instanceof ClassSymbol owner ? key(owner) : "";
            return outer.isEmpty() ? type.name.toString() : outer + "." + type.name;
        }
        var owner = symbol.owner instanceof ClassSymbol type && !CellNames.isHolder(type.fullname.toString())
                ? key(type)
                : "";
        return symbol instanceof MethodSymbol method
                ? owner + "#" + method.name
                        + method.type.getParameterTypes().stream()
                                .map(Type::stripMetadata)
                                .map(type -> simple(type.toString()))
                                .collect(Collectors.joining(",", "(", ")"))
                : owner + "#" + symbol.name;
    }
}
