package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InstallerTest {

    private static Installer installer(Path folder, String content) throws IOException {
        var jar = Files.createDirectories(folder.resolve("from")).resolve("lectern-kernel.jar");
        Files.writeString(jar, content);
        Files.createDirectories(jar.resolveSibling("lib"));
        Files.writeString(jar.resolveSibling("lib").resolve("a.jar"), "library");
        return new Installer(jar, folder.resolve("java"), "Java (Lectern)", _ -> {});
    }

    /// The jar that `kernel.json` names.
    private static Path installed(Path spec) throws IOException {
        var argv = JsonParser.parseString(Files.readString(spec.resolve("kernel.json")))
                .getAsJsonObject()
                .getAsJsonArray("argv");
        return Path.of(argv.get(argv.size() - 2).getAsString());
    }

    private static List<String> files(Path spec) throws IOException {
        try (var files = Files.list(spec)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void everythingIsInOneFolder(@TempDir Path folder) throws IOException {
        var spec = SpecPlaces.under(folder.resolve("a place für it")).resolve("lectern");
        installer(folder, "jar").install(spec);
        var argv = JsonParser.parseString(Files.readString(spec.resolve("kernel.json")))
                .getAsJsonObject()
                .getAsJsonArray("argv");
        assertEquals(folder.resolve("java").toString(), argv.get(0).getAsString());
        var jar = installed(spec);
        assertTrue(jar.startsWith(spec));
        assertEquals("jar", Files.readString(jar));
        assertEquals("{connection_file}", argv.get(argv.size() - 1).getAsString());
        assertTrue(Files.isRegularFile(jar.resolveSibling("lib").resolve("a.jar")));
    }

    @Test
    void aSecondInstallationReplacesTheFirst(@TempDir Path folder) throws IOException {
        var spec = SpecPlaces.under(folder).resolve("lectern");
        installer(folder, "old").install(spec);
        var former = installed(spec).getParent();
        installer(folder, "new").install(spec);
        var jar = installed(spec);
        assertEquals("new", Files.readString(jar));
        assertFalse(Files.exists(former));
        assertEquals(
                List.of(
                        "installing.lock",
                        spec.relativize(jar).getName(0).toString(),
                        "kernel.json",
                        "logo-32x32.png",
                        "logo-64x64.png",
                        "logo-svg.svg"),
                files(spec));
        assertEquals(List.of("lectern"), files(spec.resolveSibling(".")));
    }

    @Test
    void whatIsInstalledAlreadyIsLeftAlone(@TempDir Path folder) throws IOException {
        var spec = SpecPlaces.under(folder).resolve("lectern");
        var installer = installer(folder, "same");
        installer.install(spec);
        var jar = installed(spec);
        installer.install(spec);
        assertEquals(jar, installed(spec));
        Files.delete(jar);
        installer.install(spec);
        assertEquals("same", Files.readString(installed(spec)), "a kernel that lost its jar is made again");
    }

    @Test
    void anInstallationThatWasKilledIsClearedUpByTheNext(@TempDir Path folder) throws IOException {
        var spec = SpecPlaces.under(folder).resolve("lectern");
        installer(folder, "old").install(spec);
        // Killed while it copied, and killed after the step, before the former folder was deleted.
        var halfMade = Files.createDirectories(spec.resolve("kernel-1").resolve("lib"));
        Files.writeString(halfMade.resolve("a.jar"), "libr");
        Files.writeString(Files.createDirectories(spec.resolve("kernel-2")).resolve("lectern-kernel.jar"), "older");
        assertEquals("old", Files.readString(installed(spec)), "the kernel is there all the time");
        installer(folder, "new").install(spec);
        assertEquals("new", Files.readString(installed(spec)));
        assertEquals(6, files(spec).size(), () -> "left over in " + spec);
    }

    @Test
    void withoutAJarNothingIsTouched(@TempDir Path folder) throws IOException {
        var spec = SpecPlaces.under(folder).resolve("lectern");
        installer(folder, "old").install(spec);
        var classes = folder.resolve("classes");
        var broken = new Installer(classes, folder.resolve("java"), "Java (Lectern)", _ -> {});
        assertEquals(
                "install: expected to run from lectern-kernel.jar, found " + classes
                        + "; build it, then run java -jar lectern-kernel.jar install",
                assertThrows(IOException.class, () -> broken.install(spec)).getMessage());
        assertEquals("old", Files.readString(installed(spec)));
    }

    @Test
    void whatAKernelRunsFromStaysUntilItEnds(@TempDir Path folder) throws Exception {
        var spec = SpecPlaces.under(folder).resolve("lectern");
        installer(folder, "old").install(spec);
        var former = installed(spec);
        var kernel = holder(former.resolveSibling("."));
        try {
            installer(folder, "new").install(spec);
            assertEquals("old", Files.readString(former));
            var told = new ArrayList<String>();
            Installer.uninstall(spec, told::add);
            assertEquals(
                    List.of("a kernel still runs from " + former.getParent() + "; delete " + spec
                            + " when it has ended"),
                    told);
            assertFalse(Files.exists(spec.resolve("kernel.json")));
            assertTrue(Files.exists(former));
        } finally {
            kernel.destroyForcibly().waitFor();
        }
        installer(folder, "newer").install(spec);
        assertFalse(Files.exists(former));
        Installer.uninstall(spec, _ -> {});
        assertFalse(Files.exists(spec));
        assertEquals(
                "uninstall: expected this kernel in " + spec + ", found none",
                assertThrows(IOException.class, () -> Installer.uninstall(spec, _ -> {}))
                        .getMessage());
    }

    /// A process that has taken the folder into use.
    private static Process holder(Path folder) throws IOException {
        var process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        folder.toString())
                .start();
        assertEquals('+', process.getInputStream().read());
        return process;
    }

    /// Takes a folder into use until it is ended.
    static final class Holder {

        private Holder() {}

        public static void main(String[] arguments) throws IOException {
            Lease.take(Path.of(arguments[0]));
            System.out.println("+");
            var _ = System.in.read();
        }
    }

    @Test
    void theKernelOfAnotherIsLeftAlone(@TempDir Path folder) throws IOException {
        var spec = Files.createDirectories(SpecPlaces.under(folder).resolve("lectern"));
        Files.writeString(spec.resolve("kernel.json"), "{\"argv\": [\"python\"], \"display_name\": \"Python\"}");
        var installer = installer(folder, "new");
        assertEquals(
                "install: expected a folder of this kernel or none, found another kernel in " + spec
                        + "; choose another --name",
                assertThrows(IOException.class, () -> installer.install(spec)).getMessage());
        assertThrows(IOException.class, () -> Installer.uninstall(spec, _ -> {}));
        assertTrue(Files.exists(spec.resolve("kernel.json")));
    }

    @Test
    void theSpecificationSaysHowToStopAndHasPictures(@TempDir Path folder) throws IOException {
        var spec = SpecPlaces.under(folder).resolve("lectern");
        installer(folder, "jar").install(spec);
        var json = JsonParser.parseString(Files.readString(spec.resolve("kernel.json")))
                .getAsJsonObject();
        assertEquals("message", json.get("interrupt_mode").getAsString());
        assertEquals("java", json.get("language").getAsString());
        assertFalse(json.getAsJsonObject("metadata").get("debugger").getAsBoolean());
        assertEquals(32, ImageIO.read(spec.resolve("logo-32x32.png").toFile()).getWidth());
        assertEquals(64, ImageIO.read(spec.resolve("logo-64x64.png").toFile()).getHeight());
        assertTrue(Files.readString(spec.resolve("logo-svg.svg")).startsWith("<svg"));
    }

    @Test
    void eachPlatformHasItsPlace() {
        var home = Path.of("/home/someone");
        assertEquals(
                Path.of("/home/someone/.local/share/jupyter/kernels"), new SpecPlaces(Map.of(), "Linux", home).user());
        assertEquals(
                Path.of("/data/jupyter/kernels"),
                new SpecPlaces(Map.of("XDG_DATA_HOME", "/data"), "Linux", home).user());
        assertEquals(
                Path.of("/home/someone/Library/Jupyter/kernels"), new SpecPlaces(Map.of(), "Mac OS X", home).user());
        assertEquals(
                Path.of("/jupyter/kernels"),
                new SpecPlaces(Map.of("JUPYTER_DATA_DIR", "/jupyter"), "Windows 11", home).user());
        assertEquals(
                Path.of("/roaming/jupyter/kernels"),
                new SpecPlaces(Map.of("APPDATA", "/roaming"), "Windows 11", home).user());
    }
}
