package lectern.kernel.compile;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;

/// What javac finds on the class path, read from the directories of the jars.
///
/// javac's own way opens each jar as a file system and walks through all of its folders: at the start of a kernel that
/// is half a second of compiled and interpreted code for libraries that hold ten thousand classes each.
final class ClassPathFiles extends ForwardingJavaFileManager<StandardJavaFileManager> {

    /// The class path of this JVM, for all compilers in it.
    private static final Map<Path, ClassPlace> OWN = own();

    private final Map<Path, ClassPlace> places = new LinkedHashMap<>(OWN);

    ClassPathFiles(StandardJavaFileManager ofModules) {
        super(ofModules);
    }

    private static Map<Path, ClassPlace> own() {
        var places = new LinkedHashMap<Path, ClassPlace>();
        try {
            for (var path : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
                if (!path.isEmpty()) {
                    add(Path.of(path), places);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places;
    }

    /// Adds a jar with those that it refers to, or a folder; at the end.
    ///
    /// @throws IOException if it cannot be read
    void add(Path path) throws IOException {
        add(path, places);
    }

    private static void add(Path path, Map<Path, ClassPlace> places) throws IOException {
        var absolute = path.toAbsolutePath().normalize();
        if (!places.containsKey(absolute)) {
            var place = ClassPlace.of(absolute);
            places.put(absolute, place);
            for (var reference : place.references()) {
                add(reference, places);
            }
        }
    }

    /// The jars and folders in their order.
    List<Path> paths() {
        return List.copyOf(places.keySet());
    }

    @Override
    public Iterable<JavaFileObject> list(
            Location location, String packageName, Set<JavaFileObject.Kind> kinds, boolean recurse) throws IOException {
        if (location != StandardLocation.CLASS_PATH) {
            return super.list(location, packageName, kinds, recurse);
        }
        var found = new ArrayList<JavaFileObject>();
        if (kinds.contains(JavaFileObject.Kind.CLASS)) {
            for (var place : places.values()) {
                found.addAll(place.classes(packageName));
            }
        }
        return found;
    }

    @Override
    public String inferBinaryName(Location location, JavaFileObject file) {
        return file instanceof LibraryClass library ? library.binaryName() : super.inferBinaryName(location, file);
    }

    @Override
    public boolean hasLocation(Location location) {
        return location == StandardLocation.CLASS_PATH || super.hasLocation(location);
    }
}
