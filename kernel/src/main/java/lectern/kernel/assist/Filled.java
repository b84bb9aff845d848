package lectern.kernel.assist;

/// Text whose lines are broken anew, between words.
final class Filled {

    private static final int WIDTH = 90;

    private final StringBuilder out = new StringBuilder();
    private int column;
    private int begun;
    private int indent;
    private boolean space;
    private boolean code;
    private boolean tags;

    /// Adds words; white space between them is one space, in code it is itself.
    void words(String text) {
        if (code) {
            var lines = out.isEmpty() || out.charAt(out.length() - 1) == ' ' ? text.replaceFirst("^\\s*\n", "") : text;
            out.append(lines.replace("\n", "\n    "));
            return;
        }
        int at = 0;
        while (at < text.length()) {
            int end = at;
            if (Character.isWhitespace(text.charAt(at))) {
                space |= column > begun;
                at++;
                continue;
            }
            while (end < text.length() && !Character.isWhitespace(text.charAt(end))) {
                end++;
            }
            word(text.substring(at, end));
            at = end;
        }
    }

    private void word(String word) {
        if (space && column + 1 + word.length() > WIDTH) {
            newLine(indent);
        } else if (space) {
            out.append(' ');
            column++;
        }
        space = false;
        out.append(word);
        column += word.length();
    }

    private void newLine(int by) {
        out.append('\n').append(" ".repeat(by));
        column = by;
        begun = by;
        space = false;
    }

    /// Adds lines as they are.
    void asIs(String text) {
        var lines = text.split("\n", -1);
        for (int i = 0; i < lines.length; i++) {
            if (i > 0) {
                newLine(indent);
            } else if (space) {
                out.append(' ');
            }
            space = false;
            out.append(lines[i]);
            column += lines[i].length();
        }
    }

    /// Begins a line, if one has been begun.
    void line(int by) {
        if (!out.isEmpty() && column > 0) {
            stripEnd();
            newLine(by);
        }
        indent = by;
    }

    /// Begins a paragraph.
    void paragraph(int by) {
        stripEnd();
        if (!out.isEmpty()) {
            out.append('\n');
            newLine(by);
        }
        indent = by;
    }

    /// Begins the description of a part: after an empty line the first, then each on a line of its own.
    void tag() {
        stripEnd();
        if (!out.isEmpty()) {
            out.append(tags ? "" : "\n");
            newLine(0);
        }
        tags = true;
        indent = 4;
    }

    void startCode() {
        paragraph(4);
        code = true;
    }

    void endCode() {
        code = false;
        paragraph(0);
    }

    /// Adds a listing.
    void code(String text) {
        startCode();
        words(text.strip());
        endCode();
    }

    private void stripEnd() {
        int end = out.length();
        while (end > 0 && Character.isWhitespace(out.charAt(end - 1))) {
            end--;
        }
        out.setLength(end);
        column = 0;
        begun = 0;
        space = false;
    }

    @Override
    public String toString() {
        return out.toString().strip();
    }
}
