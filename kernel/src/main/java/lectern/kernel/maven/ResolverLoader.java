package lectern.kernel.maven;

import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;

/// Loads Maven's code from the folder `resolver` beside the kernel, where no cell sees it.
public final class ResolverLoader extends URLClassLoader {

    private static final String INSIDE = "lectern.kernel.maven.resolver.";

    private ResolverLoader(URL[] urls) {
        super("resolver", urls, ResolverLoader.class.getClassLoader());
    }

    /// A resolver at work.
    ///
    /// @param home the user's Maven folder: settings, and the local repository unless these name another
    /// @throws IOException if the kernel is not installed whole
    public static LibraryResolver open(Path home) throws IOException {
        // It stays open as long as the kernel lives.
        @SuppressWarnings("resource")
        var loader = new ResolverLoader(urls());
        try {
            return (LibraryResolver) loader.loadClass(INSIDE + "MavenResolver")
                    .getConstructor(Path.class)
                    .newInstance(home);
        } catch (ReflectiveOperationException e) {
            throw new IOException("the resolver of libraries does not start: " + e.getCause(), e);
        }
    }

    private static URL[] urls() throws IOException {
        try {
            var location =
                    ResolverLoader.class.getProtectionDomain().getCodeSource().getLocation();
            var folder = Path.of(location.toURI()).resolveSibling("resolver");
            if (!Files.isDirectory(folder)) {
                throw new IOException("expected the jars that fetch libraries in " + folder
                        + ", found no such folder; install the kernel anew");
            }
            var urls = new ArrayList<URL>();
            urls.add(location);
            try (var files = Files.list(folder)) {
                for (var file : files.sorted().toList()) {
                    urls.add(url(file));
                }
            }
            return urls.toArray(URL[]::new);
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of the kernel's own jar is not a path", e);
        }
    }

    private static URL url(Path file) throws MalformedURLException {
        return file.toUri().toURL();
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(INSIDE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            var loaded = findLoadedClass(name);
            return loaded == null ? findClass(name) : loaded;
        }
    }
}
