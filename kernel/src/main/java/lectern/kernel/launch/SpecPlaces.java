package lectern.kernel.launch;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
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

    /// The user's own folder of specifications.
    Path user() {
        return kernels(data());
    }

    /// The folder of specifications for all users of this machine.
    Path system() {
        return isWindows()
                ? kernels(Path.of(environment.getOrDefault("PROGRAMDATA", "C:\\ProgramData"))
                        .resolve("jupyter"))
                : under(Path.of("/usr/local"));
    }

    /// The folder of specifications under an installation such as a virtual environment.
    static Path under(Path prefix) {
        return kernels(prefix.resolve("share").resolve("jupyter"));
    }

    /// The folders where Jupyter would look for specifications, those named by `JUPYTER_PATH` first.
    ///
    /// @param prefixes installations of Python, or other places with a `share/jupyter`
    List<Path> known(List<Path> prefixes) {
        var folders = new LinkedHashSet<Path>();
        for (var data : environment.getOrDefault("JUPYTER_PATH", "").split(File.pathSeparator, -1)) {
            if (!data.isBlank()) {
                folders.add(kernels(Path.of(data)));
            }
        }
        folders.add(user());
        prefixes.forEach(prefix -> folders.add(under(prefix)));
        for (var named : List.of("VIRTUAL_ENV", "CONDA_PREFIX")) {
            if (environment.containsKey(named)) {
                folders.add(under(Path.of(environment.get(named))));
            }
        }
        folders.add(system());
        if (!isWindows()) {
            folders.add(under(Path.of("/usr")));
        }
        return List.copyOf(folders);
    }

    /// The folders of this kernel among those, whatever name it was given.
    List<Path> installed(List<Path> prefixes) throws IOException {
        var found = new ArrayList<Path>();
        for (var folder : known(prefixes)) {
            if (Files.isDirectory(folder)) {
                Folders.content(folder).stream()
                        .filter(spec -> KernelSpec.read(spec).isPresent())
                        .forEach(found::add);
            }
        }
        return found;
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
        if (os.toLowerCase(Locale.ROOT).startsWith("mac")) {
            return home.resolve("Library").resolve("Jupyter");
        }
        if (isWindows()) {
            return Path.of(environment.getOrDefault("APPDATA", home.toString())).resolve("jupyter");
        }
        var xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        return (xdg.isEmpty() ? home.resolve(".local").resolve("share") : Path.of(xdg)).resolve("jupyter");
    }

    private boolean isWindows() {
        return os.toLowerCase(Locale.ROOT).startsWith("windows");
    }

    private static Path kernels(Path data) {
        return data.resolve("kernels").toAbsolutePath();
    }
}
