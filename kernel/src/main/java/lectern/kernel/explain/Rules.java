package lectern.kernel.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Mistakes that the compiler's message tells enough of.
final class Rules implements Hint {

    /// @param code how javac's name of the mistake begins
    /// @param message what its message contains
    /// @param advice where `$1` and `$2` stand for the groups of the message, `{name}` for the name at the place
    private record Rule(String code, Pattern message, String advice) {}

    private static final Map<String, String> BOXES = Map.of(
            "int", "Integer",
            "long", "Long",
            "double", "Double",
            "float", "Float",
            "boolean", "Boolean",
            "char", "Character",
            "byte", "Byte",
            "short", "Short");

    private static final Map<String, String> CONCRETE = Map.of(
            "List", "ArrayList",
            "Collection", "ArrayList",
            "Map", "HashMap",
            "Set", "HashSet",
            "Queue", "ArrayDeque",
            "Deque", "ArrayDeque");

    private static final List<Rule> ALL = List.of(
            rule(
                    "unreported.exception",
                    "unreported exception (?:[\\w.]+\\.)?(\\w+)",
                    "this can fail with $1: put it into try { … } catch ($1 e) { … }, or write throws $1 in the head"
                            + " of the method"),
            rule("missing.ret.stmt", "", "one way through the method comes to its end without a return; add one there"),
            rule(
                    "unclosed.str.lit",
                    "",
                    "the string does not end on its line: write \" where it does; text of several lines stands in \"\"\""),
            rule("unclosed.char.lit", "", "text stands in double quotes, \"…\"; single quotes hold one character"),
            rule("empty.char.lit", "", "a char is one character; an empty text is \"\""),
            rule("unclosed.text.block", "", "a text block ends with \"\"\""),
            rule("unclosed.comment", "", "a comment that begins with /* ends with */"),
            rule("illegal.char", "u20(?:18|19|1c|1d|1e)", "this is a typographic quote; write \" instead"),
            rule("type.found.req", "required: variable", "only a variable can be given a value; == compares"),
            rule(
                    "non-static.cant.be.ref",
                    "variable (?:this|super)\\b",
                    "a cell has no this: its variables and methods are called by their names alone"),
            rule(
                    "try.without.catch",
                    "",
                    "add catch (Exception e) { … } behind it; a cell may also leave try away, and is stopped by an exception"),
            rule(
                    "operator.cant.be.applied",
                    "type (\\S+) for unary operator '(\\S+)'",
                    "$2 does not fit $1; compare it first, as in x != 0"),
            rule("expected", "^'(\\S)' or '(\\S)' expected", "a $1 or a $2 is missing at the mark"),
            rule(
                    "non-static.cant.be.ref",
                    "non-static (method|variable) (\\w+)",
                    "the $1 $2 belongs to each object and not to the class: ask an object for it, or declare it static"),
            rule(
                    "var.might.not.have.been.initialized",
                    "variable (\\w+)",
                    "give $1 a value where it is declared, or on every way to this line"),
            rule(
                    "var.might.already.be.assigned|var.might.be.assigned.in.loop",
                    "variable (\\w+)",
                    "a final variable gets its value once; leave final away if $1 is to change"),
            rule(
                    "cant.ref.non.effectively.final.var",
                    "from (a lambda expression|an inner class)",
                    "$1 sees only variables that never change; copy it first, as in var copy = {name};"),
            rule(
                    "int.number.too.large",
                    "",
                    "an int goes up to 2147483647; a larger number is a long, and ends with L"),
            rule(
                    "already.defined",
                    "variable (\\w+) is already defined",
                    "without a type it is given another value: $1 = …; or choose another name"),
            rule("already.defined", "method (\\w+)", "two methods $1 need different parameters, or different names"),
            rule(
                    "cant.assign.val.to",
                    "final (?:variable|parameter) (\\w+)",
                    "a final variable keeps its first value; leave final away where $1 is declared if it is to change"),
            rule("cant.assign.val.to", "variable (\\w+)", "$1 keeps its first value"),
            rule(
                    "cant.infer.local.var.type",
                    "variable (\\w+)",
                    "var takes its type from a value, and here there is none that has one: write the type, as in"
                            + " String $1"),
            rule(
                    "unreachable.stmt",
                    "",
                    "nothing comes to this place: what stands before it never ends, or has left by return, break,"
                            + " continue or throw"),
            rule(
                    "does.not.override.abstract",
                    "^(\\w+) is not abstract and does not override abstract method (.+) in (\\S+)",
                    "$3 asks for a method $2; write it in $1, and declare it public"),
            rule(
                    "not.stmt",
                    "",
                    "a statement does something: it assigns, calls, counts with ++; a value by itself may"
                            + " only stand last in a cell"),
            rule(
                    "except.never.thrown.in.try",
                    "exception (?:[\\w.]+\\.)?(\\w+)",
                    "nothing between try { and } can fail with $1; leave this catch away"),
            rule("illegal.start.of", "", "something is missing just before the mark, or too much there"),
            rule(
                    "operator.cant.be.applied",
                    "operator '(?:[=!]=)'\\s+first type:\\s+(\\S+)\\s+second type:\\s+(\\S+)",
                    "$1 and $2 are never equal; convert one of them"),
            rule(
                    "operator.cant.be.applied",
                    "operator '(\\S+)'\\s+first type:\\s+(\\S+)\\s+second type:\\s+(\\S+)",
                    "$1 cannot join $2 and $3; convert one of them"),
            rule("incomparable.types", "", "values of these types are never equal; convert one of them"),
            rule(
                    "array.req.but.found",
                    "but (\\S.*) found",
                    "[ ] is for arrays; a list has .get(…), a map .get(key), a string .charAt(…)"),
            rule("cant.deref", "^(\\w+) cannot", "$1 is a plain number or truth value and has no members"),
            rule("else.without.if", "", "the if before it has ended: look for a ; behind its ( ), or a } too many"),
            rule("not.exhaustive", "", "add the cases that are missing, or default -> …"),
            rule("illegal.array.creation.both", "", "the values tell how many there are: new int[] {1, 2, 3}"),
            rule("ret.outside.meth", "", "a cell is no method; what is written last, without a semicolon, is shown"),
            rule(
                    "prob.found.req",
                    "unexpected return value",
                    "no value is wanted here: leave it away, or, in a method"
                            + " that is declared void, write its type in place of void"),
            rule("prob.found.req", "missing return value", "the method must return a value here"),
            rule("report.access", "^(\\S+) has (\\w+) access in (\\S+)", "$1 is $2: only $3 itself may use it"),
            rule("override.meth", "", "a method that replaces an inherited one must be declared in the same way"),
            rule("break.outside.switch.loop|cont.outside.loop", "", "it belongs into a loop"),
            rule(
                    "void.not.allowed.here|illegal.initializer.for.type|prob.found.req",
                    "'?void'? (?:type not allowed|cannot)",
                    "the method returns nothing, so that there is no value to use"),
            rule("expected", "^\\S*(\\)|\\]|\\}|\\()\\S* (?:or .*)?expected", "a $1 is missing at the mark"));

    private static Rule rule(String code, String message, String advice) {
        return new Rule(code, Pattern.compile(message), advice);
    }

    @Override
    public Optional<String> of(Mistake mistake) {
        var special = primitive(mistake).or(() -> notConcrete(mistake));
        return special.isPresent()
                ? special
                : ALL.stream()
                        .filter(rule -> mistake.is(rule.code.split("\\|")))
                        .flatMap(rule ->
                                mistake.says(rule.message).map(found -> filled(rule.advice, found, mistake)).stream())
                        .findFirst();
    }

    private static String filled(String advice, MatchResult found, Mistake mistake) {
        var text = advice.replace("{name}", mistake.name());
        for (int i = 1; i <= found.groupCount(); i++) {
            text = text.replace("$" + i, String.valueOf(found.group(i)));
        }
        return text;
    }

    private static Optional<String> primitive(Mistake mistake) {
        return mistake.is("type.found.req")
                ? mistake.says(Pattern.compile("found:\\s+(\\w+)"))
                        .flatMap(found -> Optional.ofNullable(BOXES.get(found.group(1)))
                                .map(box -> "between < and > stands a class: write " + box + " in place of "
                                        + found.group(1)))
                : Optional.empty();
    }

    private static Optional<String> notConcrete(Mistake mistake) {
        return mistake.is("abstract.cant.be.instantiated")
                ? mistake.says(Pattern.compile("(\\w+) is abstract"))
                        .map(found -> CONCRETE.containsKey(found.group(1))
                                ? found.group(1) + " says what such an object can do; one that does it is new "
                                        + CONCRETE.get(found.group(1)) + "<>()"
                                : "make an object of a class that extends or implements " + found.group(1))
                : Optional.empty();
    }
}
