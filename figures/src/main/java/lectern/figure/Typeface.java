package lectern.figure;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import lectern.data.CacheFolder;

/// The font of all figures. It comes with them, so that words take the same room and have the same shape on any
/// machine, whatever fonts that has.
///
/// @param regular of size 1
/// @param bold of size 1
record Typeface(Font regular, Font bold) {

    /// What stylesheets call it.
    static final String NAME = "DejaVu Sans";

    private static final String FOLDER = "fonts";

    /// Loaded when the first figure is drawn.
    private static final class Own {
        static final Typeface FACE =
                new Typeface(load("DejaVuSans.ttf", Font.PLAIN), load("DejaVuSans-Bold.ttf", Font.BOLD));
    }

    /// The font for some words. Where it lacks one of their letters, Java's own choice for them all.
    static Font of(String words, boolean bold, float size) {
        Font own = bold ? Own.FACE.bold : Own.FACE.regular;
        boolean shown = own.canDisplayUpTo(words) < 0;
        return (shown ? own : javas(bold ? Font.BOLD : Font.PLAIN)).deriveFont(size);
    }

    private static Font load(String name, int style) {
        try {
            return Font.createFont(Font.TRUETYPE_FONT, file(name).toFile());
        } catch (IOException | FontFormatException e) {
            // No folder can be written: figures are drawn all the same, with what the machine has.
            return javas(style);
        }
    }

    private static Font javas(int style) {
        return new Font(Font.SANS_SERIF, style, 1);
    }

    /// Java reads a font from a file, again and again while it is used. One copy serves all processes.
    private static Path file(String name) throws IOException {
        byte[] bytes = bytes(name);
        try {
            return kept(CacheFolder.of(FOLDER), name, bytes);
        } catch (IOException e) {
            Path folder = Files.createTempDirectory("lectern-fonts");
            folder.toFile().deleteOnExit();
            Path file = kept(folder, name, bytes);
            file.toFile().deleteOnExit();
            return file;
        }
    }

    /// The file with these bytes in a folder, written whole or not at all.
    static Path kept(Path folder, String name, byte[] bytes) throws IOException {
        Path file = folder.resolve(name);
        if (!Files.isRegularFile(file) || Files.size(file) != bytes.length) {
            Files.createDirectories(folder);
            Path part = Files.createTempFile(folder, name, ".part");
            try {
                Files.write(part, bytes);
                Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
            } finally {
                Files.deleteIfExists(part);
            }
        }
        return file;
    }

    private static byte[] bytes(String name) throws IOException {
        try (InputStream in = Typeface.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IOException("the font " + name + " is not among the resources");
            }
            return in.readAllBytes();
        }
    }
}
