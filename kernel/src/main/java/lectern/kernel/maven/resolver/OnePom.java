package lectern.kernel.maven.resolver;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.eclipse.aether.artifact.Artifact;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.repository.WorkspaceReader;
import org.eclipse.aether.repository.WorkspaceRepository;
import org.jspecify.annotations.Nullable;

/// A POM outside of all repositories, under coordinates that no one else uses.
///
/// @param file where it is
/// @param repository what it seems to come from
record OnePom(Path file, WorkspaceRepository repository) implements WorkspaceReader {

    /// What it is asked for by.
    static final Artifact ARTIFACT = new DefaultArtifact("lectern.notebook", "notebook", "pom", "1");

    OnePom(Path file) {
        this(file, new WorkspaceRepository("notebook"));
    }

    @Override
    public WorkspaceRepository getRepository() {
        return repository;
    }

    @Override
    public @Nullable File findArtifact(Artifact artifact) {
        return isIt(artifact) && artifact.getExtension().equals("pom") ? file.toFile() : null;
    }

    @Override
    public List<String> findVersions(Artifact artifact) {
        return isIt(artifact) ? List.of(ARTIFACT.getVersion()) : List.of();
    }

    private static boolean isIt(Artifact artifact) {
        return Objects.equals(artifact.getGroupId(), ARTIFACT.getGroupId())
                && artifact.getArtifactId().equals(ARTIFACT.getArtifactId());
    }
}
