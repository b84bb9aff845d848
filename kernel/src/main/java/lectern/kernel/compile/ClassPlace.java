package lectern.kernel.compile;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import javax.tools.JavaFileObject;
import org.jspecify.annotations.Nullable;

/// A jar or a folder of the class path, and the classes in it.
sealed interface ClassPlace {

    /// Nothing is in a place that does not exist, as for the JVM.
    ///
    /// @throws IOException if it exists and cannot be read
    static ClassPlace of(Path path) throws IOException {
        return Files.isRegularFile(path) ? new Jar(path) : new Folder(path);
    }

    /// Where it is.
    Path path();

    /// The class files directly in a package.
    ///
    /// @param packageName with dots, empty for the unnamed one
    List<JavaFileObject> classes(String packageName) throws IOException;

    /// The jars that this one names in its manifest.
    List<Path> references() throws IOException;

    /// @param path need not exist
    record Folder(Path path) implements ClassPlace {

        @Override
        public List<JavaFileObject> classes(String packageName) throws IOException {
            var folder = path.resolve(packageName.replace('.', '/'));
            var found = new ArrayList<JavaFileObject>();
            if (Files.isDirectory(folder)) {
                try (var files = Files.list(folder)) {
                    for (var file : files.toList()) {
                        var name = file.getFileName().toString();
                        if (name.endsWith(LibraryClass.ENDING)) {
                            found.add(
                                    new LibraryClass(packageName, name, file::toUri, () -> Files.newInputStream(file)));
                        }
                    }
                }
            }
            return found;
        }

        @Override
        public List<Path> references() {
            return List.of();
        }
    }

    /// A jar, open from here on. What it holds is read from its directory, once.
    final class Jar implements ClassPlace {

        private final Path path;
        private final JarFile file;
        private @Nullable Map<String, List<String>> packages;

        Jar(Path path) throws IOException {
            this.path = path;
            file = new JarFile(path.toFile(), false, JarFile.OPEN_READ, Runtime.version());
        }

        @Override
        public Path path() {
            return path;
        }

        @Override
        public List<JavaFileObject> classes(String packageName) {
            var packages = packages();
            var found = new ArrayList<JavaFileObject>();
            for (var name : packages.getOrDefault(packageName.replace('.', '/'), List.of())) {
                var entry = packageName.isEmpty() ? name : packageName.replace('.', '/') + "/" + name;
                found.add(new LibraryClass(packageName, name, () -> uri(entry), () -> open(entry)));
            }
            return found;
        }

        /// Compilers on several threads share it.
        private synchronized Map<String, List<String>> packages() {
            if (packages == null) {
                packages = index();
            }
            return packages;
        }

        private URI uri(String entry) {
            return URI.create("jar:" + path.toUri() + "!/" + entry);
        }

        private InputStream open(String entry) throws IOException {
            return file.getInputStream(file.getJarEntry(entry));
        }

        private Map<String, List<String>> index() {
            var all = new HashMap<String, List<String>>();
            for (var entries = file.entries(); entries.hasMoreElements(); ) {
                var name = entries.nextElement().getName();
                if (name.endsWith(LibraryClass.ENDING)) {
                    int end = Math.max(0, name.lastIndexOf('/'));
                    all.computeIfAbsent(name.substring(0, end), _ -> new ArrayList<>())
                            .add(name.substring(end == 0 ? 0 : end + 1));
                }
            }
            return all;
        }

        @Override
        public List<Path> references() throws IOException {
            var manifest = file.getManifest();
            var value = manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            var found = new ArrayList<Path>();
            if (value != null) {
                for (var reference : value.strip().split("\\s+", -1)) {
                    var uri = path.toUri().resolve(reference);
                    if (uri.getScheme().equals("file")) {
                        found.add(Path.of(uri));
                    }
                }
            }
            return found;
        }
    }
}
