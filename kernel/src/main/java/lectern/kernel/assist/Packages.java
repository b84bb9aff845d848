package lectern.kernel.assist;

import com.sun.tools.javac.code.Flags;
import com.sun.tools.javac.code.Symbol.ClassSymbol;
import com.sun.tools.javac.code.Symbol.PackageSymbol;
import com.sun.tools.javac.util.Name;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.jar.JarFile;
import lectern.kernel.compile.CellNames;

/// The packages that cells can import from, of the JDK and of the class path, each under the one that it is in.
final class Packages {

    private static final int OFFERED = 20;

    /// @param names of all packages
    /// @param types full names by simple names, of classes that are not inside others
    private record Content(Set<String> names, SortedMap<String, Set<String>> types) {}

    private static final Path MODULES =
            FileSystems.getFileSystem(URI.create("jrt:/")).getPath("modules");
    private static final List<String> LIKELY = List.of("java.util.", "java.", "lectern.", "javax.");

    private final Javac javac;
    private final Supplier<List<Path>> classPath;
    private final Map<Path, Content> known = new HashMap<>();
    private final Map<String, String> ofModules = new HashMap<>();
    private final Content ofJava = new Content(new HashSet<>(), new TreeMap<>());

    /// @param classPath the jars and folders that cells see
    Packages(Javac javac, Supplier<List<Path>> classPath) {
        this.javac = javac;
        this.classPath = classPath;
    }

    /// The last names of the packages directly in one; in none, if the name is empty.
    Set<String> in(String parent) {
        var prefix = parent.isEmpty() ? "" : parent + ".";
        var found = new TreeSet<String>();
        collect(ofModules().keySet(), prefix, found);
        contents().forEach(content -> collect(content.names, prefix, found));
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

    /// The full names of the public classes of a simple name, those of the best known packages first.
    List<String> classes(String simpleName) {
        var found = new LinkedHashSet<String>();
        ofModules().forEach((name, module) -> {
            if (Files.exists(MODULES.resolve(module + "/" + name.replace('.', '/') + "/" + simpleName + ".class"))) {
                found.add(name + "." + simpleName);
            }
        });
        contents().forEach(content -> found.addAll(content.types.getOrDefault(simpleName, Set.of())));
        return found.stream()
                .filter(name -> type(name)
                        .filter(type -> (type.flags() & Flags.PUBLIC) != 0)
                        .isPresent())
                .sorted(Comparator.comparingInt(Packages::rank).thenComparing(name -> name))
                .toList();
    }

    /// Some public classes whose simple names begin so, of the class path and of what the JDK offers to programs.
    ///
    /// @param wanted which of them
    List<ClassSymbol> beginning(String prefix, Predicate<ClassSymbol> wanted) {
        var places = new ArrayList<>(List.of(ofJava()));
        places.addAll(contents());
        return places.stream()
                .flatMap(place -> place.types.subMap(prefix, prefix + Character.MAX_VALUE).values().stream())
                .flatMap(Set::stream)
                .distinct()
                .sorted(Comparator.comparingInt(Packages::rank).thenComparing(name -> name))
                .flatMap(name -> type(name).stream())
                .filter(type -> (type.flags() & Flags.PUBLIC) != 0 && wanted.test(type))
                .limit(OFFERED)
                .toList();
    }

    /// What is in `java` and `javax`.
    private Content ofJava() {
        if (ofJava.types.isEmpty()) {
            ofModules().forEach((name, module) -> {
                if (name.startsWith("java")) {
                    var folder = name.replace('.', '/');
                    try (var files = Files.newDirectoryStream(MODULES.resolve(module + "/" + folder))) {
                        files.forEach(file -> add(folder + "/" + file.getFileName(), ofJava));
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                }
            });
        }
        return ofJava;
    }

    private static int rank(String name) {
        for (int i = 0; i < LIKELY.size(); i++) {
            if (name.startsWith(LIKELY.get(i))) {
                return i;
            }
        }
        return LIKELY.size();
    }

    private static void collect(Set<String> packages, String prefix, Set<String> found) {
        for (var name : packages) {
            if (name.startsWith(prefix)) {
                int end = name.indexOf('.', prefix.length());
                found.add(name.substring(prefix.length(), end < 0 ? name.length() : end));
            }
        }
    }

    /// The packages that modules of the JDK show, with the names of the modules.
    private Map<String, String> ofModules() {
        if (ofModules.isEmpty()) {
            javac.syms().unnamedModule.visiblePackages.forEach((name, symbol) -> {
                if (!symbol.modle.equals(javac.syms().unnamedModule) && !name.isEmpty()) {
                    ofModules.put(name.toString(), symbol.modle.name.toString());
                }
            });
            ofModules.remove(CellNames.PACKAGE);
        }
        return ofModules;
    }

    private List<Content> contents() {
        return classPath.get().stream()
                .map(path -> known.computeIfAbsent(path.toAbsolutePath(), Packages::read))
                .toList();
    }

    private static Content read(Path path) {
        var content = new Content(new HashSet<>(), new TreeMap<>());
        try {
            if (Files.isDirectory(path)) {
                readFolder(path, content);
            } else if (Files.isRegularFile(path)) {
                readJar(path, content);
            }
        } catch (IOException | UncheckedIOException e) {
            // What cannot be read holds no classes either.
            return content;
        }
        return content;
    }

    private static void readFolder(Path path, Content content) throws IOException {
        try (var files = Files.walk(path)) {
            files.forEach(file -> add(path.relativize(file).toString().replace(File.separatorChar, '/'), content));
        }
    }

    private static void readJar(Path path, Content content) throws IOException {
        try (var jar = new JarFile(path.toFile())) {
            var entries = new ArrayList<String>();
            jar.entries().asIterator().forEachRemaining(entry -> entries.add(entry.getName()));
            entries.forEach(entry -> add(entry, content));
        }
    }

    private static void add(String file, Content content) {
        int end = file.lastIndexOf('/');
        if (end > 0 && file.endsWith(".class") && !file.startsWith("META-INF/")) {
            var name = file.substring(0, end).replace('/', '.');
            var simple = file.substring(end + 1, file.length() - ".class".length());
            content.names.add(name);
            if (!simple.contains("$") && !simple.contains("-")) {
                content.types.computeIfAbsent(simple, _ -> new TreeSet<>()).add(name + "." + simple);
            }
        }
    }
}
