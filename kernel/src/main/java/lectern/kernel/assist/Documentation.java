package lectern.kernel.assist;

import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.code.Types;
import com.sun.tools.javac.parser.Tokens.Comment;
import com.sun.tools.javac.util.Context;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import lectern.kernel.compile.Declaration;

/// What the sources say of symbols: those of cells, of the JDK and of libraries, as far as they are at hand.
final class Documentation {

    /// So many sources stay read; each is a map of its comments.
    private static final int KEPT = 64;

    private final Context context;
    private final Types types;
    private final Sources sources = new Sources();
    private final Function<Symbol, Optional<Declaration>> declared;
    private final Map<ClassSymbol, Optional<SourceDocs>> read = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ClassSymbol, Optional<SourceDocs>> eldest) {
            return size() > KEPT;
        }
    };

    /// @param declared the declaration of what a cell has declared
    Documentation(Context context, Function<Symbol, Optional<Declaration>> declared) {
        this.context = context;
        types = Types.instance(context);
        this.declared = declared;
    }

    /// The names of a method's parameters; none if no source is at hand.
    List<String> parameters(Symbol symbol, Function<Symbol, Optional<Declaration>> here) {
        return doc(symbol, here).map(SourceDocs.Doc::parameters).orElse(List.of());
    }

    /// The text of the comment, inherited if there is none.
    ///
    /// @param here the declarations of the cell that is being written
    Optional<String> text(Symbol symbol, Function<Symbol, Optional<Declaration>> here) {
        return comment(symbol, here)
                .map(comment -> DocText.of(context, comment, () -> inherited(symbol, here)))
                .filter(text -> !text.isBlank());
    }

    private Optional<Comment> comment(Symbol symbol, Function<Symbol, Optional<Declaration>> here) {
        var own = doc(symbol, here).flatMap(SourceDocs.Doc::comment);
        return own.isPresent() ? own : inherited(symbol, here);
    }

    private Optional<Comment> inherited(Symbol symbol, Function<Symbol, Optional<Declaration>> here) {
        if (symbol instanceof MethodSymbol method && !method.isStatic() && method.owner instanceof ClassSymbol owner) {
            for (Type above : types.closure(owner.type)) {
                for (var other : above.tsym.members().getSymbolsByName(method.name)) {
                    if (!other.equals(method) && method.overrides(other, owner, types, false)) {
                        var found = comment(other, here);
                        if (found.isPresent()) {
                            return found;
                        }
                    }
                }
            }
        }
        return Optional.empty();
    }

    private Optional<SourceDocs.Doc> doc(Symbol symbol, Function<Symbol, Optional<Declaration>> here) {
        var outermost = symbol.outermostClass();
        var own = own(symbol, here);
        var inCell = own.isPresent() || outermost == null ? own : own(outermost, here);
        if (inCell.isPresent()) {
            return SourceDocs.ofCell(context, documented(inCell.get())).of(symbol);
        }
        return outermost == null
                ? Optional.empty()
                : read.computeIfAbsent(outermost, type -> sources.of(type).map(text -> SourceDocs.of(context, text)))
                        .flatMap(docs -> docs.of(symbol));
    }

    /// The text of a declaration with the comment before it.
    private String documented(Declaration declaration) {
        var text = declaration.source().text();
        var tokens = TokenList.of(context, text);
        int before = tokens.before(declaration.start());
        return text.substring(before == 0 ? 0 : tokens.tokens().get(before - 1).endPos, declaration.end());
    }

    private Optional<Declaration> own(Symbol symbol, Function<Symbol, Optional<Declaration>> here) {
        var found = here.apply(symbol);
        return found.isPresent() ? found : declared.apply(symbol);
    }
}
