package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TypefaceTest {

    @TempDir
    private Path folder;

    @Test
    void theFontIsTheOneThatComesWithTheFigures() {
        assertEquals("DejaVu Sans", Typeface.of("∂L/∂w → α²", false, 12).getFamily());
        assertEquals("DejaVu Sans Bold", Typeface.of("loss", true, 12).getFontName());
    }

    @Test
    void theFileIsWrittenOnceAndMendedIfItWasCutShort() throws IOException {
        byte[] bytes = {1, 2, 3};
        Path file = Typeface.kept(folder.resolve("fonts"), "a.ttf", bytes);
        var written = Files.getLastModifiedTime(file);
        assertEquals(written, Files.getLastModifiedTime(Typeface.kept(folder.resolve("fonts"), "a.ttf", bytes)));
        Files.write(file, new byte[] {1});
        Typeface.kept(folder.resolve("fonts"), "a.ttf", bytes);
        assertArrayEquals(bytes, Files.readAllBytes(file));
        try (var files = Files.list(folder.resolve("fonts"))) {
            assertEquals(List.of(file), files.toList());
        }
    }
}
