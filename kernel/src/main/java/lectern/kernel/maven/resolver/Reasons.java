package lectern.kernel.maven.resolver;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import lectern.kernel.maven.UnresolvedException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.RepositorySystemSession;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.VersionRangeRequest;
import org.eclipse.aether.resolution.VersionRangeResolutionException;
import org.eclipse.aether.transfer.ArtifactNotFoundException;
import org.eclipse.aether.transfer.ArtifactTransferException;
import org.eclipse.aether.transfer.RepositoryOfflineException;
import org.eclipse.aether.version.Version;

/// Why a library cannot be had, for a reader who does not know Maven.
///
/// @param system what can be asked for versions
/// @param session how
/// @param repositories where
record Reasons(RepositorySystem system, RepositorySystemSession session, List<RemoteRepository> repositories) {

    UnresolvedException of(Exception failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof ArtifactTransferException transfer && transfer.getArtifact() != null) {
                return cause instanceof ArtifactNotFoundException && !isOffline(transfer)
                        ? missing(transfer.getArtifact(), failure)
                        : unreachable(transfer, failure);
            }
        }
        return new UnresolvedException(String.valueOf(failure.getMessage()), "", List.of(), failure);
    }

    private boolean isOffline(Throwable failure) {
        for (var cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RepositoryOfflineException) {
                return true;
            }
        }
        return session.isOffline();
    }

    private UnresolvedException unreachable(ArtifactTransferException transfer, Exception failure) {
        var repository = transfer.getRepository();
        var place = repository == null ? "a repository" : repository.getId() + " (" + repository.getUrl() + ")";
        var why = isOffline(transfer)
                ? "the settings say offline"
                : deepest(transfer).toString();
        return new UnresolvedException(
                "expected to reach " + place + " for " + name(transfer.getArtifact()) + ", found: " + why
                        + "; what was fetched before is in " + local() + " and needs no network",
                "",
                List.of(),
                failure);
    }

    private static Throwable deepest(Throwable failure) {
        var deepest = failure;
        while (deepest.getCause() != null) {
            deepest = deepest.getCause();
        }
        return deepest;
    }

    private UnresolvedException missing(Artifact artifact, Exception failure) {
        var places = repositories.stream()
                .map(repository -> repository.getId() + " (" + repository.getUrl() + ")")
                .collect(Collectors.joining(", "));
        var versions = versions(artifact);
        if (!versions.isEmpty()) {
            return new UnresolvedException(
                    "expected " + name(artifact) + " in " + places + ", found no such version",
                    artifact.getVersion(),
                    versions,
                    failure);
        }
        return new UnresolvedException(
                "expected " + name(artifact) + " in " + places + ", found nothing of this name",
                artifact.getArtifactId(),
                neighbours(artifact),
                failure);
    }

    /// The versions that there are, the newest first.
    private List<String> versions(Artifact artifact) {
        var any = new DefaultArtifact(artifact.getGroupId(), artifact.getArtifactId(), "jar", "[0,)");
        try {
            return system
                    .resolveVersionRange(session, new VersionRangeRequest(any, repositories, null))
                    .getVersions()
                    .reversed()
                    .stream()
                    .map(Version::toString)
                    .toList();
        } catch (VersionRangeResolutionException e) {
            return List.of();
        }
    }

    /// The artefacts of a group in the local repository, and in repositories that are folders.
    private List<String> neighbours(Artifact artifact) {
        var group = artifact.getGroupId();
        var folders = new ArrayList<Path>();
        folders.add(local());
        for (var repository : repositories) {
            if (repository.getProtocol().equals("file")) {
                folders.add(Path.of(URI.create(repository.getUrl())));
            }
        }
        var names = new ArrayList<String>();
        for (var folder : folders) {
            try (var files = Files.list(folder.resolve(group.replace('.', '/')))) {
                files.filter(Files::isDirectory)
                        .forEach(file -> names.add(file.getFileName().toString()));
            } catch (IOException e) {
                // Nothing of this group is there.
            }
        }
        // Asking for it has left an empty folder.
        return names.stream()
                .filter(name -> !name.equals(artifact.getArtifactId()))
                .distinct()
                .sorted()
                .toList();
    }

    private Path local() {
        return session.getLocalRepository().getBasedir().toPath();
    }

    private static String name(Artifact artifact) {
        var what = new StringBuilder(artifact.getGroupId()).append(':').append(artifact.getArtifactId());
        if (!artifact.getClassifier().isEmpty() || !artifact.getExtension().matches("jar|pom")) {
            what.append(':').append(artifact.getExtension());
        }
        if (!artifact.getClassifier().isEmpty()) {
            what.append(':').append(artifact.getClassifier());
        }
        return what.append(':').append(artifact.getVersion()).toString();
    }
}
