package lectern.kernel.compile;

import com.sun.tools.javac.code.Symbol;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// The methods and classes of the session, and those that wait until what they use is declared.
final class Declarations {

    private final Map<Symbol, Declaration> known = new LinkedHashMap<>();
    private final Map<Symbol, Declaration> variables = new HashMap<>();
    private final List<Declaration> parked = new ArrayList<>();

    Declarations copy() {
        var copy = new Declarations();
        copy.known.putAll(known);
        copy.variables.putAll(variables);
        copy.parked.addAll(parked);
        return copy;
    }

    /// Keeps a declaration under its symbol, in place of another one or of what waited under its name.
    void put(Symbol symbol, Declaration declaration) {
        known.put(symbol, declaration);
        parked.removeIf(waiting -> waiting.key().equals(declaration.key()));
    }

    /// Keeps where a variable was declared last.
    void putVariable(Symbol symbol, Declaration declaration) {
        variables.put(symbol, declaration);
    }

    void remove(Symbol symbol) {
        known.remove(symbol);
        variables.remove(symbol);
    }

    /// Keeps a declaration that cannot be compiled now.
    void park(Declaration declaration) {
        parked.removeIf(waiting -> waiting.key().equals(declaration.key()));
        parked.add(declaration);
    }

    /// The class of this name.
    Optional<Declaration> type(String name) {
        return known.values().stream()
                .filter(declaration ->
                        declaration.isType() && declaration.name().equals(name))
                .findFirst();
    }

    /// The declaration of a symbol, if a cell has declared it.
    Optional<Declaration> of(Symbol symbol) {
        return Optional.ofNullable(known.getOrDefault(symbol, variables.get(symbol)));
    }

    /// What a declaration is known by, if it is not parked.
    Optional<Symbol> symbol(Declaration declaration) {
        return known.entrySet().stream()
                .filter(entry -> entry.getValue().equals(declaration))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /// What has to be compiled together with declarations of these names: what waits for one of them, what uses a
    /// class that is replaced, and what uses those classes in turn that are compiled again for this reason.
    ///
    /// @param added the names that are declared
    /// @param replaced those among them that stand for something else from now on
    /// @param except declarations that take part anyway
    Set<Declaration> affected(Set<String> added, Set<String> replaced, Set<Declaration> except) {
        var affected = new LinkedHashSet<Declaration>();
        for (var waiting : parked) {
            if (waiting.mentionsAny(added)) {
                affected.add(waiting);
            }
        }
        for (var declaration : known.values()) {
            if (declaration.waiting() && declaration.mentionsAny(added)) {
                affected.add(declaration);
            }
        }
        affected.removeAll(except);
        var changed = new HashSet<>(replaced);
        affected.stream().filter(Declaration::isType).forEach(type -> changed.add(type.name()));
        var all = new ArrayList<>(parked);
        all.addAll(known.values());
        boolean grown = true;
        while (grown) {
            grown = false;
            for (var declaration : all) {
                if (declaration.mentionsAny(changed) && !except.contains(declaration) && affected.add(declaration)) {
                    grown = true;
                    if (declaration.isType()) {
                        changed.add(declaration.name());
                    }
                }
            }
        }
        return affected;
    }

    /// The methods that may call another one now that there is a further one of this name.
    Set<Declaration> callers(Set<String> names) {
        return known.values().stream()
                .filter(declaration -> !declaration.isType() && declaration.mentionsAny(names))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
