package lectern.kernel.launch;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Where Jupyter looks for kernel specifications.
///
/// @param environment the variables of the process
/// @param os `os.name`
/// @param home the user's home directory
record SpecPlaces(Map<String, String> environment, String os, Path home) {

    /// Those of this machine. Java takes the home folder from the system's list of users; Jupyter, like every shell,
    /// from `HOME`.
    static SpecPlaces here() {
        var home = System.getenv().getOrDefault("HOME", System.getProperty("user.home", "."));
        return new SpecPlaces(System.getenv(), System.getProperty("os.name", ""), Path.of(home));
    }

    /// The user's own folder of the specification.
    Path user() {
        return spec(data());
    }

    /// The folder of the specification under an installation such as a virtual environment.
    static Path under(Path prefix) {
        return spec(prefix.resolve("share").resolve("jupyter"));
    }

    /// The folders where Jupyter would find the specification, those named by `JUPYTER_PATH` first.
    List<Path> known() {
        var folders = new ArrayList<Path>();
        for (var data : environment.getOrDefault("JUPYTER_PATH", "").split(File.pathSeparator, -1)) {
            if (!data.isBlank()) {
                folders.add(spec(Path.of(data)));
            }
        }
        folders.add(user());
        return folders;
    }

    /// The file of the cells that were run.
    Path history() {
        return data().resolve("lectern").resolve("history.jsonl");
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
