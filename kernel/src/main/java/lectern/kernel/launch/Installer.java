package lectern.kernel.launch;

import com.google.gson.GsonBuilder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Puts the kernel where Jupyter finds it: `kernel.json`, the jar and its libraries in one folder.
///
/// The folder is made beside its place and moved there when it is whole, so that whatever interrupts an installation
/// leaves the former one, or none.
///
/// @param jar the kernel's jar; its libraries are in `lib` beside it
/// @param java the executable that the kernel is to run on
record Installer(Path jar, Path java) {

    /// Options that the JVM of a kernel needs.
    static final List<String> FLAGS = List.of(
            "--add-modules=jdk.incubator.vector", "--enable-native-access=ALL-UNNAMED", "-Djava.awt.headless=true");

    /// Installs into `spec`, replacing what is there.
    ///
    /// @throws IOException if there is no jar to install, or the folder cannot be written
    void install(Path spec) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new IOException("install: expected to run from lectern-kernel.jar, found " + jar
                    + "; build it, then run java -jar lectern-kernel.jar install");
        }
        var kernels = spec.toAbsolutePath().getParent();
        Files.createDirectories(kernels);
        var fresh = Files.createTempDirectory(kernels, ".lectern-");
        try {
            fill(fresh, spec);
            replace(fresh, spec);
        } finally {
            delete(fresh);
        }
    }

    private void fill(Path folder, Path spec) throws IOException {
        var name = "lectern-kernel.jar";
        Files.copy(jar, folder.resolve(name));
        var libraries = jar.resolveSibling("lib");
        if (Files.isDirectory(libraries)) {
            Files.createDirectory(folder.resolve("lib"));
            try (var files = Files.list(libraries)) {
                for (var file : files.toList()) {
                    Files.copy(
                            file,
                            folder.resolve("lib").resolve(file.getFileName().toString()));
                }
            }
        }
        Files.writeString(
                folder.resolve("kernel.json"), kernelJson(spec.resolve(name).toAbsolutePath()));
    }

    private String kernelJson(Path installed) {
        var command = new java.util.ArrayList<String>();
        command.add(java.toAbsolutePath().toString());
        command.addAll(FLAGS);
        command.addAll(List.of("-jar", installed.toString(), "{connection_file}"));
        var json = new LinkedHashMap<String, Object>();
        json.put("argv", command);
        json.put("display_name", "Java (Lectern)");
        json.put("language", "java");
        json.put("interrupt_mode", "message");
        json.put("metadata", Map.of("debugger", false));
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(json)
                + "\n";
    }

    private static void replace(Path fresh, Path spec) throws IOException {
        // A folder that is not empty cannot be moved over: the former one steps aside first.
        var former = spec.resolveSibling(fresh.getFileName() + "-former");
        boolean existed = Files.exists(spec);
        if (existed) {
            Files.move(spec, former, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(fresh, spec, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (existed) {
                Files.move(former, spec, StandardCopyOption.ATOMIC_MOVE);
            }
            throw e;
        }
        delete(former);
    }

    private static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (var file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
