package lectern.kernel.compile;

import com.sun.tools.javac.util.JCDiagnostic;
import java.util.Locale;
import java.util.regex.Pattern;

/// An error that the compiler found in a cell.
///
/// @param source the cell
/// @param position where a caret belongs, in UTF-16 units from 0; -1 if nowhere
/// @param start where the wrong text begins
/// @param end where it ends
/// @param code what javac calls it, such as `compiler.err.cant.resolve.location`
/// @param message what is wrong, in the reader's names
public record Problem(CellSource source, int position, int start, int end, String code, String message) {

    private static final Pattern OWN =
            Pattern.compile("\\bcells\\.(?:Cell\\d+(?:v\\d+)?[.$])?|\\bCell\\d+(?:v\\d+)?[.$]");

    private static final Pattern KNOWN_PACKAGE =
            Pattern.compile("\\bjava\\.(?:lang|util|util\\.function|util\\.stream)\\.(?=[A-Z])");
    private static final Pattern SAME = Pattern.compile("\\b([\\w.]+) cannot be converted to \\1\\b");

    static Problem of(CellSource source, JCDiagnostic diagnostic) {
        return new Problem(
                source,
                (int) diagnostic.getPosition(),
                (int) diagnostic.getStartPosition(),
                (int) diagnostic.getEndPosition(),
                diagnostic.getCode(),
                explained(readable(diagnostic.getMessage(Locale.ROOT))));
    }

    /// A class and the one of its name before it look the same to the reader.
    private static String explained(String message) {
        var same = SAME.matcher(message);
        return same.find()
                ? message + "\n(" + same.group(1) + " was declared anew; what was made before is still of the former "
                        + same.group(1) + ": make it again)"
                : message;
    }

    /// The text without the names that only the compiler knows, and without packages that need not be named.
    public static String readable(String text) {
        return KNOWN_PACKAGE.matcher(withoutCells(text)).replaceAll("");
    }

    /// The text without the names that only the compiler knows.
    public static String withoutCells(String text) {
        return OWN.matcher(text).replaceAll("").replace(CellNames.HIDDEN, "");
    }

    /// Whether all that is wrong is the end of a line.
    boolean isMissingSemicolon() {
        return message.equals("';' expected")
                && source.text()
                        .substring(position)
                        .lines()
                        .findFirst()
                        .orElse("")
                        .isBlank();
    }

    /// Where a reader looks for it: at a name and not at the dot before it; at a package that is not there.
    public int caret() {
        if (isMissingPackage()) {
            return start;
        }
        int at = position;
        if (at >= 0 && at < source.text().length() && source.text().charAt(at) == '.') {
            at++;
            while (at < source.text().length()
                    && Character.isWhitespace(source.text().charAt(at))) {
                at++;
            }
            return at < source.text().length()
                            && Character.isJavaIdentifierStart(source.text().charAt(at))
                    ? at
                    : position;
        }
        return position;
    }

    /// Where the text ends that is to be marked.
    public int caretEnd() {
        return isMissingPackage() ? position : Math.max(end, nameEnd(caret()));
    }

    private boolean isMissingPackage() {
        return code.equals("compiler.err.doesnt.exist") && start >= 0 && start < position;
    }

    /// Whether a declaration in a later cell could mend it: an unqualified name that no one has declared.
    boolean isMissingName() {
        return code.startsWith("compiler.err.cant.resolve")
                && position >= 0
                && position < source.text().length()
                && Character.isJavaIdentifierStart(source.text().codePointAt(position))
                && !isAfterDot();
    }

    private boolean isAfterDot() {
        int before = position - 1;
        while (before >= 0 && Character.isWhitespace(source.text().charAt(before))) {
            before--;
        }
        return before >= 0 && source.text().charAt(before) == '.';
    }

    /// The identifier at the position.
    String name() {
        return source.text().substring(position, nameEnd(position));
    }

    private int nameEnd(int from) {
        int at = Math.max(0, from);
        while (at < source.text().length()
                && Character.isJavaIdentifierPart(source.text().charAt(at))) {
            at++;
        }
        return at;
    }
}
