package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallerTest {

    private static Installer installer(Path folder, String content) throws IOException {
        var jar = Files.createDirectories(folder.resolve("from")).resolve("lectern-kernel.jar");
        Files.writeString(jar, content);
        Files.createDirectories(jar.resolveSibling("lib"));
        Files.writeString(jar.resolveSibling("lib").resolve("a.jar"), "library");
        return new Installer(jar, folder.resolve("java"));
    }

    @Test
    void everythingIsInOneFolder(@TempDir Path folder) throws IOException {
        var spec = SpecPlaces.under(folder.resolve("a place für it"));
        installer(folder, "jar").install(spec);
        var argv = JsonParser.parseString(Files.readString(spec.resolve("kernel.json")))
                .getAsJsonObject()
                .getAsJsonArray("argv");
        assertEquals(folder.resolve("java").toString(), argv.get(0).getAsString());
        var jar = Path.of(argv.get(argv.size() - 2).getAsString());
        assertEquals("jar", Files.readString(jar));
        assertEquals("{connection_file}", argv.get(argv.size() - 1).getAsString());
        assertTrue(Files.isRegularFile(jar.resolveSibling("lib").resolve("a.jar")));
    }

    @Test
    void aSecondInstallationReplacesTheFirst(@TempDir Path folder) throws IOException {
        var spec = SpecPlaces.under(folder);
        installer(folder, "old").install(spec);
        Files.writeString(spec.resolve("left over"), "");
        installer(folder, "new").install(spec);
        assertEquals("new", Files.readString(spec.resolve("lectern-kernel.jar")));
        assertFalse(Files.exists(spec.resolve("left over")));
        try (var files = Files.list(spec.getParent())) {
            assertEquals(1, files.count(), "nothing half-made is left beside it");
        }
    }

    @Test
    void withoutAJarNothingIsTouched(@TempDir Path folder) throws IOException {
        var spec = SpecPlaces.under(folder);
        installer(folder, "old").install(spec);
        var classes = folder.resolve("classes");
        var broken = new Installer(classes, folder.resolve("java"));
        assertEquals(
                "install: expected to run from lectern-kernel.jar, found " + classes
                        + "; build it, then run java -jar lectern-kernel.jar install",
                assertThrows(IOException.class, () -> broken.install(spec)).getMessage());
        assertEquals("old", Files.readString(spec.resolve("lectern-kernel.jar")));
    }

    @Test
    void eachPlatformHasItsPlace() {
        var home = Path.of("/home/someone");
        assertEquals(
                Path.of("/home/someone/.local/share/jupyter/kernels/lectern"),
                new SpecPlaces(Map.of(), "Linux", home).user());
        assertEquals(
                Path.of("/data/jupyter/kernels/lectern"),
                new SpecPlaces(Map.of("XDG_DATA_HOME", "/data"), "Linux", home).user());
        assertEquals(
                Path.of("/home/someone/Library/Jupyter/kernels/lectern"),
                new SpecPlaces(Map.of(), "Mac OS X", home).user());
        assertEquals(
                Path.of("/jupyter/kernels/lectern"),
                new SpecPlaces(Map.of("JUPYTER_DATA_DIR", "/jupyter"), "Windows 11", home).user());
        assertEquals(
                Path.of("/roaming/jupyter/kernels/lectern"),
                new SpecPlaces(Map.of("APPDATA", "/roaming"), "Windows 11", home).user());
    }
}
