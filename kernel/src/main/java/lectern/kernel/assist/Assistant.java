package lectern.kernel.assist;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.parser.Tokens.TokenKind;
import com.sun.tools.javac.util.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lectern.kernel.compile.CellUnit;
import lectern.kernel.compile.Glance;
import lectern.kernel.compile.ParsedCell;
import lectern.kernel.compile.Spot;

/// Helps to write a cell, from what the compiler knows.
public final class Assistant {

    /// What may stand from `start` up to the cursor.
    public record Found(int start, List<Suggestion> suggestions) {}

    /// So much of the name of a class is written before those are offered that are not imported.
    private static final int SHORTEST = 2;

    private final Javac javac;
    private final Glance glance;
    private final Packages packages;
    private final Signature signature;
    private final Name marker;
    private final Inspector inspector;

    /// @param glance what the compiler lets others see
    /// @param values what a variable of the session holds, in short, by its name
    public Assistant(Glance glance, Function<String, Optional<String>> values) {
        this.glance = glance;
        javac = Javac.of(glance.context());
        packages = new Packages(javac, glance::classPath);
        signature = new Signature(javac);
        inspector = new Inspector(javac, glance, packages, values);
        marker = javac.names().fromString("written$here");
    }

    /// What could stand at the cursor.
    public Found complete(String text, int cursor) {
        return orElse(() -> completed(text, cursor), new Found(cursor, List.of()));
    }

    /// Of the names that may stand where one does, those that are looked for; methods with their parenthesis.
    public List<String> names(String text, int start, Predicate<String> wanted) {
        return orElse(
                () -> completions(Draft.of(javac.context(), text, start), wanted).stream()
                        .filter(suggestion -> suggestion.kind() != Suggestion.Kind.KEYWORD)
                        .map(Suggestion::text)
                        .toList(),
                List.of());
    }

    /// The full names of the public classes of a simple name, wherever they are, the likeliest first.
    public List<String> classes(String simpleName) {
        return orElse(() -> packages.classes(simpleName), List.of());
    }

    /// javac may fail on what is half written, in its own ways; then there is nothing to say.
    private static <T> T orElse(Supplier<T> answer, T none) {
        try {
            return answer.get();
        } catch (RuntimeException | AssertionError | StackOverflowError e) {
            return none;
        }
    }

    private Found completed(String text, int cursor) {
        var draft = Draft.of(javac.context(), text, cursor);
        if (draft.tokens().isInsideText(draft.start()) || draft.tokens().isInsideText(cursor)) {
            return new Found(cursor, List.of());
        }
        var prefix = text.substring(draft.start(), cursor);
        var found = completions(draft, name -> name.startsWith(prefix));
        if (found.isEmpty() && !prefix.isEmpty()) {
            found = completions(draft, name -> name.regionMatches(true, 0, prefix, 0, prefix.length()));
        }
        return new Found(draft.start(), withOthers(draft, prefix, found));
    }

    /// Behind what may be written so, classes that are not imported, by their full names: to write one is right as it
    /// is.
    private List<Suggestion> withOthers(Draft draft, String prefix, List<Suggestion> found) {
        boolean isType = prefix.length() >= SHORTEST
                && Character.isUpperCase(prefix.charAt(0))
                && draft.previous(1) != TokenKind.DOT
                && draft.previous(1) != TokenKind.COLCOL
                && ImportLine.of(draft).isEmpty();
        if (!isType) {
            return found;
        }
        var known = found.stream().map(Suggestion::text).collect(Collectors.toSet());
        var offered = offered(draft.previous(1));
        var all = new ArrayList<>(found);
        for (var type : packages.beginning(prefix, one -> offered.test(one) && !known.contains(one.name.toString()))) {
            all.add(new Suggestion(type.fullname.toString(), Suggestion.Kind.CLASS, "in " + type.packge().fullname));
        }
        return all;
    }

    /// The declarations of what the name at the cursor may mean, the likeliest first; of the method that is called,
    /// where the cursor is among arguments.
    ///
    /// @param comment whether the comment of the first one follows
    public Optional<Description> inspect(String text, int cursor, boolean comment) {
        return orElse(() -> inspector.inspect(text, cursor, comment), Optional.empty());
    }

    private List<Suggestion> completions(Draft draft, Predicate<String> wanted) {
        var found = new Suggestions(signature);
        var imported = ImportLine.of(draft);
        if (imported.isPresent()) {
            addImports(imported.get(), wanted, found);
        } else {
            for (var text : List.of(draft.whole(marker.toString()), draft.closed(marker.toString()))) {
                var cell = glance.read(text);
                boolean isWorthIt = cell.problems().isEmpty() || !text.equals(draft.whole(marker.toString()));
                if (isWorthIt && orElse(() -> addAll(draft, cell, wanted, found), false)) {
                    break;
                }
            }
        }
        found.addKeywords(Keywords.at(draft).stream().filter(wanted).toList());
        return found.inOrder();
    }

    private boolean addAll(Draft draft, ParsedCell cell, Predicate<String> wanted, Suggestions found) {
        return glance.at(
                cell,
                marker,
                -1,
                (spot, unit) ->
                        spot.map(seen -> add(draft, seen, unit, wanted, found)).orElse(false));
    }

    private boolean add(Draft draft, Spot spot, CellUnit unit, Predicate<String> wanted, Suggestions found) {
        var visible = new Visible(javac, spot, name -> wanted.test(name) && !name.equals(draft.declared()));
        var expected = new Expected(javac, called -> new Calls(javac, spot).overloads(called));
        var types = expected.at(unit.tree(), spot.tree());
        if (spot.selected().isPresent()) {
            addMembers(draft, visible, expected, types, found);
            return true;
        }
        if (draft.previous(1) == TokenKind.CASE && types.stream().anyMatch(Assistant::isEnum)) {
            types.forEach(type -> found.add(constants(type, wanted), Type.noType, _ -> true, true));
            return true;
        }
        boolean isNew = draft.previous(1) == TokenKind.NEW;
        var offered = offered(draft.previous(1));
        Predicate<Symbol> fits = symbol -> (isNew || symbol.kind != Kind.TYP) && expected.fits(result(symbol), types);
        var inScope = visible.inScope().stream().filter(offered).toList();
        found.add(inScope.stream().filter(spot.locals()::contains).toList(), Type.noType, fits, true);
        found.add(inScope, Type.noType, fits, true);
        found.add(visible.imported().stream().filter(offered).toList(), Type.noType, fits, true);
        found.addPackages(packages.in("").stream().filter(wanted).toList());
        return true;
    }

    /// What may follow a token.
    private static Predicate<Symbol> offered(TokenKind previous) {
        return switch (previous) {
            case NEW -> Suggestions::isConcrete;
            case EXTENDS, IMPLEMENTS, THROWS, INSTANCEOF -> symbol -> symbol.kind == Kind.TYP;
            case MONKEYS_AT -> symbol -> (symbol.flags() & Flags.ANNOTATION) != 0;
            default -> _ -> true;
        };
    }

    private static boolean isEnum(Type type) {
        return (type.tsym.flags() & Flags.ENUM) != 0;
    }

    /// The constants of an enumeration.
    private static List<Symbol> constants(Type type, Predicate<String> wanted) {
        var found = new ArrayList<Symbol>();
        if (isEnum(type)) {
            for (var member : type.tsym.members().getSymbols(one -> (one.flags() & Flags.ENUM) != 0)) {
                if (member.kind == Kind.VAR && wanted.test(member.name.toString())) {
                    found.addFirst(member);
                }
            }
        }
        return found;
    }

    private void addMembers(Draft draft, Visible visible, Expected expected, List<Type> types, Suggestions found) {
        var spot = visible.spot();
        var site = spot.site();
        if (site.isEmpty() || site.get().tsym.kind == Kind.PCK) {
            addPackage(ImportLine.path(draft), visible.wanted(), found);
            return;
        }
        boolean asCalls = draft.previous(1) != TokenKind.COLCOL;
        var of = !spot.isOfType() ? Visible.Of.VALUE : asCalls ? Visible.Of.TYPE : Visible.Of.BOTH;
        var members = visible.members(site.get(), of);
        Predicate<Symbol> fits =
                symbol -> symbol.kind != Kind.TYP && expected.fits(resultIn(site.get(), symbol), types);
        Predicate<Symbol> isSpecial = member -> member.kind != Kind.TYP && !isOfEveryObject(member);
        found.add(members.stream().filter(isSpecial).toList(), site.get(), fits, asCalls);
        found.add(members.stream().filter(isSpecial.negate()).toList(), site.get(), fits, asCalls);
        if (of == Visible.Of.TYPE && visible.wanted().test("class")) {
            found.addKeywords(List.of("class"));
        }
    }

    private boolean isOfEveryObject(Symbol member) {
        return member instanceof MethodSymbol
                && javac.syms().objectType.tsym.members().findFirst(member.name) != null;
    }

    private static Type result(Symbol symbol) {
        return symbol instanceof MethodSymbol ? symbol.type.getReturnType() : symbol.type;
    }

    private Type resultIn(Type site, Symbol symbol) {
        var type = symbol.isStatic() ? symbol.type : javac.types().memberType(site, symbol);
        return symbol instanceof MethodSymbol ? type.getReturnType() : type;
    }

    private void addImports(ImportLine line, Predicate<String> wanted, Suggestions found) {
        addPackage(line.path(), wanted, found);
        packages.type(line.path()).ifPresent(type -> {
            for (var member : type.members().getSymbols(one -> wanted.test(one.name.toString()))) {
                boolean offered = (member.flags() & (Flags.PUBLIC | Flags.SYNTHETIC)) == Flags.PUBLIC
                        && (member.kind == Kind.TYP || (line.isStatic() && member.isStatic()))
                        && !member.isConstructor();
                if (offered) {
                    found.add(List.of(member), Type.noType, _ -> false, false);
                }
            }
        });
    }

    private void addPackage(String path, Predicate<String> wanted, Suggestions found) {
        if (!path.isEmpty()) {
            var inside = new ArrayList<Symbol>();
            for (var symbol : packages.named(path).members().getSymbols(one -> wanted.test(one.name.toString()))) {
                if (symbol instanceof ClassSymbol type && (type.flags() & Flags.PUBLIC) != 0) {
                    inside.add(type);
                }
            }
            found.add(inside, Type.noType, _ -> false, false);
        }
        found.addPackages(packages.in(path).stream().filter(wanted).toList());
    }
}
