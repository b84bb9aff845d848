package lectern.kernel.explain;

import java.util.regex.Pattern;

/// The compiler's messages without what only its makers need.
public final class Plain {

    private static final Pattern SYMBOL = Pattern.compile("cannot find symbol\\s+symbol:\\s+(.*?)(\\s+location:.*)?");
    private static final Pattern ARGUMENTS = Pattern.compile(
            "(constructor|method) (\\S+) in (?:class|interface|record|enum) (\\S.*?) cannot be applied to given types;"
                    + "\\s+required:\\s+(.*?)\\s+found:\\s+(.*?)\\s+reason:.*",
            Pattern.DOTALL);
    private static final Pattern OPERATOR = Pattern.compile(
            "bad operand types for binary operator '(\\S+)'\\s+first type:\\s+(.*?)\\s+second type:\\s+(.*)");
    private static final Pattern FOUND = Pattern.compile("unexpected type\\s+required: (\\S+)\\s+found:\\s+(\\S+)");
    private static final Pattern GENERIC = Pattern.compile(
            "(?:inference variable \\w+ has incompatible bounds )?no instance\\(s\\) of type variable\\(s\\) \\S+ exist so that (.*) conforms to (.*)");
    private static final Pattern OWN =
            Pattern.compile(" in (?:method run\\$\\d+\\(\\S*\\)|(?:class )?Cell\\d+(?:v\\d+)?)(?= |$)");
    private static final Pattern EXCEPTION = Pattern.compile("\\bexception (?:[a-z]\\w*\\.)+(?=[A-Z])");

    private Plain() {}

    /// @param message with types as the reader writes them
    public static String message(String message) {
        if (message.equals("reached end of file while parsing")) {
            return "reached the end of the cell; is a bracket or parenthesis not closed?";
        }
        var line = message.replaceAll("\\s+", " ");
        if (SYMBOL.matcher(line).matches()) {
            return line.replaceFirst(" symbol: ", ": ").replaceFirst(" location:.*", "");
        }
        var arguments = ARGUMENTS.matcher(message);
        if (arguments.matches()) {
            return (arguments.group(1).equals("method") ? arguments.group(2) : "new " + arguments.group(2))
                    + " expects ("
                    + arguments.group(4).replace("no arguments", "") + "), found ("
                    + arguments.group(5).replace("no arguments", "") + ")";
        }
        if (message.startsWith("no suitable ")) {
            return message.lines().findFirst().orElse("");
        }
        var operator = OPERATOR.matcher(line);
        if (operator.matches()) {
            return "operator " + operator.group(1) + " does not fit " + operator.group(2) + " and " + operator.group(3);
        }
        var found = FOUND.matcher(line);
        if (found.matches()) {
            return "unexpected type: expected a " + found.group(1) + " type, found " + found.group(2);
        }
        var generic = GENERIC.matcher(line);
        if (generic.find()) {
            return generic.replaceAll("$1 cannot be converted to $2");
        }
        var own = OWN.matcher(message.lines().count() < 3 ? line : message).replaceAll("");
        return EXCEPTION.matcher(own).replaceAll("exception ");
    }
}
