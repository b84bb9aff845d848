package lectern.kernel.explain;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import lectern.kernel.compile.Problem;

/// A complaint of the compiler, and what there is to find out about it.
record Mistake(Problem problem, Knowledge knowledge) {

    private static final String CODE = "compiler.err.";

    String text() {
        return problem.source().text();
    }

    String message() {
        return problem.message();
    }

    /// Whether javac calls it by a name that begins with one of these.
    boolean is(String... codes) {
        return is(problem, codes);
    }

    private static boolean is(Problem problem, String... codes) {
        return Arrays.stream(codes).anyMatch(code -> problem.code().startsWith(CODE + code));
    }

    /// Whether the parser found it.
    static boolean isSyntax(Problem problem) {
        return is(problem, "expected", "illegal.start", "not.stmt", "premature.eof", "else.without", "orphaned");
    }

    boolean isSyntax() {
        return isSyntax(problem);
    }

    /// Whether it is a name that means nothing.
    boolean isUnknownName() {
        return is("cant.resolve");
    }

    /// What a pattern finds in the message.
    Optional<MatchResult> says(Pattern pattern) {
        var matcher = pattern.matcher(message());
        return matcher.find() ? Optional.of(matcher.toMatchResult()) : Optional.empty();
    }

    /// Where the wrong name begins: behind the dot, if the compiler points at that.
    int start() {
        return problem.caret();
    }

    /// The name at the place; empty if there is none.
    String name() {
        int end = start();
        while (end >= 0 && end < text().length() && Character.isJavaIdentifierPart(text().charAt(end))) {
            end++;
        }
        return start() < 0 ? "" : text().substring(start(), end);
    }

    /// The line that it is in.
    String line() {
        int at = Math.clamp(problem.position(), 0, text().length());
        int end = text().indexOf('\n', at);
        return text().substring(text().lastIndexOf('\n', at - 1) + 1, end < 0 ? text().length() : end);
    }

    /// What stands before the place, and after it, without space between.
    String before() {
        return text().substring(0, Math.clamp(start(), 0, text().length())).stripTrailing();
    }

    String after() {
        return text().substring(Math.clamp(problem.position(), 0, text().length()));
    }
}
