package lectern.kernel.assist;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Predicate;
import lectern.kernel.compile.CellNames;

/// Names to choose from, in the order of how likely they are meant: what fits first, then by groups as they were
/// added, then by name.
final class Suggestions {

    private record Ranked(Suggestion suggestion, boolean fits, int group) {}

    private static final Comparator<Ranked> ORDER = Comparator.comparing((Ranked one) -> !one.fits)
            .thenComparingInt(Ranked::group)
            .thenComparing(one -> one.suggestion.text(), String.CASE_INSENSITIVE_ORDER)
            .thenComparing(one -> one.suggestion.text());

    private final Signature signature;
    private final LinkedHashMap<String, Ranked> all = new LinkedHashMap<>();
    private int group;

    Suggestions(Signature signature) {
        this.signature = signature;
    }

    /// Adds symbols, all in one group.
    ///
    /// @param site the type whose members they are
    /// @param fits whether one is of the type that is expected
    /// @param asCalls whether methods are to be called
    void add(Collection<? extends Symbol> symbols, Type site, Predicate<Symbol> fits, boolean asCalls) {
        var withParameters = new HashSet<String>();
        for (var symbol : symbols) {
            if (symbol instanceof MethodSymbol method
                    && !method.type.getParameterTypes().isEmpty()) {
                withParameters.add(method.name.toString());
            }
        }
        for (var symbol : symbols) {
            var text = symbol.name.toString();
            if (symbol instanceof MethodSymbol && asCalls) {
                text += withParameters.contains(text) ? "(" : "()";
            }
            put(new Ranked(new Suggestion(text, kind(symbol), signature(symbol, site)), fits.test(symbol), group));
        }
        group++;
    }

    private String signature(Symbol symbol, Type site) {
        return symbol instanceof ClassSymbol ? "" : signature.of(symbol, site, List.of());
    }

    void addPackages(Collection<String> packages) {
        packages.forEach(name ->
                put(new Ranked(new Suggestion(name + ".", Suggestion.Kind.PACKAGE, "package " + name), false, group)));
        group++;
    }

    void addKeywords(Collection<String> keywords) {
        keywords.forEach(word -> put(new Ranked(new Suggestion(word, Suggestion.Kind.KEYWORD, ""), false, group)));
        group++;
    }

    private void put(Ranked ranked) {
        all.merge(
                ranked.suggestion.text(),
                ranked,
                (first, second) -> !first.fits && second.fits && second.group == first.group ? second : first);
    }

    List<Suggestion> inOrder() {
        var ordered = new ArrayList<>(all.values());
        ordered.sort(ORDER);
        return ordered.stream().map(Ranked::suggestion).toList();
    }

    private static Suggestion.Kind kind(Symbol symbol) {
        return switch (symbol) {
            case MethodSymbol _ -> Suggestion.Kind.FUNCTION;
            case PackageSymbol _ -> Suggestion.Kind.PACKAGE;
            case VarSymbol variable ->
                variable.owner instanceof ClassSymbol owner && !CellNames.isHolder(owner.fullname.toString())
                        ? Suggestion.Kind.FIELD
                        : Suggestion.Kind.VARIABLE;
            default -> Suggestion.Kind.CLASS;
        };
    }

    /// Whether an object of the class can be made with `new`.
    static boolean isConcrete(Symbol symbol) {
        return symbol instanceof ClassSymbol type
                && (type.flags() & (Flags.ABSTRACT | Flags.INTERFACE | Flags.ENUM)) == 0;
    }
}
