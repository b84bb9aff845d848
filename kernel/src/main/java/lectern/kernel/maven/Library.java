package lectern.kernel.maven;

import java.nio.file.Path;

/// A file that was fetched.
///
/// @param group of the artefact
/// @param artifact its name
/// @param version its version
/// @param file where it lies in the local repository; its sources, if there are any, lie beside it
public record Library(String group, String artifact, String version, Path file) {

    /// What versions of one library have in common.
    public String key() {
        var name = file.getFileName().toString();
        int version = name.indexOf("-" + version());
        return group + ":"
                + (version < 0
                        ? name
                        : name.substring(0, version)
                                + name.substring(version + 1 + version().length()));
    }

    @Override
    public String toString() {
        return group + ":" + artifact + ":" + version;
    }
}
