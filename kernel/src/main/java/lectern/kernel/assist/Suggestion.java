package lectern.kernel.assist;

/// What may stand in place of the name that is being written.
///
/// @param text what to write: a method with its opening parenthesis, and the closing one too if it has no parameters
/// @param signature its declaration; empty for a keyword
public record Suggestion(String text, Kind kind, String signature) {

    /// What it is.
    public enum Kind {
        FUNCTION,
        VARIABLE,
        FIELD,
        CLASS,
        KEYWORD,
        PACKAGE,
        COMMAND
    }
}
