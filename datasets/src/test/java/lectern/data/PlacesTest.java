package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Path HOME = path("home");

    @Test
    void theCacheIsWhereThePlatformKeepsIt() {
        assertEquals(path("home", ".cache", "lectern", "mnist"), cache(Map.of(), "Linux"));
        assertEquals(path("xdg", "lectern", "mnist"), cache(Map.of("XDG_CACHE_HOME", "xdg"), "Linux"));
        assertEquals(path("home", "Library", "Caches", "lectern", "mnist"), cache(Map.of(), "Mac OS X"));
        assertEquals(path("local", "lectern", "mnist"), cache(Map.of("LOCALAPPDATA", "local"), "Windows 11"));
        assertEquals(path("home", "AppData", "Local", "lectern", "mnist"), cache(Map.of(), "Windows 11"));
    }

    @Test
    void theHomeOfTheShellGoesBeforeThatOfTheSystem() {
        assertEquals(path("shell", ".cache", "lectern", "mnist"), cache(Map.of("HOME", "shell"), "Linux"));
    }

    @Test
    void offlineNothingIsAskedForOnTheNet() {
        assertTrue(places(Map.of("LECTERN_OFFLINE", "1"), "Linux").mirrors().isEmpty());
        assertEquals(1, places(Map.of("LECTERN_OFFLINE", ""), "Linux").mirrors().size());
    }

    @Test
    void theUserMayNameTheCache() {
        assertEquals(path("mine", "mnist"), cache(Map.of("LECTERN_CACHE", "mine", "XDG_CACHE_HOME", "xdg"), "Linux"));
    }

    @Test
    void anEmptyVariableIsNotSet() {
        assertEquals(path("home", ".cache", "lectern", "mnist"), cache(Map.of("LECTERN_CACHE", " "), "Linux"));
    }

    @Test
    void theCacheIsLookedAtBeforeTheGivenFolder() {
        assertEquals(
                List.of(path("mine", "mnist"), path("given", "mnist"), path("given")),
                places(Map.of("LECTERN_CACHE", "mine", "LECTERN_DATASETS", "given"), "Linux")
                        .folders());
        assertEquals(
                List.of(path("mine", "mnist")),
                places(Map.of("LECTERN_CACHE", "mine"), "Linux").folders());
    }

    @Test
    void aRelativeFolderIsMadeAbsolute() {
        assertTrue(cache(Map.of("LECTERN_CACHE", "mine"), "Linux").isAbsolute());
    }

    private static Path path(String first, String... more) {
        return Path.of(first, more).toAbsolutePath();
    }

    private static Path cache(Map<String, String> environment, String system) {
        return places(environment, system).cache();
    }

    private static Places places(Map<String, String> environment, String system) {
        return Places.of("mnist", List.of(URI.create("http://localhost/")), environment, system, HOME);
    }
}
