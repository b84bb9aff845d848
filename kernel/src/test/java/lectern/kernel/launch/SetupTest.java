package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SetupTest {

    private final ByteArrayOutputStream told = new ByteArrayOutputStream();

    private Setup setup(Path home) {
        return new Setup(new SpecPlaces(Map.of(), "Linux", home), new PrintStream(told, true, StandardCharsets.UTF_8));
    }

    private static void installed(Path kernels, String name, String displayName) throws IOException {
        var folder = kernels.resolveSibling("from " + name);
        var jar = Files.createDirectories(folder).resolve("lectern-kernel.jar");
        Files.writeString(jar, name);
        new Installer(jar, folder.resolve("java"), displayName, _ -> {}).install(kernels.resolve(name));
    }

    @Test
    void severalAreListedSideBySideAndUninstalledByName(@TempDir Path home) throws IOException {
        var places = new SpecPlaces(Map.of(), "Linux", home);
        installed(places.user(), "lectern", "Java (Lectern)");
        installed(places.user(), "next", "Java, next year");
        Files.createDirectories(places.user().resolve("python3"));
        setup(home).list(List.of());
        var list = told.toString(StandardCharsets.UTF_8);
        assertTrue(list.contains("lectern          Java (Lectern)\n"), list);
        assertTrue(list.contains("next             Java, next year\n"), list);
        assertTrue(list.contains("broken: "), list);
        setup(home).uninstall(List.of("--user", "--name", "next"));
        assertEquals(
                List.of(places.user().resolve("lectern")),
                places.installed(List.of()).stream()
                        .filter(spec -> spec.startsWith(home))
                        .toList());
    }

    @Test
    void aPrefixIsLookedInWhenItIsNamed(@TempDir Path home) throws IOException {
        var prefix = home.resolve("an environment für Java");
        installed(SpecPlaces.under(prefix), "lectern", "Java (Lectern)");
        setup(home).list(List.of("--prefix", prefix.toString()));
        assertTrue(told.toString(StandardCharsets.UTF_8).contains(prefix.toString()));
        setup(home).uninstall(List.of("--prefix", prefix.toString()));
        assertTrue(Files.notExists(SpecPlaces.under(prefix).resolve("lectern")));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "--user --system | install: expected one of --user, --system, --prefix, found several",
                "--name | install: expected a value after --name",
                "--name Ümlaut | install: expected a name of lower-case letters, digits, '.', '_' and '-', found Ümlaut",
                "--name ../up | install: expected a name of lower-case letters, digits, '.', '_' and '-', found ../up",
                "--where | install: unknown option --where",
            },
            quoteCharacter = '"')
    void whatMakesNoSenseIsRefused(String options, String message, @TempDir Path home) {
        assertEquals(
                message,
                assertThrows(IllegalArgumentException.class, () -> setup(home).install(List.of(options.split(" ", -1))))
                        .getMessage());
    }
}
