package lectern.kernel.explain;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/// A value of one type where another is needed.
final class Conversion implements Hint {

    private static final Pattern TYPES = Pattern.compile(
            "incompatible types:(?: bad type in \\w+ expression| bad return type in lambda expression)?\\s+(\\S.*?) cannot be converted to (\\S+)");
    private static final Pattern LOSSY = Pattern.compile("possible lossy conversion from (\\w+) to (\\w+)");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?<![=!<>+*/%&|^-])=(?!=)");
    private static final Pattern CONDITION = Pattern.compile("^\\s*(?:\\} *else +)?(?:if|while)\\b");
    private static final Pattern PRIMITIVE = Pattern.compile("byte|short|char|int|long|float|double|boolean");
    private static final Map<String, String> PARSERS = Map.of(
            "int", "Integer.parseInt(…)",
            "Integer", "Integer.parseInt(…)",
            "long", "Long.parseLong(…)",
            "double", "Double.parseDouble(…)",
            "Double", "Double.parseDouble(…)",
            "float", "Float.parseFloat(…)",
            "boolean", "Boolean.parseBoolean(…)",
            "char", "….charAt(0)");

    @Override
    public Optional<String> of(Mistake mistake) {
        if (!mistake.is("prob.found.req", "cant.apply.symbol")) {
            return Optional.empty();
        }
        var lossy = mistake.says(LOSSY).map(found -> lossy(mistake, found.group(1), found.group(2)));
        return lossy.isPresent()
                ? lossy
                : mistake.says(TYPES).flatMap(found -> converted(mistake, found.group(1), found.group(2)));
    }

    private static String lossy(Mistake mistake, String from, String to) {
        var number = mistake.after().replaceAll("(?s)[^0-9.].*", "");
        if (to.equals("float") && !number.isEmpty()) {
            return "numbers with a point are double; write " + number + "f for a float";
        }
        return from.equals("double") || from.equals("float")
                ? article(to) + " cannot hold all of a " + from + ": declare it " + from + ", or cut with (" + to
                        + ") (…), which drops what stands behind the point"
                : article(to) + " cannot hold every " + from + ": declare it " + from + ", or convert with (" + to
                        + ") (…), which drops what does not fit";
    }

    private static Optional<String> converted(Mistake mistake, String from, String to) {
        if (to.equals("boolean")
                && CONDITION.matcher(mistake.line()).find()
                && ASSIGNMENT.matcher(mistake.line()).find()) {
            return Optional.of("= gives a value, == compares");
        }
        if (from.equals("String") && PARSERS.containsKey(to)) {
            return Optional.of("a String becomes " + article(to) + " by " + PARSERS.get(to));
        }
        if (from.startsWith("Optional")) {
            return Optional.of("there may be no value: take it by .orElseThrow(), or by .orElse(…)");
        }
        if (to.equals("Throwable")) {
            return Optional.of("what is thrown is an exception: throw new IllegalArgumentException(…)");
        }
        if (to.equals("String")) {
            return Optional.of("any value becomes a String by String.valueOf(…), or by \"\" + …");
        }
        if (from.equals("Object")) {
            return Optional.of("if it really is " + article(to) + ", say so: (" + to + ") …");
        }
        if (to.equals("boolean")) {
            return Optional.of("a condition is true or false; compare, as in … != 0");
        }
        if (from.contains("<") && to.contains("<")) {
            return Optional.of("what stands between < and > must be the same on both sides");
        }
        return from.endsWith("[]") == to.endsWith("[]")
                        || PRIMITIVE.matcher(from).matches()
                                == PRIMITIVE.matcher(to).matches()
                ? Optional.empty()
                : Optional.of("declare what is on the left as " + from + ", or make " + article(to) + " of the value");
    }

    private static String article(String noun) {
        return ("aeiouAEIOU".indexOf(noun.charAt(0)) >= 0 ? "an " : "a ") + noun;
    }
}
