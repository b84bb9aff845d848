package lectern.figure;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaveTest {

    private final LineChart chart = Gallery.lines();

    @Test
    void theEndingNamesTheForm(@TempDir Path folder) throws IOException {
        assertEquals(folder.resolve("a.svg"), chart.save(folder.resolve("a.svg").toString()));
        assertArrayEquals(chart.svg().getBytes(StandardCharsets.UTF_8), Files.readAllBytes(folder.resolve("a.svg")));
        assertArrayEquals(
                chart.png(),
                Files.readAllBytes(chart.save(folder.resolve("b.PNG").toString())));
        assertArrayEquals(
                chart.pdf(),
                Files.readAllBytes(chart.save(folder.resolve("c.d.pdf").toString())));
    }

    @Test
    void refusesOtherEndingsAndFoldersThatAreNotThere(@TempDir Path folder) {
        for (String name : new String[] {"a.jpg", "a", "svg", ".pdf.x"}) {
            var refused = assertThrows(IllegalArgumentException.class, () -> chart.save(name));
            assertEquals(
                    "save: expected a file that ends with .svg, .png or .pdf, found " + name, refused.getMessage());
        }
        Path missing = folder.resolve("missing");
        var refused = assertThrows(
                IllegalArgumentException.class,
                () -> chart.save(missing.resolve("a.svg").toString()));
        assertEquals("save: expected a folder that exists, found " + missing + "; make it first", refused.getMessage());
    }
}
