package lectern.kernel.assist;

import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.util.Name;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import lectern.kernel.compile.CellNames;

/// The packages that cells can import from, of the JDK and of the class path, each under the one that it is in.
final class Packages {

    private final Javac javac;
    private final Supplier<List<Path>> classPath;
    private final Map<Path, Set<String>> known = new HashMap<>();
    private final Set<String> ofModules = new HashSet<>();

    /// @param classPath the jars and folders that cells see
    Packages(Javac javac, Supplier<List<Path>> classPath) {
        this.javac = javac;
        this.classPath = classPath;
    }

    /// The last names of the packages directly in one; in none, if the name is empty.
    Set<String> in(String parent) {
        var prefix = parent.isEmpty() ? "" : parent + ".";
        var found = new TreeSet<String>();
        collect(ofModules(), prefix, found);
        for (var path : classPath.get()) {
            collect(known.computeIfAbsent(path.toAbsolutePath(), Packages::read), prefix, found);
        }
        return found;
    }

    /// The package of this name; nothing is in it if there is none.
    PackageSymbol named(String name) {
        Name written = javac.names().fromString(name);
        var visible = javac.syms().unnamedModule.visiblePackages.get(written);
        return visible != null ? visible : javac.syms().lookupPackage(javac.syms().unnamedModule, written);
    }

    /// The class of this name.
    Optional<ClassSymbol> type(String qualified) {
        int dot = qualified.lastIndexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        var simple = javac.names().fromString(qualified.substring(dot + 1));
        for (var symbol : named(qualified.substring(0, dot)).members().getSymbolsByName(simple)) {
            if (symbol instanceof ClassSymbol type) {
                return Optional.of(type);
            }
        }
        return Optional.empty();
    }

    private static void collect(Set<String> packages, String prefix, Set<String> found) {
        for (var name : packages) {
            if (name.startsWith(prefix)) {
                int end = name.indexOf('.', prefix.length());
                found.add(name.substring(prefix.length(), end < 0 ? name.length() : end));
            }
        }
    }

    private Set<String> ofModules() {
        if (ofModules.isEmpty()) {
            javac.syms().unnamedModule.visiblePackages.keySet().forEach(name -> ofModules.add(name.toString()));
            ofModules.remove("");
            ofModules.remove(CellNames.PACKAGE);
        }
        return ofModules;
    }

    private static Set<String> read(Path path) {
        try {
            return Files.isDirectory(path) ? folder(path) : Files.isRegularFile(path) ? jar(path) : Set.of();
        } catch (IOException | UncheckedIOException e) {
            // What cannot be read holds no classes either.
            return Set.of();
        }
    }

    private static Set<String> folder(Path path) throws IOException {
        try (var files = Files.walk(path)) {
            var found = new HashSet<String>();
            files.filter(file -> file.toString().endsWith(".class") && !path.equals(file.getParent()))
                    .forEach(file -> found.add(
                            path.relativize(file.getParent()).toString().replace(File.separatorChar, '.')));
            return found;
        }
    }

    private static Set<String> jar(Path path) throws IOException {
        try (var jar = new JarFile(path.toFile())) {
            var found = new HashSet<String>();
            var entries = new ArrayList<String>();
            jar.entries().asIterator().forEachRemaining(entry -> entries.add(entry.getName()));
            for (var entry : entries) {
                int end = entry.lastIndexOf('/');
                if (end > 0 && entry.endsWith(".class") && !entry.startsWith("META-INF/")) {
                    found.add(entry.substring(0, end).replace('/', '.'));
                }
            }
            return found;
        }
    }
}
