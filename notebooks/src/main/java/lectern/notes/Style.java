package lectern.notes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/// The style of every page, from `notes.css`.
final class Style {

    private Style() {}

    static String text() {
        try (InputStream in = Style.class.getResourceAsStream("notes.css")) {
            if (in == null) {
                throw new IllegalStateException("notes: expected notes.css on the class path, found none");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
