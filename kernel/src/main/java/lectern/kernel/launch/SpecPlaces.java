package lectern.kernel.launch;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// Where Jupyter looks for kernel specifications.
///
/// @param environment the variables of the process
/// @param os `os.name`
/// @param home the user's home directory
record SpecPlaces(Map<String, String> environment, String os, Path home) {

    static SpecPlaces here() {
        return new SpecPlaces(
                System.getenv(), System.getProperty("os.name", ""), Path.of(System.getProperty("user.home", ".")));
    }

    /// The user's own folder of the specification.
    Path user() {
        return spec(data());
    }

    /// The folder of the specification under an installation such as a virtual environment.
    static Path under(Path prefix) {
        return spec(prefix.resolve("share").resolve("jupyter"));
    }

    private Path data() {
        var named = environment.getOrDefault("JUPYTER_DATA_DIR", "");
        if (!named.isEmpty()) {
            return Path.of(named);
        }
        var system = os.toLowerCase(Locale.ROOT);
        if (system.startsWith("mac")) {
            return home.resolve("Library").resolve("Jupyter");
        }
        if (system.startsWith("windows")) {
            return Path.of(environment.getOrDefault("APPDATA", home.toString())).resolve("jupyter");
        }
        var xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        return (xdg.isEmpty() ? home.resolve(".local").resolve("share") : Path.of(xdg)).resolve("jupyter");
    }

    private static Path spec(Path data) {
        return data.resolve("kernels").resolve("lectern").toAbsolutePath();
    }
}
