package lectern.data;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Where the files of one data set may be: first on this machine, then outside.
///
/// @param cache the folder that downloads are kept in
/// @param given the folder the user named by `LECTERN_DATASETS`
/// @param mirrors folders on the net, each ending in `/`, asked in this order; none where `LECTERN_OFFLINE` is set
record Places(Path cache, Optional<Path> given, List<URI> mirrors) {

    static final String CACHE_VARIABLE = "LECTERN_CACHE";
    static final String GIVEN_VARIABLE = "LECTERN_DATASETS";
    static final String OFFLINE_VARIABLE = "LECTERN_OFFLINE";

    /// The places of this machine.
    static Places here(String set, List<URI> mirrors) {
        String system = System.getProperty("os.name");
        return of(set, mirrors, System.getenv(), system, Path.of(System.getProperty("user.home")));
    }

    /// `LECTERN_CACHE` if it is set, else the folder where the platform keeps what can be fetched again.
    ///
    /// @param login the home folder as the system's list of users has it; a shell's `HOME` goes before it
    static Places of(String set, List<URI> mirrors, Map<String, String> environment, String system, Path login) {
        Path home = folder(environment, "HOME").orElse(login);
        Path cache = folder(environment, CACHE_VARIABLE)
                .orElseGet(() -> platformCache(environment, system, home).resolve("lectern"));
        boolean offline = !environment.getOrDefault(OFFLINE_VARIABLE, "").isBlank();
        return new Places(cache.resolve(set), folder(environment, GIVEN_VARIABLE), offline ? List.of() : mirrors);
    }

    private static Path platformCache(Map<String, String> environment, String system, Path home) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.startsWith("mac")) {
            return home.resolve("Library", "Caches");
        }
        if (name.startsWith("windows")) {
            return folder(environment, "LOCALAPPDATA").orElse(home.resolve("AppData", "Local"));
        }
        return folder(environment, "XDG_CACHE_HOME").orElse(home.resolve(".cache"));
    }

    private static Optional<Path> folder(Map<String, String> environment, String variable) {
        return Optional.ofNullable(environment.get(variable))
                .filter(value -> !value.isBlank())
                .map(value -> Path.of(value).toAbsolutePath());
    }

    /// The folders of this machine, in the order they are looked at.
    List<Path> folders() {
        Path set = cache.getFileName();
        return given.map(folder -> List.of(cache, folder.resolve(set), folder)).orElse(List.of(cache));
    }
}
