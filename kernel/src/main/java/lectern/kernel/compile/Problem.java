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
        int end = position;
        while (end < source.text().length()
                && Character.isJavaIdentifierPart(source.text().charAt(end))) {
            end++;
        }
        return source.text().substring(position, end);
    }
}
