package lectern.kernel.launch;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.zip.CRC32;

/// Puts the kernel where Jupyter finds it: one folder with `kernel.json`, and the jar with its libraries in a
/// folder below it whose name is new each time.
///
/// A new `kernel.json` takes the place of the former one in a single step, when all that it names is there.
/// Whatever interrupts an installation leaves the former kernel or the new one; the next installation clears
/// up. What is installed already is left alone, as a running kernel still reads its jars.
///
/// @param jar the kernel's jar; its libraries are in `lib` beside it
/// @param java the executable that the kernel is to run on
record Installer(Path jar, Path java) {

    /// Options that the JVM of a kernel needs. Without the last one it keeps loop counters in vector registers,
    /// which takes up to a quarter of the time of some inner loops.
    static final List<String> FLAGS = List.of(
            "--add-modules=jdk.incubator.vector",
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-XX:-UseFPUForSpilling");

    private static final String JAR = "lectern-kernel.jar";
    private static final String JSON = "kernel.json";
    private static final String STAMP = "made_from";
    private static final String LOCK = "installing.lock";

    /// Installs into `spec`, replacing what is there.
    ///
    /// @throws IOException if there is no jar to install, or the folder cannot be written
    void install(Path spec) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new IOException("install: expected to run from lectern-kernel.jar, found " + jar
                    + "; build it, then run java -jar lectern-kernel.jar install");
        }
        Files.createDirectories(spec);
        // Two installations at once would clear up after each other too early.
        try (var lock = FileChannel.open(spec.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            var stamp = stamp();
            if (isInstalled(spec, stamp)) {
                return;
            }
            // Readable by all, unlike a temporary folder: a prefix may serve many users.
            var fresh = Files.createDirectory(spec.resolve("kernel-" + UUID.randomUUID()));
            try {
                fill(fresh);
                var json = Files.writeString(fresh.resolve(JSON), kernelJson(fresh, stamp));
                Files.move(json, spec.resolve(JSON), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException | RuntimeException e) {
                delete(fresh);
                throw e;
            }
            deleteAllBut(List.of(fresh, spec.resolve(JSON), spec.resolve(LOCK)), spec);
        }
    }

    private void fill(Path folder) throws IOException {
        Files.copy(jar, folder.resolve(JAR));
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
    }

    /// What the kernel is made of: another build, another JVM or other flags give another number.
    private String stamp() throws IOException {
        var parts = new StringJoiner(" ");
        parts.add(java.toAbsolutePath().toString());
        parts.add(Runtime.version().toString());
        FLAGS.forEach(parts::add);
        var crc = new CRC32();
        crc.update(Files.readAllBytes(jar));
        var libraries = jar.resolveSibling("lib");
        if (Files.isDirectory(libraries)) {
            try (var files = Files.list(libraries)) {
                for (var file : files.sorted().toList()) {
                    parts.add(file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
                }
            }
        }
        crc.update(parts.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    private static boolean isInstalled(Path spec, String stamp) {
        try {
            var json =
                    JsonParser.parseString(Files.readString(spec.resolve(JSON))).getAsJsonObject();
            var argv = json.getAsJsonArray("argv");
            return json.getAsJsonObject("metadata").get(STAMP).getAsString().equals(stamp)
                    && Files.isRegularFile(Path.of(argv.get(argv.size() - 2).getAsString()));
        } catch (IOException | RuntimeException e) {
            // None yet, or one that someone has changed: it is made anew.
            return false;
        }
    }

    private String kernelJson(Path folder, String stamp) throws IOException {
        var installed = folder.resolve(JAR).toAbsolutePath();
        var command = new ArrayList<String>();
        command.add(java.toAbsolutePath().toString());
        command.addAll(FLAGS);
        command.addAll(new ClassArchive(installed, java).make(folder.resolve("classes.jsa")));
        command.addAll(List.of("-jar", installed.toString(), "{connection_file}"));
        var json = new LinkedHashMap<String, Object>();
        json.put("argv", command);
        json.put("display_name", "Java (Lectern)");
        json.put("language", "java");
        json.put("interrupt_mode", "message");
        json.put("metadata", Map.of("debugger", false, STAMP, stamp));
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(json)
                + "\n";
    }

    private static void deleteAllBut(List<Path> kept, Path folder) throws IOException {
        try (var files = Files.list(folder)) {
            for (var file : files.filter(file -> !kept.contains(file)).toList()) {
                try {
                    delete(file);
                } catch (IOException e) {
                    // Windows keeps what a running kernel has open; the next installation finds it again.
                }
            }
        }
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
