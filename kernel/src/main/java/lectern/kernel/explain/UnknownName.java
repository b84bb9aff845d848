package lectern.kernel.explain;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A name that means nothing: a class that is not imported, a slip of the pen, a cell that has not been run.
final class UnknownName implements Hint {

    private static final int SHOWN = 3;
    private static final Pattern SYMBOL = Pattern.compile("symbol:\\s+(\\w+)");

    @Override
    public Optional<String> of(Mistake mistake) {
        var name = mistake.name();
        if (!mistake.isUnknownName() || name.isEmpty()) {
            return Optional.empty();
        }
        boolean isMember = mistake.before().endsWith(".");
        boolean isMethod = isMethod(mistake);
        var elsewhere = isMember || isMethod ? Optional.<String>empty() : imports(mistake, name);
        if (elsewhere.isPresent()) {
            return elsewhere;
        }
        var other = otherKind(mistake, name, isMethod);
        if (other.isPresent()) {
            return other;
        }
        var near = near(mistake, name, isMethod);
        if (!near.isEmpty()) {
            return Optional.of("did you mean " + String.join(" or ", near) + "?");
        }
        return isMember
                ? Optional.empty()
                : Optional.of("nothing is called " + name + " here; declare it first, or run the cell that does");
    }

    private static boolean isMethod(Mistake mistake) {
        return mistake.says(SYMBOL)
                .map(found -> found.group(1).equals("method"))
                .orElse(false);
    }

    private static boolean isClass(Mistake mistake) {
        return mistake.says(SYMBOL).map(found -> found.group(1).equals("class")).orElse(false);
    }

    private static Optional<String> imports(Mistake mistake, String name) {
        if (!Character.isUpperCase(name.charAt(0))) {
            return Optional.empty();
        }
        var found = mistake.knowledge().classes(name);
        if (found.isEmpty()) {
            return Optional.empty();
        }
        var declarations =
                found.stream().limit(SHOWN).map(type -> "import " + type + ";").collect(Collectors.joining("   or   "));
        return Optional.of("the class is there, and not imported; add   " + declarations);
    }

    /// A method that is not called, or something else that is.
    private static Optional<String> otherKind(Mistake mistake, String name, boolean isMethod) {
        return isClass(mistake)
                ? Optional.empty()
                : mistake.knowledge().names(mistake.text(), mistake.start(), name::equals).stream()
                        .filter(one -> one.contains("(") != isMethod)
                        .findFirst()
                        .map(one -> isMethod
                                ? name + " is no method: leave the ( ) away, or put new before a class"
                                : name + " is a method: call it, " + (one.endsWith("(") ? one + "…)" : one));
    }

    private static List<String> near(Mistake mistake, String name, boolean isMethod) {
        var all = mistake.knowledge().names(mistake.text(), mistake.start(), other -> Spelling.isNear(name, other));
        boolean isClass = isClass(mistake);
        Predicate<String> sameKind =
                one -> isMethod == one.contains("(") && (!isClass || Character.isUpperCase(one.charAt(0)));
        var same = all.stream().filter(sameKind).toList();
        var some = same.isEmpty() ? all : same;
        int least = some.stream()
                .mapToInt(one -> Spelling.distanceOfLetters(name, plain(one)))
                .min()
                .orElse(0);
        return some.stream()
                .distinct()
                .filter(one -> Spelling.distanceOfLetters(name, plain(one)) == least)
                .sorted(Comparator.comparingInt(one -> Spelling.rank(name, plain(one))))
                .limit(SHOWN)
                .map(one -> one.endsWith("(") ? one + "…)" : one)
                .toList();
    }

    private static String plain(String suggestion) {
        return suggestion.replaceAll("\\W.*", "");
    }
}
