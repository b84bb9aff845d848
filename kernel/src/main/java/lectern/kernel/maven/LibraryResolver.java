package lectern.kernel.maven;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;

/// Finds libraries and all that they need, and fetches what is not in the local repository yet.
public interface LibraryResolver {

    /// Fetches libraries by their coordinates, `group:artifact[:extension[:classifier]]:version`.
    ///
    /// @param repositories where to look beside the central one and those of the user's settings
    /// @throws IllegalArgumentException if coordinates are not of this form
    /// @throws UnresolvedException if one of them, or of what it needs, cannot be had
    List<Library> resolve(List<String> coordinates, List<Repository> repositories, Progress progress)
            throws UnresolvedException;

    /// Fetches what a POM depends on.
    ///
    /// @param scopes of the dependencies that count
    /// @throws UnresolvedException if the POM cannot be read, or something cannot be had
    List<Library> resolve(Path pom, Set<String> scopes, List<Repository> repositories, Progress progress)
            throws UnresolvedException;

    /// Fetches the sources of libraries, as far as there are any, to where the libraries lie.
    void fetchSources(List<Library> libraries, List<Repository> repositories);
}
