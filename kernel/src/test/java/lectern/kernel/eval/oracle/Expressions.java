package lectern.kernel.eval.oracle;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Makes expressions of a wanted type from what a scope has; none of them throws.
final class Expressions {

    static final List<String> TYPES =
            List.of("int", "long", "double", "boolean", "char", "String", "Integer", "List<Integer>", "int[]");

    private final Dice dice;
    private final Scope scope;
    private final List<Scope.Variable> locals = new ArrayList<>();
    private final Set<String> used = new HashSet<>();
    private final Set<String> called = new HashSet<>();
    private Predicate<String> allowed = _ -> true;
    private int lambdas;

    Expressions(Dice dice, Scope scope) {
        this.dice = dice;
        this.scope = scope;
    }

    /// Begins a body or a statement, which may use only some of the scope.
    void begin(Predicate<String> names, List<Scope.Variable> parameters) {
        allowed = names;
        locals.clear();
        locals.addAll(parameters);
        used.clear();
        lambdas = 0;
    }

    /// Begins a cell.
    void beginCell() {
        called.clear();
    }

    /// What the methods and classes use that the cell has named so far.
    Set<String> called() {
        return called;
    }

    /// What was named since the beginning, and what that names in turn.
    Set<String> used() {
        return Set.copyOf(used);
    }

    String of(String type, int depth) {
        int choice = dice.below(depth <= 0 ? 3 : 10);
        if (choice < 3) {
            var known = variable(type);
            return known.isEmpty() || choice == 0 ? literal(type) : known;
        }
        if (choice == 3) {
            var call = call(type, depth);
            return call.isEmpty() ? literal(type) : call;
        }
        if (choice == 4) {
            return "(" + of("boolean", depth - 1) + " ? " + of(type, depth - 1) + " : " + of(type, depth - 1) + ")";
        }
        return computed(type, depth - 1);
    }

    String literal(String type) {
        return switch (type) {
            case "int" -> String.valueOf(dice.below(2000) - 1000);
            case "long" -> dice.below(1_000_000) + "L";
            case "double" -> dice.below(100) + ".5";
            case "boolean" -> dice.of("true", "false");
            case "char" -> "'" + (char) ('a' + dice.below(26)) + "'";
            case "String" -> "\"" + dice.of("a", "bc", "é", "{;}", "x y", "// no") + "\"";
            case "Integer" -> "Integer.valueOf(" + dice.below(200) + ")";
            case "List<Integer>" -> "new ArrayList<>(List.of(" + dice.below(9) + ", " + dice.below(9) + "))";
            case "int[]" -> "new int[] {" + dice.below(9) + ", " + dice.below(9) + "}";
            default -> object(type, 0);
        };
    }

    /// A call of a method of the scope with this result; empty if there is none.
    String call(String type, int depth) {
        var fit = scope.methods(m -> m.result().equals(type) && !m.throwing() && free(m.name(), m.uses()));
        return fit.isEmpty() ? "" : call(dice.of(fit), depth);
    }

    String call(Scope.Method method, int depth) {
        use(method.name(), method.uses());
        return method.parameters().stream()
                .map(parameter -> of(parameter, depth - 1))
                .collect(Collectors.joining(", ", method.name() + "(", ")"));
    }

    private String variable(String type) {
        var fit = new ArrayList<>(scope.variables(v -> v.type().equals(type) && allowed.test(v.name())));
        // A local name hides.
        fit.removeIf(v -> locals.stream().anyMatch(l -> l.name().equals(v.name())));
        locals.stream().filter(l -> l.type().equals(type)).forEach(fit::add);
        if (fit.isEmpty()) {
            return "";
        }
        var name = dice.of(fit).name();
        used.add(name);
        return name;
    }

    private String computed(String type, int depth) {
        return switch (type) {
            case "int" -> whole(depth);
            case "long" ->
                "(" + of("long", depth) + dice.of(" + ", " * ", " ^ ", " - ") + of(dice.of("int", "long"), depth) + ")";
            case "double" ->
                "(" + of("double", depth) + dice.of(" + ", " * ", " - ", " / ") + of(dice.of("int", "double"), depth)
                        + ")";
            case "boolean" -> truth(depth);
            case "char" -> "(char) ('a' + Math.floorMod(" + of("int", depth) + ", 26))";
            case "String" -> text(depth);
            case "Integer" -> "(Integer) " + "(" + of("int", depth) + ")";
            case "List<Integer>" ->
                dice.once(2)
                        ? "Stream.of(" + of("Integer", depth) + ", " + of("int", depth) + ").map("
                                + lambda(" + ", depth) + ").toList()"
                        : "new ArrayList<>(List.of(" + of("int", depth) + "))";
            case "int[]" -> "IntStream.range(0, 3).map(" + lambda(" * ", depth) + ").toArray()";
            default -> object(type, depth);
        };
    }

    private String whole(int depth) {
        return switch (dice.below(9)) {
            case 0 -> "(" + of("int", depth) + dice.of(" / ", " % ") + (1 + dice.below(9)) + ")";
            case 1 -> of("String", depth) + ".length()";
            case 2 -> of("int[]", depth) + ".length";
            case 3 -> of("List<Integer>", depth) + ".stream().mapToInt(" + lambda(" ^ ", depth) + ").sum()";
            case 4 ->
                "switch (" + of("int", depth) + " & 3) { case 0 -> " + of("int", depth) + "; case 1, 2 -> "
                        + of("int", depth) + "; default -> " + of("int", depth) + "; }";
            case 5 -> "(int) (" + of(dice.of("long", "double", "char"), depth) + ")";
            case 6 -> "Math." + dice.of("max", "min") + "(" + of("int", depth) + ", " + of("int", depth) + ")";
            case 7 -> member(depth);
            default ->
                "(" + of("int", depth) + dice.of(" + ", " - ", " * ", " & ", " << 3 | ")
                        + of(dice.of("int", "Integer", "char"), depth) + ")";
        };
    }

    // Each has a parameter of its own name, as one may stand inside another.
    private String lambda(String operator, int depth) {
        var name = "e" + lambdas++;
        return name + " -> " + name + operator + of("int", depth);
    }

    // Of an object that is made for it, as the class may use what is declared again.
    private String member(int depth) {
        var fit = scope.types(t -> !t.record() && free(t.name(), t.uses()));
        if (fit.isEmpty()) {
            return of("int", depth);
        }
        return object(dice.of(fit).name(), depth) + dice.of(".get()", ".n");
    }

    private String truth(int depth) {
        return switch (dice.below(4)) {
            case 0 ->
                "(" + of("int", depth) + dice.of(" < ", " >= ", " == ") + of(dice.of("int", "long", "double"), depth)
                        + ")";
            case 1 -> "(" + of("boolean", depth) + dice.of(" && ", " || ", " ^ ") + of("boolean", depth) + ")";
            case 2 -> "!" + of("boolean", 0);
            default -> of("String", depth) + ".equals(" + of("String", depth) + ")";
        };
    }

    // No two texts of unknown length are joined, as a session would double one again and again.
    private String text(int depth) {
        return switch (dice.below(5)) {
            case 0 ->
                "(" + literal("String") + " + " + of(dice.of("int", "char", "double", "boolean", "Integer"), depth)
                        + ")";
            case 1 -> "String.valueOf(" + of(dice.of("int", "long", "List<Integer>"), depth) + ")";
            case 2 -> of("List<Integer>", depth) + ".toString()";
            case 3 -> "Arrays.toString(" + of("int[]", depth) + ")";
            default -> of("String", 0) + dice.of(".toUpperCase()", ".strip()", ".substring(0)");
        };
    }

    private String object(String type, int depth) {
        var found = scope.types(t -> t.name().equals(type)).getFirst();
        use(found.name(), found.uses());
        return "new " + type + "(" + of("int", depth) + (found.record() ? ", " + of("String", depth) : "") + ")";
    }

    private boolean free(String name, Set<String> uses) {
        return allowed.test(name) && uses.stream().allMatch(allowed);
    }

    private void use(String name, Set<String> uses) {
        used.add(name);
        used.addAll(uses);
        called.addAll(uses);
    }
}
