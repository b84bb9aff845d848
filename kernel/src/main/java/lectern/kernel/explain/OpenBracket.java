package lectern.kernel.explain;

import java.util.ArrayDeque;
import java.util.Optional;
import java.util.regex.Pattern;

/// The cell ends inside a bracket: which one.
final class OpenBracket implements Hint {

    /// What is no code: comments, text blocks, strings, characters.
    private static final Pattern TEXT = Pattern.compile(
            "//[^\\n]*|/\\*.*?\\*/|\"\"\".*?\"\"\"|\"(?:\\\\.|[^\"\\\\\\n])*\"|'(?:\\\\.|[^'\\\\\\n])+'",
            Pattern.DOTALL);

    @Override
    public Optional<String> of(Mistake mistake) {
        if (!mistake.is("premature.eof")) {
            return Optional.empty();
        }
        var text =
                TEXT.matcher(mistake.text()).replaceAll(found -> found.group().replaceAll("[^\\n]", "_"));
        var open = new ArrayDeque<Integer>();
        for (int i = 0; i < text.length(); i++) {
            switch (text.charAt(i)) {
                case '(', '[', '{' -> open.push(i);
                case ')', ']', '}' -> open.poll();
                default -> {}
            }
        }
        return Optional.ofNullable(open.peek())
                .map(at -> "the " + text.charAt(at) + " of " + place(text, at) + " is not closed");
    }

    private static String place(String text, int at) {
        long line = text.substring(0, at).lines().count();
        int start = text.lastIndexOf('\n', at) + 1;
        return "line " + (at == start ? line + 1 : line) + ", column " + (at - start + 1);
    }
}
