package lectern.kernel.eval.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Makes declarations of variables, methods and classes, new ones or again, and tells the scope.
final class Declarations {

    // What an expression made for the type is of, neither more nor less.
    private static final Set<String> EXACT = Set.of("int", "long", "double", "boolean", "char", "String");

    private final Dice dice;
    private final Scope scope;
    private final Expressions expressions;

    Declarations(Dice dice, Scope scope, Expressions expressions) {
        this.dice = dice;
        this.scope = scope;
        this.expressions = expressions;
    }

    /// A variable, none that a declaration of the cell uses; what it is set to has nothing to do with an older one of
    /// its name.
    String variable(Set<String> taken) {
        var name = fresh("v", 10, taken);
        if (name.isEmpty() || expressions.called().contains(name)) {
            return ";";
        }
        var kept = scope.types(t -> t.uses().isEmpty());
        var type = kept.isEmpty() || !dice.once(6)
                ? dice.of(Expressions.TYPES)
                : dice.of(kept).name();
        boolean inferred = EXACT.contains(type) && dice.once(3);
        // JShell loses the value of a `var` when what it was computed from is declared again.
        expressions.begin(used -> !inferred && !used.equals(name), List.of());
        var value = expressions.of(type, 3);
        scope.declare(new Scope.Variable(name, type, expressions.used()));
        if (dice.once(8)) {
            return type + " " + name + "; " + name + " = " + value + ";";
        }
        return (inferred ? "var" : type) + " " + name + " = " + value + ";";
    }

    /// A method, none of those that the cell has already.
    String method(Set<String> taken) {
        var name = fresh("m", 8, taken);
        if (name.isEmpty()) {
            return variable(taken);
        }
        taken.add(name);
        var types = parameterTypes(name);
        var parameters = new ArrayList<Scope.Variable>();
        for (int i = 0; i < types.size(); i++) {
            parameters.add(new Scope.Variable("p" + i, types.get(i), Set.of()));
        }
        var result = dice.of(Expressions.TYPES);
        boolean throwing = dice.once(6);
        // JShell refuses what makes two methods of one name wrong at a time.
        expressions.begin(scope.usedByAnother(name, types) ? _ -> false : lower(name), parameters);
        var body = body(name, result, throwing);
        taken.addAll(expressions.used());
        scope.declare(new Scope.Method(name, types, result, expressions.used(), throwing));
        return head(result, name, parameters) + " {" + body + "}";
    }

    private String body(String name, String result, boolean throwing) {
        var body = new StringBuilder(dice.once(3) ? "\n" : " ");
        if (dice.once(4)) {
            body.append("System.out.print(\"" + name + " \"); ");
        }
        if (throwing) {
            body.append("if (" + expressions.of("boolean", 2) + ") throw new IllegalStateException("
                    + expressions.of("String", 1) + ");\n");
        }
        if (dice.once(4)) {
            var type = dice.of(Expressions.TYPES);
            body.append("final " + type + " local = " + expressions.of(type, 2)
                    + "; System.out.print(local != null ? \"\" : \"null\");\n"
                            .replace(
                                    "local != null ? \"\" : \"null\"",
                                    Character.isUpperCase(type.charAt(0)) ? "local" : "\"" + type + "\""));
        }
        return body.append("return " + expressions.of(result, 3) + "; ").toString();
    }

    private String head(String result, String name, List<Scope.Variable> parameters) {
        return dice.of("", "", "", "public ", "static ", "private static ") + result + " " + name
                + parameters.stream().map(p -> p.type() + " " + p.name()).collect(Collectors.joining(", ", "(", ")"));
    }

    // An overload of what is there already, or a method of its own.
    private List<String> parameterTypes(String name) {
        var same = scope.methods(m -> m.name().equals(name));
        if (!same.isEmpty() && dice.once(2)) {
            return dice.of(same).parameters();
        }
        return switch (dice.below(4)) {
            case 0 -> List.of();
            case 1 -> List.of("int");
            case 2 -> List.of("String", dice.of("int", "double", "List<Integer>"));
            default -> List.of("int[]");
        };
    }

    /// A class or a record.
    String type(Set<String> taken) {
        var name = fresh("C", 5, taken);
        if (name.isEmpty()) {
            return variable(taken);
        }
        taken.add(name);
        if (dice.once(2)) {
            scope.declare(new Scope.Type(name, Set.of(), true));
            return "record " + name + "(int a, String b) "
                    + dice.of(
                            "{ }",
                            "{ int twice() { return 2 * a; } }",
                            "{ static int made = 0; public " + name + " { made++; } }");
        }
        var number = List.of(new Scope.Variable("n", "int", Set.of()));
        expressions.begin(dice.once(2) ? lower(name) : _ -> false, number);
        var first = expressions.of("int", 2);
        var second = expressions.of("int", 2);
        taken.addAll(expressions.used());
        scope.declare(new Scope.Type(
                name, expressions.used().stream().filter(u -> !u.equals("n")).collect(Collectors.toSet()), false));
        return dice.of("class ", "class ", "final class ", "public class ") + name + " {\n    final int n;\n    " + name
                + "(int n) { this.n = n ^ " + first + "; }\n    int get() { return n - " + second + "; }\n}";
    }

    /// A method that uses a variable which may come later, of this type or another.
    String waiting(Set<String> taken) {
        var name = "w" + dice.below(4);
        var later = "v" + dice.below(10);
        if (!scope.isNew(later) || !taken.add(name)) {
            return variable(taken);
        }
        taken.add(later);
        scope.doubtful().add(name + "()");
        return "int " + name + "() { return " + later + " + " + expressions.literal("int") + "; }";
    }

    private String fresh(String kind, int count, Set<String> taken) {
        var name = kind + dice.below(count);
        return taken.contains(name) ? "" : name;
    }

    private static Predicate<String> lower(String name) {
        int rank = Scope.rank(name);
        return used -> used.charAt(0) == 'v' || Scope.rank(used) < rank;
    }
}
