package lectern.kernel.magic;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import lectern.kernel.eval.EngineSwitch;
import lectern.kernel.explain.Spelling;
import lectern.kernel.maven.Library;
import lectern.kernel.maven.LibraryResolver;
import lectern.kernel.maven.Progress;
import lectern.kernel.maven.Repository;
import lectern.kernel.maven.ResolverLoader;
import lectern.kernel.maven.UnresolvedException;
import org.jspecify.annotations.Nullable;

/// The libraries that cells have fetched from Maven repositories, and where further ones are looked for.
final class Libraries {

    private static final int SHOWN = 5;

    private interface Task {
        List<Library> run(LibraryResolver resolver, Progress progress) throws UnresolvedException;
    }

    private final Supplier<EngineSwitch> evaluator;
    private final Path home;
    private final Executor later;
    private final List<Repository> repositories = new ArrayList<>();
    private final Map<String, Library> added = new LinkedHashMap<>();
    private @Nullable LibraryResolver resolver;

    /// @param home the user's Maven folder
    /// @param later does what no one waits for
    Libraries(Supplier<EngineSwitch> evaluator, Path home, Executor later) {
        this.later = later;
        this.evaluator = evaluator;
        this.home = home;
    }

    /// Has libraries looked for in a further place.
    void addRepository(Repository repository) {
        repositories.removeIf(known -> known.id().equals(repository.id()));
        repositories.add(repository);
    }

    /// Adds libraries by their coordinates, with all that they need, to the class path.
    ///
    /// @param command who asks
    /// @return the files that were added
    List<String> add(String command, List<String> coordinates) throws IOException, InterruptedException {
        return add(command, (resolver, progress) -> resolver.resolve(coordinates, List.copyOf(repositories), progress));
    }

    /// Adds what a POM depends on.
    List<String> add(String command, Path pom, Set<String> scopes) throws IOException, InterruptedException {
        return add(command, (resolver, progress) -> resolver.resolve(pom, scopes, List.copyOf(repositories), progress));
    }

    private List<String> add(String command, Task task) throws IOException, InterruptedException {
        var ready = resolver;
        if (ready == null) {
            ready = ResolverLoader.open(home);
            resolver = ready;
        }
        var progress = new Downloads(System.out);
        var found = await(command, ready, task, progress);
        progress.end();
        var fresh = new ArrayList<Library>();
        for (var library : found) {
            var known = added.putIfAbsent(library.key(), library);
            if (known == null) {
                fresh.add(library);
            } else if (!known.version().equals(library.version())) {
                System.out.println(
                        "note: " + known + " stays on the class path; restart the kernel to have " + library.version());
            }
        }
        var files = fresh.stream().map(Library::file).toList();
        evaluator.get().addToClassPath(files);
        fetchSources(ready, fresh);
        return files.stream().map(Path::toString).toList();
    }

    /// On a thread of its own: reading from a socket is not stopped by an interrupt, waiting is.
    private static List<Library> await(String command, LibraryResolver resolver, Task task, Downloads progress)
            throws InterruptedException {
        var result = new CompletableFuture<List<Library>>();
        Thread.ofPlatform().daemon().name("libraries").start(() -> {
            try {
                result.complete(task.run(resolver, progress));
            } catch (UnresolvedException | RuntimeException | Error e) {
                result.completeExceptionally(e);
            }
        });
        try {
            return result.get();
        } catch (InterruptedException e) {
            progress.cancel();
            throw e;
        } catch (ExecutionException e) {
            throw switch (e.getCause()) {
                case UnresolvedException unresolved ->
                    new IllegalArgumentException(command + ": " + unresolved.getMessage() + nearest(unresolved), e);
                case IllegalArgumentException wrong ->
                    new IllegalArgumentException(command + ": " + wrong.getMessage(), e);
                case null, default -> new IllegalStateException(command + " failed", e);
            };
        }
    }

    private static String nearest(UnresolvedException unresolved) {
        if (unresolved.known().isEmpty() || unresolved.wanted().isEmpty()) {
            return "";
        }
        return unresolved.known().stream()
                .sorted(Comparator.comparingInt(known -> Spelling.rank(known, unresolved.wanted())))
                .limit(SHOWN)
                .collect(Collectors.joining(", ", "; the nearest there: ", ""));
    }

    /// For documentation, which no one asks for in the next second.
    private void fetchSources(LibraryResolver resolver, List<Library> libraries) {
        var where = List.copyOf(repositories);
        later.execute(() -> resolver.fetchSources(libraries, where));
    }
}
