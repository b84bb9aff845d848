package lectern.kernel.launch;

import java.util.regex.Pattern;

/// Patterns as a history is searched by: `*` for any text, `?` for any character, `[abc]` and `[^abc]` for some.
final class Glob {

    private Glob() {}

    static Pattern of(String glob) {
        var regex = new StringBuilder();
        int i = 0;
        while (i < glob.length()) {
            char c = glob.charAt(i);
            int end = c == '[' ? glob.indexOf(']', i + 2) : -1;
            if (end > 0) {
                boolean not = glob.charAt(i + 1) == '^';
                regex.append(not ? "[^" : "[")
                        .append(glob.substring(not ? i + 2 : i + 1, end).replaceAll("[\\\\\\[\\]&^]", "\\\\$0"))
                        .append(']');
                i = end + 1;
            } else {
                regex.append(
                        switch (c) {
                            case '*' -> ".*";
                            case '?' -> ".";
                            default -> Pattern.quote(String.valueOf(c));
                        });
                i++;
            }
        }
        return Pattern.compile(regex.toString(), Pattern.DOTALL);
    }
}
