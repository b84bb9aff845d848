package lectern.data;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PlacesTest {

    private static final Path HOME = Path.of("home");

    @Test
    void theCacheIsWhereThePlatformKeepsIt() {
        assertEquals(Path.of("home", ".cache", "lectern", "mnist"), cache(Map.of(), "Linux"));
        assertEquals(Path.of("xdg", "lectern", "mnist"), cache(Map.of("XDG_CACHE_HOME", "xdg"), "Linux"));
        assertEquals(Path.of("home", "Library", "Caches", "lectern", "mnist"), cache(Map.of(), "Mac OS X"));
        assertEquals(Path.of("local", "lectern", "mnist"), cache(Map.of("LOCALAPPDATA", "local"), "Windows 11"));
        assertEquals(Path.of("home", "AppData", "Local", "lectern", "mnist"), cache(Map.of(), "Windows 11"));
    }

    @Test
    void theUserMayNameTheCache() {
        assertEquals(
                Path.of("mine", "mnist"), cache(Map.of("LECTERN_CACHE", "mine", "XDG_CACHE_HOME", "xdg"), "Linux"));
    }

    @Test
    void anEmptyVariableIsNotSet() {
        assertEquals(Path.of("home", ".cache", "lectern", "mnist"), cache(Map.of("LECTERN_CACHE", " "), "Linux"));
    }

    @Test
    void theCacheIsLookedAtBeforeTheGivenFolder() {
        assertEquals(
                List.of(Path.of("mine", "mnist"), Path.of("given", "mnist"), Path.of("given")),
                places(Map.of("LECTERN_CACHE", "mine", "LECTERN_DATASETS", "given"), "Linux")
                        .folders());
        assertEquals(
                List.of(Path.of("mine", "mnist")),
                places(Map.of("LECTERN_CACHE", "mine"), "Linux").folders());
    }

    private static Path cache(Map<String, String> environment, String system) {
        return places(environment, system).cache();
    }

    private static Places places(Map<String, String> environment, String system) {
        return Places.of("mnist", List.of(), environment, system, HOME);
    }
}
