package lectern.kernel.eval.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/// What a generated session has declared so far, and what of it can be relied on.
///
/// A body uses only what has a lower rank, so that no call goes round in a circle.
final class Scope {

    /// @param type as written
    /// @param uses all that its first value was computed from
    record Variable(String name, String type, Set<String> uses) {}

    /// @param name with its rank in it, `m3`
    /// @param parameters their types
    /// @param uses all that the body names, itself and through others
    /// @param throwing whether a call may end in an exception
    record Method(String name, List<String> parameters, String result, Set<String> uses, boolean throwing) {}

    /// @param uses nothing if objects of it are kept in variables
    /// @param record whether its components are `int a, String b`; else it has a constructor of an `int`, a method
    ///     `int get()`, and a field `int n`
    record Type(String name, Set<String> uses, boolean record) {}

    private final Map<String, Variable> variables = new LinkedHashMap<>();
    private final List<Method> methods = new ArrayList<>();
    private final Map<String, Type> types = new LinkedHashMap<>();
    private final List<String> doubtful = new ArrayList<>();
    private final Set<String> declared = new HashSet<>();
    private final Set<String> distrusted = new HashSet<>();

    static int rank(String name) {
        return 2 * Integer.parseInt(name.substring(1)) + (name.charAt(0) == 'C' ? 1 : 0);
    }

    List<Variable> variables(Predicate<Variable> wanted) {
        return variables.values().stream().filter(wanted).toList();
    }

    List<Method> methods(Predicate<Method> wanted) {
        return methods.stream().filter(wanted).toList();
    }

    List<Type> types(Predicate<Type> wanted) {
        return types.values().stream().filter(wanted).toList();
    }

    /// Calls of methods that may have become wrong; either engine may refuse them, but both alike.
    List<String> doubtful() {
        return doubtful;
    }

    /// Whether the name was never declared.
    boolean isNew(String name) {
        return !declared.contains(name);
    }

    /// Whether a method of this name and other parameters may become wrong when something is declared again.
    boolean usedByAnother(String name, List<String> parameters) {
        return distrusted.contains(name)
                || methods.stream()
                        .anyMatch(m -> m.name.equals(name) && !m.parameters.equals(parameters) && !m.uses.isEmpty());
    }

    void declare(Variable variable) {
        declared.add(variable.name);
        var old = variables.put(variable.name, variable);
        if (old != null && !old.type.equals(variable.type)) {
            distrust(variable.name);
        }
    }

    void declare(Method method) {
        var same = methods(m -> m.name.equals(method.name) && m.parameters.equals(method.parameters));
        methods.removeAll(same);
        if (same.stream().anyMatch(m -> !m.result.equals(method.result))) {
            distrust(method.name);
        }
        // What a method uses, those use that call it.
        methods.replaceAll(m -> m.uses.contains(method.name)
                ? new Method(m.name, m.parameters, m.result, union(m.uses, method.uses), m.throwing || method.throwing)
                : m);
        // It may use what was just forgotten.
        if (method.uses.stream().allMatch(name -> name.charAt(0) != 'v' || variables.containsKey(name))) {
            methods.add(method);
        }
        types.replaceAll(
                (_, t) -> t.uses.contains(method.name) ? new Type(t.name, union(t.uses, method.uses), t.record) : t);
    }

    /// Objects of a class that is declared again are lost, and so is what was built on it.
    void declare(Type type) {
        if (types.remove(type.name) != null) {
            distrust(type.name);
            forget(v -> v.type.equals(type.name));
        }
        types.put(type.name, type);
    }

    private void distrust(String name) {
        for (var method : methods(m -> m.uses.contains(name))) {
            methods.remove(method);
            distrusted.add(method.name);
            if (!method.throwing && method.parameters.isEmpty()) {
                doubtful.add(method.name + "()");
            }
        }
        types.values().removeIf(t -> t.uses.contains(name));
        // JShell may lose the value of a variable when what it was computed from has another type.
        forget(v -> v.uses.contains(name));
    }

    private void forget(Predicate<Variable> lost) {
        for (var variable : variables(lost)) {
            variables.remove(variable.name);
            distrust(variable.name);
        }
    }

    private static Set<String> union(Set<String> a, Set<String> b) {
        var all = new HashSet<>(a);
        all.addAll(b);
        return all;
    }
}
