package lectern.notes;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Properties;

/// The files of KaTeX on the class path.
final class Katex {

    private static final String ROOT = "/META-INF/resources/webjars/katex/" + version() + "/dist/";

    private Katex() {}

    static String script() {
        return text("katex.min.js");
    }

    static String style() {
        return text("katex.min.css");
    }

    /// @param file as named in the style, such as `fonts/KaTeX_Main-Regular.woff2`
    static byte[] font(String file) {
        return read(ROOT + file);
    }

    private static String text(String file) {
        return new String(read(ROOT + file), StandardCharsets.UTF_8);
    }

    private static String version() {
        try (InputStream in = Katex.class.getResourceAsStream("/META-INF/maven/org.webjars.npm/katex/pom.properties")) {
            if (in == null) {
                throw new IllegalStateException("katex: expected its jar on the class path, found none");
            }
            var properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(String path) {
        try (InputStream in = Katex.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("katex: expected " + path + " on the class path, found none");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
