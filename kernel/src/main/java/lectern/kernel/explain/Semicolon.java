package lectern.kernel.explain;

import java.util.Optional;
import java.util.Set;

/// The parser expects a semicolon: it is missing, or there is a bracket too many.
final class Semicolon implements Hint {

    /// Words that beginners like to call something by.
    private static final Set<String> NAMED =
            Set.of("class", "new", "default", "case", "package", "import", "final", "static", "this", "super", "goto");

    @Override
    public Optional<String> of(Mistake mistake) {
        if (!mistake.message().startsWith("';' expected")) {
            return Optional.empty();
        }
        var next = mistake.after().stripLeading();
        if (next.startsWith(")") || next.startsWith("]")) {
            return Optional.of("there is a " + next.charAt(0) + " too many");
        }
        if (!next.isEmpty() && Character.isDigit(next.charAt(0))) {
            return Optional.of("a name begins with a letter, and two numbers need an operator between them");
        }
        var word = next.replaceAll("(?s)\\W.*", "");
        boolean isNamed = mistake.before().matches("(?s).*\\w");
        if (isNamed && NAMED.contains(word)) {
            return Optional.of(word + " is a word of Java itself; choose another name");
        }
        boolean endsLine = next.startsWith("}")
                || mistake.after().isBlank()
                || mistake.after().stripIndent().startsWith("\n")
                || mistake.after().matches("(?s)[ \\t]*(//[^\\n]*)?\\r?\\n.*");
        var written = mistake.before();
        var last = written.substring(written.lastIndexOf('\n') + 1).strip();
        return Optional.of(
                endsLine
                        ? "a statement ends with a semicolon: " + shortened(last) + ";"
                        : "what stands before the mark is a whole statement: write a semicolon, or an operator, there");
    }

    private static String shortened(String statement) {
        return statement.length() <= 40 ? statement : "…" + statement.substring(statement.length() - 40);
    }
}
