package lectern.kernel.launch;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.zip.CRC32;

/// Puts the kernel where Jupyter finds it: one folder with `kernel.json` and its pictures, and the jar with its
/// libraries in a folder below it whose name is new each time.
///
/// A new `kernel.json` takes the place of the former one in a single step, when all that it names is there.
/// Whatever interrupts an installation leaves the former kernel or the new one; the next installation clears
/// up. A folder that a kernel runs from stays until then, as it still reads its jars.
///
/// @param jar the kernel's jar; its libraries are in `lib` beside it
/// @param java the executable that the kernel is to run on
/// @param displayName what the user chooses it by
/// @param progress hears of what takes seconds
record Installer(Path jar, Path java, String displayName, Consumer<String> progress) {

    /// Options that the JVM of a kernel needs, beside those of its start-up cache.
    ///
    /// With `UseFPUForSpilling` it would keep loop counters in vector registers, which takes up to a quarter of
    /// the time of some inner loops. The thresholds have the loops of the library compiled soon, and late the
    /// methods of the Vector API that stand in for instructions only until then. A recursion without end has the
    /// JVM take hundreds of megabytes for a moment, which the C library of Linux would keep for ever.
    ///
    /// The heap begins with the same size on every machine, not with a share of its memory, and gives back what
    /// a kernel has not used for some minutes: a class of thirty may share one server.
    static final List<String> FLAGS = List.of(
            "--enable-native-access=ALL-UNNAMED",
            "-Djava.awt.headless=true",
            "-XX:-UseFPUForSpilling",
            "-XX:+IgnoreUnrecognizedVMOptions",
            "-XX:TrimNativeHeapInterval=10000",
            "-Xms256m",
            "-XX:G1PeriodicGCInterval=60000",
            "-XX:CompileCommand=quiet",
            "-XX:CompileCommand=CompileThresholdScaling,lectern.nn.ops.*::*,0.2",
            "-XX:CompileCommand=CompileThresholdScaling,jdk.incubator.vector.*::*,10.0",
            "-XX:CompileCommand=CompileThresholdScaling,jdk.internal.vm.vector.*::*,10.0");

    /// The libraries on the class path, and those that fetch further ones.
    private static final List<String> FOLDERS = List.of("lib", "resolver");

    private static final String CACHE = "start.aot";
    private static final String LOCK = "installing.lock";
    private static final String RUNS_FROM = "kernel-";
    private static final List<String> LOGOS = List.of("logo-32x32.png", "logo-64x64.png", "logo-svg.svg");

    /// Installs into `spec`, replacing what is there.
    ///
    /// @throws IOException if there is no jar to install, the folder cannot be written, or holds another kernel
    void install(Path spec) throws IOException {
        if (!Files.isRegularFile(jar)) {
            throw new IOException("install: expected to run from lectern-kernel.jar, found " + jar
                    + "; build it, then run java -jar lectern-kernel.jar install");
        }
        if (isOfAnother(spec)) {
            throw new IOException("install: expected a folder of this kernel or none, found another kernel in " + spec
                    + "; choose another --name");
        }
        Files.createDirectories(spec);
        // Two installations at once would clear up after each other too early.
        try (var lock = FileChannel.open(spec.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            lock.lock();
            var stamp = stamp();
            if (isInstalled(spec, stamp)) {
                return;
            }
            var fresh = Files.createDirectory(spec.resolve(RUNS_FROM + UUID.randomUUID()));
            try {
                fill(fresh);
                var json = fresh.resolve(KernelSpec.FILE);
                Files.writeString(json, kernelSpec(fresh, stamp).json());
                Folders.publish(fresh);
                for (var logo : LOGOS) {
                    Files.move(fresh.resolve(logo), spec.resolve(logo), StandardCopyOption.REPLACE_EXISTING);
                }
                Files.move(json, spec.resolve(KernelSpec.FILE), StandardCopyOption.ATOMIC_MOVE);
            } catch (IOException | RuntimeException e) {
                Folders.delete(fresh);
                throw e;
            }
            clearUp(spec, fresh);
        }
    }

    /// Takes the kernel away; what one still runs from is left, and told.
    ///
    /// @throws IOException if there is none of this kind
    static void uninstall(Path spec, Consumer<String> progress) throws IOException {
        if (KernelSpec.read(spec).isEmpty()) {
            throw new IOException("uninstall: expected this kernel in " + spec + ", found none");
        }
        Files.delete(spec.resolve(KernelSpec.FILE));
        clearUp(spec, spec);
        var left = Folders.content(spec).stream().filter(Files::isDirectory).toList();
        if (left.isEmpty()) {
            Folders.delete(spec);
        } else {
            progress.accept("a kernel still runs from " + left.getFirst() + "; delete " + spec + " when it has ended");
        }
    }

    private static boolean isOfAnother(Path spec) {
        return Files.exists(spec.resolve(KernelSpec.FILE))
                && KernelSpec.read(spec).isEmpty()
                && !Files.exists(spec.resolve(LOCK));
    }

    private void fill(Path folder) throws IOException {
        Files.copy(jar, folder.resolve(KernelSpec.JAR));
        Files.createFile(folder.resolve(Lease.FILE));
        for (var name : FOLDERS) {
            var libraries = jar.resolveSibling(name);
            if (Files.isDirectory(libraries)) {
                Folders.copy(libraries, folder.resolve(name));
            }
        }
        for (var logo : LOGOS) {
            try (var picture = Installer.class.getResourceAsStream(logo)) {
                Files.copy(Objects.requireNonNull(picture, logo), folder.resolve(logo));
            }
        }
    }

    /// What the kernel is made of: another build, another JVM or other flags give another number.
    private String stamp() throws IOException {
        var parts = new StringJoiner(" ");
        parts.add(java.toAbsolutePath().toString());
        parts.add(Runtime.version().toString());
        parts.add(System.getProperty("java.vm.vendor", ""));
        parts.add(displayName);
        FLAGS.forEach(parts::add);
        var crc = new CRC32();
        crc.update(Files.readAllBytes(jar));
        for (var name : FOLDERS) {
            var libraries = jar.resolveSibling(name);
            if (Files.isDirectory(libraries)) {
                for (var file : Folders.content(libraries)) {
                    parts.add(file.getFileName() + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
                }
            }
        }
        crc.update(parts.toString().getBytes(StandardCharsets.UTF_8));
        return Long.toHexString(crc.getValue());
    }

    private static boolean isInstalled(Path spec, String stamp) throws IOException {
        var found = KernelSpec.read(spec);
        if (found.isEmpty()) {
            return false;
        }
        var jar = found.get().jar();
        return found.get().madeFrom().equals(stamp)
                && Files.isRegularFile(jar)
                && LOGOS.stream().allMatch(logo -> Files.isRegularFile(spec.resolve(logo)))
                && found.get().cacheCrc().equals(crc(jar.resolveSibling(CACHE)));
    }

    private KernelSpec kernelSpec(Path folder, String stamp) throws IOException {
        var installed = folder.resolve(KernelSpec.JAR).toAbsolutePath();
        var cache = folder.resolve(CACHE);
        var command = new ArrayList<String>();
        command.add(java.toAbsolutePath().toString());
        command.addAll(options(new StartCache(installed, java), cache));
        command.addAll(List.of("-jar", installed.toString(), "{connection_file}"));
        return new KernelSpec(command, displayName, stamp, crc(cache));
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

    /// Deletes what former kernels ran from, those that run excepted.
    private static void clearUp(Path spec, Path current) throws IOException {
        for (var folder : Folders.content(spec)) {
            if (folder.getFileName().toString().startsWith(RUNS_FROM)
                    && !folder.equals(current)
                    && !Lease.isTaken(folder)) {
                try {
                    Folders.delete(folder);
                } catch (IOException e) {
                    // Windows keeps what a running kernel has open; the next installation finds it again.
                }
            }
        }
    }
}
