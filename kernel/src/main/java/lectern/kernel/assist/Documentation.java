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
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import lectern.kernel.compile.Declaration;

/// What the sources say of symbols: those of cells, of the JDK and of libraries, as far as they are at hand.
final class Documentation {

    /// So many sources stay read; each is a map of its comments.
    private static final int KEPT = 64;

    private static final Pattern BESIDE = Pattern.compile("[ \\t]*;?[ \\t]*//+([^\\n]*)");

    private final Context context;
    private final Types types;
    private final Sources sources;
    private final Function<Symbol, Optional<Declaration>> declared;
    private final Map<ClassSymbol, Optional<SourceDocs>> read = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<ClassSymbol, Optional<SourceDocs>> eldest) {
            return size() > KEPT;
        }
    };

    /// @param declared the declaration of what a cell has declared
    Documentation(Context context, Sources sources, Function<Symbol, Optional<Declaration>> declared) {
        this.context = context;
        this.sources = sources;
        types = Types.instance(context);
        this.declared = declared;
    }

    /// The names of a method's parameters; none if no source is at hand.
    List<String> parameters(Symbol symbol, Function<Symbol, Optional<Declaration>> here) {
        return doc(symbol, here).map(SourceDocs.Doc::parameters).orElse(List.of());
    }

    /// The comment, inherited if there is none.
    ///
    /// @param here the declarations of the cell that is being written
    Optional<Description> of(Symbol symbol, Function<Symbol, Optional<Declaration>> here) {
        return comment(symbol, here)
                .map(comment -> new Description(
                        DocText.of(context, comment, () -> inherited(symbol, here)),
                        DocHtml.of(context, comment, () -> inherited(symbol, here))))
                .filter(comment -> !comment.text().isBlank())
                .or(() -> own(symbol, here).flatMap(this::remark))
                .or(() -> Optional.ofNullable(symbol.outermostClass())
                        .flatMap(sources::whyNone)
                        .map(why -> new Description(why, "<p>" + Description.escaped(why) + "</p>")));
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
        return declaration.source().text().substring(endBefore(declaration), declaration.end());
    }

    /// Where the last token before it ends.
    private int endBefore(Declaration declaration) {
        var tokens = TokenList.of(context, declaration.source().text());
        int before = tokens.before(declaration.start());
        return before == 0 ? 0 : tokens.tokens().get(before - 1).endPos;
    }

    /// What stands behind `//` in the line of a declaration, or else in the lines above it.
    private Optional<Description> remark(Declaration declaration) {
        var text = declaration.source().text();
        var beside = BESIDE.matcher(text).region(declaration.end(), text.length());
        var above = text.substring(endBefore(declaration), declaration.start());
        // The rest of the line of the statement before is a remark on that.
        var lines = (endBefore(declaration) == 0 ? above : above.replaceFirst("^[^\\n]*", ""))
                .lines()
                .filter(line -> line.strip().startsWith("//"))
                .map(line -> line.strip().replaceFirst("^//+\\s?", ""))
                .collect(Collectors.joining("\n"));
        var found = beside.lookingAt() ? beside.group(1).strip() : lines;
        return found.isBlank()
                ? Optional.empty()
                : Optional.of(new Description(found, "<p>" + Description.escaped(found) + "</p>"));
    }

    private Optional<Declaration> own(Symbol symbol, Function<Symbol, Optional<Declaration>> here) {
        var found = here.apply(symbol);
        return found.isPresent() ? found : declared.apply(symbol);
    }
}
