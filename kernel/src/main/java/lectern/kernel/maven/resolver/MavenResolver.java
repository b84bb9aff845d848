package lectern.kernel.maven.resolver;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import lectern.kernel.maven.Library;
import lectern.kernel.maven.LibraryResolver;
import lectern.kernel.maven.Progress;
import lectern.kernel.maven.Repository;
import lectern.kernel.maven.UnresolvedException;
import org.apache.maven.repository.internal.MavenRepositorySystemUtils;
import org.eclipse.aether.ConfigurationProperties;
import org.eclipse.aether.DefaultRepositorySystemSession;
import org.eclipse.aether.RepositoryException;
import org.eclipse.aether.RepositorySystem;
import org.eclipse.aether.artifact.DefaultArtifact;
import org.eclipse.aether.collection.CollectRequest;
import org.eclipse.aether.graph.Dependency;
import org.eclipse.aether.repository.LocalRepository;
import org.eclipse.aether.repository.RemoteRepository;
import org.eclipse.aether.resolution.ArtifactDescriptorRequest;
import org.eclipse.aether.resolution.ArtifactRequest;
import org.eclipse.aether.resolution.ArtifactResolutionException;
import org.eclipse.aether.resolution.DependencyRequest;
import org.eclipse.aether.supplier.RepositorySystemSupplier;
import org.eclipse.aether.util.artifact.JavaScopes;
import org.eclipse.aether.util.repository.SimpleArtifactDescriptorPolicy;
import org.eclipse.aether.util.repository.SimpleResolutionErrorPolicy;

/// Fetches libraries as Maven does, from where the user's settings say, into the user's local repository.
public final class MavenResolver implements LibraryResolver {

    private static final int CONNECT_MILLISECONDS = 10_000;
    private static final int REQUEST_MILLISECONDS = 60_000;

    private final RepositorySystem system = new RepositorySystemSupplier().get();
    private final UserSettings settings;

    /// @param home the user's Maven folder
    /// @throws IllegalArgumentException if the settings there cannot be understood
    public MavenResolver(Path home) {
        settings = UserSettings.read(home);
    }

    private DefaultRepositorySystemSession session() {
        var session = MavenRepositorySystemUtils.newSession();
        settings.apply(session);
        session.setLocalRepositoryManager(system.newLocalRepositoryManager(
                session, new LocalRepository(settings.localRepository().toFile())));
        session.setSystemProperties(System.getProperties());
        session.setConfigProperty(ConfigurationProperties.CONNECT_TIMEOUT, CONNECT_MILLISECONDS);
        session.setConfigProperty(ConfigurationProperties.REQUEST_TIMEOUT, REQUEST_MILLISECONDS);
        // Who tries again after a mistake, or without a network, must not get yesterday's answer.
        session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(false, false));
        // Of what is asked for by name the POM must be there; of the rest it is Maven's own lenience.
        session.setArtifactDescriptorPolicy(new SimpleArtifactDescriptorPolicy(true, true));
        return session;
    }

    private List<RemoteRepository> repositories(DefaultRepositorySystemSession session, List<Repository> added) {
        var all = new ArrayList<>(settings.repositories());
        added.forEach(one -> {
            all.removeIf(known -> known.getId().equals(one.id()));
            all.add(new RemoteRepository.Builder(one.id(), "default", one.url()).build());
        });
        return system.newResolutionRepositories(session, all);
    }

    @Override
    public List<Library> resolve(List<String> coordinates, List<Repository> repositories, Progress progress)
            throws UnresolvedException {
        var session = session();
        session.setTransferListener(new Transfers(progress));
        var request = new CollectRequest();
        request.setRepositories(repositories(session, repositories));
        for (var one : coordinates) {
            request.addDependency(new Dependency(new DefaultArtifact(one), JavaScopes.COMPILE));
        }
        return resolve(session, request);
    }

    @Override
    public List<Library> resolve(Path pom, Set<String> scopes, List<Repository> repositories, Progress progress)
            throws UnresolvedException {
        var session = session();
        session.setTransferListener(new Transfers(progress));
        session.setWorkspaceReader(new OnePom(pom));
        var known = repositories(session, repositories);
        try {
            var read =
                    system.readArtifactDescriptor(session, new ArtifactDescriptorRequest(OnePom.ARTIFACT, known, null));
            var request = new CollectRequest();
            request.setRepositories(system.newResolutionRepositories(session, read.getRepositories()));
            known.forEach(request::addRepository);
            request.setManagedDependencies(read.getManagedDependencies());
            for (var dependency : read.getDependencies()) {
                if (scopes.contains(dependency.getScope().isEmpty() ? JavaScopes.COMPILE : dependency.getScope())) {
                    request.addDependency(dependency.setScope(JavaScopes.COMPILE));
                }
            }
            return resolve(session, request);
        } catch (RepositoryException e) {
            throw new Reasons(system, session, known).of(e);
        }
    }

    private List<Library> resolve(DefaultRepositorySystemSession session, CollectRequest request)
            throws UnresolvedException {
        try {
            return system
                    .resolveDependencies(session, new DependencyRequest(request, null))
                    .getArtifactResults()
                    .stream()
                    .map(result -> result.getArtifact())
                    .filter(artifact -> !artifact.getExtension().equals("pom"))
                    .map(artifact -> new Library(
                            artifact.getGroupId(),
                            artifact.getArtifactId(),
                            artifact.getVersion(),
                            artifact.getFile().toPath()))
                    .toList();
        } catch (RepositoryException e) {
            throw new Reasons(system, session, request.getRepositories()).of(e);
        }
    }

    @Override
    public void fetchSources(List<Library> libraries, List<Repository> repositories) {
        var session = session();
        // That a library has none need not be asked again on the same day.
        session.setResolutionErrorPolicy(new SimpleResolutionErrorPolicy(true, false));
        var known = repositories(session, repositories);
        for (var library : libraries) {
            var sources = new DefaultArtifact(library.group(), library.artifact(), "sources", "jar", library.version());
            try {
                system.resolveArtifact(session, new ArtifactRequest(sources, known, null));
            } catch (ArtifactResolutionException e) {
                // Not every library comes with its sources.
            }
        }
    }
}
