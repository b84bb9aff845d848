package lectern.kernel.explain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// What is right in Python, JavaScript or C, and is written otherwise in Java.
final class OtherLanguage implements Hint {

    private record Habit(Pattern line, String advice) {}

    private static final String LOOP =
            "Java counts with for (int i = 0; i < n; i++) { … }, and goes through a list with"
                    + " for (var each : list) { … }";
    private static final String NOTHING = "nothing is written null in Java";
    private static final String PRINT = "Java prints with System.out.println(…)";
    private static final String LENGTH =
            "Java asks a list for its .size(), a string for its .length(), an array for its .length";
    private static final String CONSTANT = "a constant is declared with final and its type: final int K = 3;";

    private static final Map<String, String> NAMES = Map.ofEntries(
            Map.entry("print", PRINT),
            Map.entry("println", PRINT),
            Map.entry("printf", "Java prints with System.out.printf(…)"),
            Map.entry("puts", PRINT),
            Map.entry("cout", PRINT),
            Map.entry("console", PRINT),
            Map.entry("input", "Java reads a line with IO.readln(…)"),
            Map.entry("True", "in Java it is written true"),
            Map.entry("False", "in Java it is written false"),
            Map.entry("TRUE", "in Java it is written true"),
            Map.entry("FALSE", "in Java it is written false"),
            Map.entry("None", NOTHING),
            Map.entry("nil", NOTHING),
            Map.entry("NULL", NOTHING),
            Map.entry("Null", NOTHING),
            Map.entry("undefined", NOTHING),
            Map.entry("self", "an object calls itself this in Java"),
            Map.entry("len", LENGTH),
            Map.entry("str", "any value becomes a String by String.valueOf(…)"),
            Map.entry("range", LOOP),
            Map.entry("not", "not is written ! in Java"),
            Map.entry("let", "a variable is declared with var or with its type: int k = 3;"),
            Map.entry("auto", "a variable is declared with var or with its type: int k = 3;"),
            Map.entry("function", "a method is declared with its types: int twice(int x) { return 2 * x; }"),
            Map.entry("bool", "in Java it is written boolean"),
            Map.entry("dict", "a dictionary is a Map: Map.of(\"a\", 1), or new HashMap<String, Integer>()"),
            Map.entry("raise", "exceptions are raised with throw: throw new IllegalArgumentException(\"…\");"));

    private static final List<Habit> HABITS = List.of(
            habit(
                    "^\\s*(?:from\\s+\\w+\\s+)?import\\s+[\\w.]+\\s+(?:as|import)\\b|^\\s*import\\s+[a-z]\\w*\\s*;?\\s*$|^\\s*from\\s",
                    "this imports a module of Python; Java imports classes: import java.util.List;"),
            habit("^\\s*def\\s", "a method is declared with its types: int twice(int x) { return 2 * x; }"),
            habit("^\\s*for\\s+\\w+\\s+in\\b", LOOP),
            habit("\\belif\\b", "elif is written else if in Java"),
            habit(
                    "^\\s*(?:if|while|for|else|class|try|except|with)\\b.*:\\s*$",
                    "a block stands between { and } in Java, and a condition in ( and )"),
            habit("\\blambda\\b", "a lambda is written x -> … in Java"),
            habit("\\w\\s*\\*\\*\\s*\\w", "a power is Math.pow(base, exponent) in Java"),
            habit("(?:=|return|\\()\\s*\\[", "a list is List.of(1, 2, 3) in Java, an array new int[] {1, 2, 3}"),
            habit("=\\s*\\{\\s*\"[^\"]*\"\\s*:", "a dictionary is Map.of(\"a\", 1) in Java"),
            habit("[\\w)]\\s+and\\s+[\\w(!]", "and is written && in Java"),
            habit("[\\w)]\\s+or\\s+[\\w(!]", "or is written || in Java"),
            habit("\\bnot\\s+\\w", "not is written ! in Java"),
            habit("\\)\\s*then\\b", "there is no then in Java: if (…) { … }"),
            habit(
                    "^\\s*for\\s*\\([^;()]*,",
                    "the three parts of for stand between semicolons: for (int i = 0; i < n; i++) { … }"),
            habit("=\\s*\\d+,\\d+\\s*;", "numbers are written with a point: 1.5"),
            habit("^\\s*const\\s", CONSTANT),
            habit("\\bf\"", "values are put into text with String.format(\"%d\", n), or joined: \"n = \" + n"));

    private static Habit habit(String line, String advice) {
        return new Habit(Pattern.compile(line), advice);
    }

    @Override
    public Optional<String> of(Mistake mistake) {
        if (mistake.isUnknownName()) {
            return mistake.before().endsWith(".") ? Optional.empty() : Optional.ofNullable(NAMES.get(mistake.name()));
        }
        if (mistake.is("doesnt.exist")) {
            return Optional.ofNullable(NAMES.get(mistake.name()));
        }
        if (mistake.is("illegal.char") && mistake.message().contains("'#'")) {
            return Optional.of("a comment begins with // in Java");
        }
        var line = mistake.line().replaceAll("\"[^\"]*\"", "\"\"");
        return mistake.isSyntax()
                ? HABITS.stream()
                        .filter(habit -> habit.line.matcher(line).find())
                        .map(Habit::advice)
                        .findFirst()
                : Optional.empty();
    }
}
