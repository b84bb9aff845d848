package lectern.kernel.assist;

import com.sun.tools.javac.code.Kinds.Kind;
import com.sun.tools.javac.code.Symbol;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.MethodSymbol;
import com.sun.tools.javac.code.Symbol.VarSymbol;
import com.sun.tools.javac.code.Type;
import com.sun.tools.javac.parser.Tokens.TokenKind;
import com.sun.tools.javac.tree.JCTree;
import com.sun.tools.javac.tree.JCTree.JCClassDecl;
import com.sun.tools.javac.tree.JCTree.JCMethodDecl;
import com.sun.tools.javac.tree.JCTree.JCNewClass;
import com.sun.tools.javac.tree.JCTree.JCVariableDecl;
import com.sun.tools.javac.tree.TreeInfo;
import com.sun.tools.javac.tree.TreeScanner;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import lectern.kernel.compile.CellNames;
import lectern.kernel.compile.CellUnit;
import lectern.kernel.compile.Declaration;
import lectern.kernel.compile.Glance;
import lectern.kernel.compile.Spot;

/// Tells what a name in a cell stands for.
final class Inspector {

    private final Javac javac;
    private final Glance glance;
    private final Signature signature;
    private final Documentation documentation;
    private final Packages packages;
    private final Function<String, Optional<String>> values;

    /// @param values what a variable of the session holds, in short, by its name
    Inspector(Javac javac, Glance glance, Packages packages, Function<String, Optional<String>> values) {
        this.javac = javac;
        this.glance = glance;
        this.packages = packages;
        this.values = values;
        var sources = new Sources(Path.of(System.getProperty("java.home"), "lib", "src.zip"));
        documentation = new Documentation(javac.context(), sources, glance::declaration);
        signature = new Signature(javac);
    }

    /// The declarations of what the name at the cursor may mean, the likeliest first, and the comment of that; of
    /// the method that is called, where the cursor is among arguments.
    Optional<Description> inspect(String text, int cursor, boolean comment) {
        var here = Draft.of(javac.context(), text, cursor);
        if (here.tokens().isComment(cursor)) {
            return Optional.empty();
        }
        var target = here.isName() ? Optional.of(here) : here.called();
        return target.flatMap(name -> inspect(here, name, comment));
    }

    private Optional<Description> inspect(Draft here, Draft target, boolean comment) {
        for (var text : List.of(here.text(), here.closed(here.isName() ? here.name() : "written$here"))) {
            var cell = glance.read(text);
            var use = cell.problems().isEmpty() || !text.equals(here.text())
                    ? Use.at(cell, target)
                    : Optional.<Use>empty();
            if (use.isPresent()) {
                var name = javac.names().fromString(use.get().name());
                var found = glance.at(
                        cell, name, use.get().position(), (spot, unit) -> seen(target, use.get(), spot, unit, comment));
                if (found.isPresent()) {
                    return found;
                }
            }
        }
        return byPath(target, comment);
    }

    /// What a name with all its packages means, in an import or anywhere.
    private Optional<Description> byPath(Draft target, boolean comment) {
        var path = ImportLine.path(target);
        var type = packages.type(path + "." + target.name());
        if (type.isPresent()) {
            return Optional.of(describe(List.of(type.get()), Type.noType, _ -> Optional.empty(), comment));
        }
        var members = new ArrayList<Symbol>();
        packages.type(path)
                .filter(_ -> ImportLine.of(target).isPresent())
                .ifPresent(owner -> owner.members()
                        .getSymbolsByName(javac.names().fromString(target.name()), Symbol::isStatic)
                        .forEach(members::addFirst));
        return members.isEmpty()
                ? Optional.empty()
                : Optional.of(describe(members, Type.noType, _ -> Optional.empty(), comment));
    }

    private Optional<Description> seen(Draft target, Use use, Optional<Spot> spot, CellUnit unit, boolean comment) {
        var symbols = use.declared().isPresent()
                ? declared(use.declared().get(), unit)
                : spot.map(seen -> meant(target, use, seen, unit)).orElse(List.of());
        var site = spot.flatMap(Spot::site).orElse(Type.noType);
        return symbols.isEmpty() ? Optional.empty() : Optional.of(describe(symbols, site, unit::declaration, comment));
    }

    private Description describe(
            List<Symbol> symbols, Type site, Function<Symbol, Optional<Declaration>> here, boolean comment) {
        var lines = new LinkedHashSet<String>();
        for (var symbol : symbols) {
            lines.add(signature
                    .of(symbol, site, documentation.parameters(symbol, here))
                    .replace(CellNames.HIDDEN, ""));
        }
        var declarations = String.join("\n", lines);
        if (!comment) {
            return Description.of(declarations);
        }
        var described = Description.of(declarations + value(symbols.getFirst()));
        return documentation.of(symbols.getFirst(), here).map(described::and).orElse(described);
    }

    /// The value of a variable that an earlier cell has declared.
    private String value(Symbol symbol) {
        return symbol instanceof VarSymbol
                        && symbol.owner instanceof ClassSymbol owner
                        && CellNames.cell(owner.fullname.toString()) >= 0
                        && CellNames.isHolder(owner.fullname.toString())
                ? values.apply(symbol.name.toString())
                        .map(value -> " = " + value)
                        .orElse("")
                : "";
    }

    private static List<Symbol> declared(JCTree tree, CellUnit unit) {
        var symbol = switch (tree) {
            case JCVariableDecl variable -> unit.symbol(variable);
            case JCMethodDecl method -> method.sym;
            case JCClassDecl type -> type.sym;
            default -> null;
        };
        return symbol == null ? List.of() : List.of(symbol);
    }

    private List<Symbol> meant(Draft target, Use use, Spot spot, CellUnit unit) {
        var meant = spot.symbol().map(Symbol::baseSymbol);
        if (meant.isPresent() && meant.get() instanceof ClassSymbol type && target.isBehindNew()) {
            var all = new ArrayList<Symbol>();
            constructor(unit.tree(), spot.tree()).ifPresent(all::add);
            new Calls(javac, spot)
                    .constructors(type).stream()
                            .filter(one -> !all.contains(one))
                            .forEach(all::add);
            all.add(type);
            return all;
        }
        if (meant.isPresent() && !(meant.get() instanceof MethodSymbol)) {
            return List.of(meant.get());
        }
        var named = named(use.name(), spot);
        var all = new ArrayList<Symbol>();
        meant.ifPresent(all::add);
        named.stream()
                .filter(symbol -> symbol instanceof MethodSymbol && !all.contains(symbol))
                .forEach(all::add);
        boolean isCall = target.next() == TokenKind.LPAREN;
        var other = named.stream()
                .filter(symbol -> !(symbol instanceof MethodSymbol))
                .toList();
        return all.isEmpty() || (!isCall && !other.isEmpty() && meant.isEmpty())
                ? other.stream().limit(1).collect(Collectors.toList())
                : all;
    }

    private List<Symbol> named(String name, Spot spot) {
        var visible = new Visible(javac, spot, name::equals);
        if (spot.selected().isPresent()) {
            return spot.site()
                    .filter(site -> site.tsym.kind != Kind.PCK)
                    .map(site -> visible.members(site, spot.isOfType() ? Visible.Of.BOTH : Visible.Of.VALUE))
                    .orElse(List.of());
        }
        var all = new ArrayList<>(visible.inScope());
        all.sort((one, other) -> Boolean.compare(other instanceof VarSymbol, one instanceof VarSymbol));
        all.addAll(visible.imported());
        return all;
    }

    /// The constructor that `new` calls, if javac found it.
    private static Optional<Symbol> constructor(JCTree unit, JCTree type) {
        var found = new ArrayList<Symbol>();
        new TreeScanner() {
            @Override
            public void visitNewClass(JCNewClass tree) {
                var made = TreeInfo.typeIn(tree.clazz);
                if ((made.equals(type) || made.pos == type.pos)
                        && tree.constructor != null
                        && tree.constructor.kind == Kind.MTH) {
                    found.add(tree.constructor);
                }
                super.visitNewClass(tree);
            }
        }.scan(unit);
        return found.stream().findFirst();
    }
}
