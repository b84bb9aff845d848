package lectern.nn.save;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/// Reads the few things of JSON that a header has: objects, strings, lists of whole numbers. What is not as the
/// caller asks is refused, so that no text can send it deeper than the caller goes.
final class JsonReader {

    /// A whole number of more would not fit.
    private static final int DIGITS = 18;

    private final String text;
    private int at;

    JsonReader(String text) {
        this.text = text;
    }

    /// Members, whose values `value` reads; no name twice.
    void object(Consumer<String> value) {
        Set<String> known = new HashSet<>();
        take('{');
        if (!found('}')) {
            do {
                int before = at;
                String name = string();
                if (!known.add(name)) {
                    at = before;
                    throw unlike("a name that was not there before");
                }
                take(':');
                value.accept(name);
            } while (found(','));
            take('}');
        }
    }

    List<Long> numbers() {
        List<Long> numbers = new ArrayList<>();
        take('[');
        if (!found(']')) {
            do {
                numbers.add(number());
            } while (found(','));
            take(']');
        }
        return numbers;
    }

    private long number() {
        spaces();
        int from = at;
        while (at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9' && at - from < DIGITS) {
            at++;
        }
        if (at == from || (text.charAt(from) == '0' && at > from + 1)) {
            at = from;
            throw unlike("a whole number of 0 or more");
        }
        return Long.parseLong(text.substring(from, at));
    }

    String string() {
        take('"');
        StringBuilder string = new StringBuilder();
        while (at < text.length() && text.charAt(at) != '"') {
            char c = text.charAt(at);
            if (c < ' ') {
                throw unlike("no control character");
            }
            at++;
            string.append(c == '\\' ? escaped() : c);
        }
        take('"');
        return string.toString();
    }

    private char escaped() {
        String rest = text.substring(at, Math.min(at + 5, text.length()));
        int plain = rest.isEmpty() ? -1 : "\"\\/bfnrt".indexOf(rest.charAt(0));
        if (plain >= 0) {
            at++;
            return "\"\\/\b\f\n\r\t".charAt(plain);
        }
        if (!rest.matches("u[0-9a-fA-F]{4}")) {
            throw unlike("an escape sequence");
        }
        at += 5;
        return (char) Integer.parseInt(rest.substring(1), 16);
    }

    void end() {
        spaces();
        if (at < text.length()) {
            throw unlike("the end of the header");
        }
    }

    private void take(char c) {
        if (!found(c)) {
            throw unlike("'" + c + "'");
        }
    }

    private boolean found(char c) {
        spaces();
        boolean found = at < text.length() && text.charAt(at) == c;
        at += found ? 1 : 0;
        return found;
    }

    private void spaces() {
        while (at < text.length() && " \t\n\r".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    IllegalArgumentException unlike(String expected) {
        String found = at < text.length() ? text.substring(at, Math.min(at + 20, text.length())) : "its end";
        return new IllegalArgumentException("expected " + expected + " at " + at + " of the header, found " + found);
    }
}
