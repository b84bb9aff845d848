package lectern.kernel.launch;

import java.io.IOException;
import java.io.PrintStream;
import java.net.URISyntaxException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/// `install`, `uninstall` and `list`: kernels where Jupyter finds them, several side by side under names of their own.
///
/// @param places where that is
/// @param out where it is told
record Setup(SpecPlaces places, PrintStream out) {

    static final String USAGE = "install [--user | --system | --prefix DIR] [--name NAME] [--display-name TEXT],"
            + " uninstall [--user | --system | --prefix DIR] [--name NAME], list [--prefix DIR]...";

    private static final String NAME = "lectern";
    private static final Pattern NAMES = Pattern.compile("[a-z0-9][a-z0-9._-]*");

    /// What was asked for.
    private record Target(Path kernels, String name, String displayName) {

        Path spec() {
            return kernels.resolve(name);
        }
    }

    /// Puts the kernel that runs this into its place.
    ///
    /// @throws IllegalArgumentException if an option is not understood
    /// @throws IOException if it cannot be written
    void install(List<String> options) throws IOException {
        var target = target("install", options);
        var spec = target.spec();
        var java = ProcessHandle.current()
                .info()
                .command()
                .map(Path::of)
                .orElseGet(() -> Path.of(System.getProperty("java.home", ""), "bin", "java"));
        try {
            new Installer(jar(), java, target.displayName(), line -> out.println("install: " + line)).install(spec);
        } catch (FileSystemException e) {
            throw notWritten("install", spec, e);
        }
        out.println(target.displayName() + " is installed in " + spec);
    }

    /// Takes a kernel away.
    ///
    /// @throws IllegalArgumentException if an option is not understood
    /// @throws IOException if there is none, or it cannot be deleted
    void uninstall(List<String> options) throws IOException {
        var spec = target("uninstall", options).spec();
        try {
            Installer.uninstall(spec, line -> out.println("uninstall: " + line));
        } catch (FileSystemException e) {
            throw notWritten("uninstall", spec, e);
        }
        out.println(spec + " is uninstalled");
    }

    /// Says which kernels of this kind there are.
    ///
    /// @throws IllegalArgumentException if an option is not understood
    void list(List<String> options) throws IOException {
        var prefixes = new ArrayList<Path>();
        for (int i = 0; i < options.size(); i += 2) {
            if (!options.get(i).equals("--prefix") || i + 1 == options.size()) {
                throw new IllegalArgumentException("list: expected --prefix DIR, found " + options.get(i));
            }
            prefixes.add(Path.of(options.get(i + 1)));
        }
        var found = places.installed(prefixes);
        if (found.isEmpty()) {
            out.println("none is installed; run install");
        }
        for (var spec : found) {
            var kernel = KernelSpec.read(spec).orElseThrow();
            out.printf("%-16s %s%n%16s %s%n", spec.getFileName(), kernel.displayName(), "", spec);
            missing(kernel).ifPresent(path -> out.printf("%16s broken: %s is gone; install it again%n", "", path));
        }
    }

    private static Optional<Path> missing(KernelSpec kernel) {
        return List.of(kernel.java(), kernel.jar()).stream()
                .filter(path -> !Files.isRegularFile(path))
                .findFirst();
    }

    private Target target(String command, List<String> options) {
        var kernels = places.user();
        var name = NAME;
        var displayName = "";
        int places = 0;
        for (int i = 0; i < options.size(); i++) {
            var option = options.get(i);
            switch (option) {
                case "--user" -> places++;
                case "--system" -> {
                    kernels = this.places.system();
                    places++;
                }
                case "--prefix" -> {
                    kernels = SpecPlaces.under(Path.of(value(command, options, ++i)));
                    places++;
                }
                case "--name" -> name = value(command, options, ++i);
                case "--display-name" -> displayName = value(command, options, ++i);
                default -> throw new IllegalArgumentException(command + ": unknown option " + option);
            }
        }
        if (places > 1) {
            throw new IllegalArgumentException(command + ": expected one of --user, --system, --prefix, found several");
        }
        if (!NAMES.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    command + ": expected a name of lower-case letters, digits, '.', '_' and '-', found " + name);
        }
        if (displayName.isEmpty()) {
            displayName = name.equals(NAME) ? "Java (Lectern)" : "Java (Lectern, " + name + ")";
        }
        return new Target(kernels, name, displayName);
    }

    private static String value(String command, List<String> options, int at) {
        if (at >= options.size() || options.get(at).isBlank()) {
            throw new IllegalArgumentException(command + ": expected a value after " + options.get(at - 1));
        }
        return options.get(at);
    }

    private static IOException notWritten(String command, Path spec, FileSystemException e) {
        var why = e instanceof AccessDeniedException ? "permission denied" : e.toString();
        return new IOException(
                command + ": expected a folder that can be written to, found " + spec + " (" + why
                        + "); use --user, or --prefix with another folder",
                e);
    }

    /// The jar that this runs from.
    static Path jar() {
        try {
            return Path.of(Main.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the place of the kernel's own jar is not a path", e);
        }
    }
}
