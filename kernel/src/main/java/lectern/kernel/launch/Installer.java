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
import java.util.function.Consumer;
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
/// @param progress hears of what takes seconds
record Installer(Path jar, Path java, Consumer<String> progress) {

    /// Options that the JVM of a kernel needs, beside those of its start-up cache.
    ///
    /// With `UseFPUForSpilling` it would keep loop counters in vector registers, which takes up to a quarter of
    /// the time of some inner loops. The thresholds have the loops of the library compiled soon, and late the
    /// methods of the Vector API that stand in for instructions only until then.
    static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-XX:-UseFPUForSpilling",
            "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=CompileThresholdScaling,lectern.nn.ops.*::*,0.2",
            "-XX:CompileCommand=CompileThresholdScaling,jdk.incubator.vector.*::*,10.0",
            "-XX:CompileCommand=CompileThresholdScaling,jdk.internal.vm.vector.*::*,10.0");

    private static final String JAR = "lectern-kernel.jar";

    /// The libraries on the class path, and those that fetch further ones.
    private static final List<String> FOLDERS = List.of("lib", "resolver");

    private static final String JSON = "kernel.json";
    private static final String STAMP = "made_from";
    private static final String CACHE = "start.aot";
    private static final String CACHE_CRC = "cache";
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
        for (var name : FOLDERS) {
            var libraries = jar.resolveSibling(name);
            if (Files.isDirectory(libraries)) {
                var copies = Files.createDirectory(folder.resolve(name));
                try (var files = Files.list(libraries)) {
                    for (var file : files.toList()) {
                        Files.copy(file, copies.resolve(file.getFileName().toString()));
                    }
                }
            }
        }
    }

    /// What the kernel is made of: another build, another JVM or other flags give another number.
    private String stamp() throws IOException {
        var parts = new StringJoiner(" ");
        parts.add(java.toAbsolutePath().toString());
        parts.add(Runtime.version().toString());
        parts.add(System.getProperty("java.vm.vendor", ""));
        FLAGS.forEach(parts::add);
        var crc = new CRC32();
        crc.update(Files.readAllBytes(jar));
        for (var name : FOLDERS) {
            var libraries = jar.resolveSibling(name);
            if (Files.isDirectory(libraries)) {
                try (var files = Files.list(libraries)) {
                    for (var file : files.sorted().toList()) {
                        parts.add(file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
                    }
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
            var metadata = json.getAsJsonObject("metadata");
            var installed = Path.of(argv.get(argv.size() - 2).getAsString());
            return metadata.get(STAMP).getAsString().equals(stamp)
                    && Files.isRegularFile(installed)
                    && metadata.get(CACHE_CRC).getAsString().equals(crc(installed.resolveSibling(CACHE)));
        } catch (IOException | RuntimeException e) {
            // None yet, or one that someone has changed: it is made anew.
            return false;
        }
    }

    private String kernelJson(Path folder, String stamp) throws IOException {
        var installed = folder.resolve(JAR).toAbsolutePath();
        var cache = folder.resolve(CACHE);
        var command = new ArrayList<String>();
        command.add(java.toAbsolutePath().toString());
        command.addAll(options(new StartCache(installed, java), cache));
        command.addAll(List.of("-jar", installed.toString(), "{connection_file}"));
        var json = new LinkedHashMap<String, Object>();
        json.put("argv", command);
        json.put("display_name", "Java (Lectern)");
        json.put("language", "java");
        json.put("interrupt_mode", "message");
        json.put("metadata", Map.of("debugger", false, STAMP, stamp, CACHE_CRC, crc(cache)));
        return new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(json)
                + "\n";
    }

    /// The best that this JVM can do: the Vector API loaded after the start and a whole cache, the Vector API from
    /// the start and what a cache can then hold, or no cache.
    private List<String> options(StartCache cache, Path file) throws IOException {
        progress.accept("rehearsing the start of a kernel, so that each start is quick: some 5 s");
        var options = new ArrayList<>(FLAGS);
        var cached = cache.make(file, options);
        if (cached.isEmpty()) {
            progress.accept("this JVM cannot load the Vector API later: it does so at its start, which takes longer");
            options.add(VectorModule.FROM_THE_START);
            cached = cache.make(file, options);
        }
        if (cached.isEmpty()) {
            progress.accept("this JVM makes no start-up cache: a kernel takes about twice as long to start");
        }
        options.addAll(cached.orElse(List.of()));
        return options;
    }

    /// The checksum of a file, empty if there is none.
    private static String crc(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            return "";
        }
        var crc = new CRC32();
        crc.update(Files.readAllBytes(file));
        return Long.toHexString(crc.getValue());
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
