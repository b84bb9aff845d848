package lectern.kernel.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.File;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import lectern.kernel.channel.ConnectionInfo;
import lectern.kernel.channel.FrontEnd;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Kernels as they are shipped: installed, then started by the command line of their `kernel.json`.
class InstalledKernelTest {

    private static final String ONE_LINE = "lectern: expected a start-up cache made for this JVM, ";

    @TempDir
    private static Path folder;

    private static Path spec;

    @BeforeAll
    static void install() throws IOException {
        var from = Files.createDirectories(folder.resolve("from"));
        spec = SpecPlaces.under(folder.resolve("a place für it")).resolve("lectern");
        new Installer(jar(from), Path.of(System.getProperty("java.home"), "bin", "java"), "Java (Lectern)", _ -> {})
                .install(spec);
    }

    /// Vector code that is compiled well makes no objects. Code that is not makes two for each operation, here at
    /// least 15,000 a product and so more than a megabyte, for as long as it runs. What is counted is bytes and not
    /// time; a slow machine only takes longer until the compiler is done.
    @Test
    void vectorCodeIsCompiledToInstructions() throws IOException, InterruptedException {
        var printed = run(spec.resolve("kernel.json"), List.of("""
                if (!System.getProperty("java.vm.info").contains("sharing")) {
                    throw new IllegalStateException("the start-up cache is not in use");
                }
                if (ModuleLayer.boot().findModule("jdk.incubator.vector").isPresent()) {
                    throw new IllegalStateException("the Vector API was loaded at the start");
                }
                if (!backend().startsWith("Vector API")) {
                    throw new IllegalStateException("the library computes with " + backend());
                }
                warmUp().await();
                threads(1);
                var counter = (com.sun.management.ThreadMXBean)
                        java.lang.management.ManagementFactory.getThreadMXBean();
                var left = Tensor.uniform(Shape.of(64, 64), 1, new SplittableRandom(1));
                long until = System.nanoTime() + 100_000_000_000L;
                long bytes = Long.MAX_VALUE;
                while (bytes > 200_000 && System.nanoTime() < until) {
                    long before = counter.getCurrentThreadAllocatedBytes();
                    for (int i = 0; i < 10; i++) {
                        left.matmul(left);
                    }
                    bytes = (counter.getCurrentThreadAllocatedBytes() - before) / 10;
                }
                if (bytes > 200_000) {
                    throw new IllegalStateException("a product of 64 by 64 allocates " + bytes + " bytes");
                }"""));
        assertEquals("", printed);
    }

    @Test
    void aCacheThatWasCutOffIsPassedOverWithOneLine() throws IOException, InterruptedException {
        damaged("cut", file -> file.setLength(file.length() / 2));
    }

    @Test
    void aCacheWithOtherContentIsPassedOverWithOneLine() throws IOException, InterruptedException {
        damaged("changed", file -> {
            file.seek(file.length() / 2);
            file.write(new byte[4096]);
        });
    }

    @Test
    void aCacheThatIsGoneIsPassedOverWithOneLine() throws IOException, InterruptedException {
        damaged("gone", file -> file.setLength(0));
    }

    private interface Damage {
        void to(RandomAccessFile file) throws IOException;
    }

    private static void damaged(String name, Damage damage) throws IOException, InterruptedException {
        var json = Files.readString(spec.resolve("kernel.json"));
        var whole = Path.of(Pattern.compile("-XX:AOTCache=(.*)\"")
                .matcher(json)
                .results()
                .findFirst()
                .orElseThrow()
                .group(1));
        var copy = Files.copy(whole, folder.resolve(name + ".aot"));
        try (var file = new RandomAccessFile(copy.toFile(), "rw")) {
            damage.to(file);
        }
        var other = Files.writeString(folder.resolve(name + ".json"), json.replace(whole.toString(), copy.toString()));
        var printed = run(other, List.of("1 + 1"));
        assertTrue(printed.startsWith(ONE_LINE) && printed.contains(copy.toString()), printed);
        assertEquals(1, printed.lines().count(), printed);
    }

    /// What a teacher installs for all: nobody but the teacher can write there, and each remembers for himself.
    @Test
    void aReadOnlyInstallationServesTwoUsersAtOnce() throws Exception {
        var files = everything(spec);
        var before = described(files);
        files.forEach(file -> file.toFile().setWritable(false, false));
        try (var users = Executors.newFixedThreadPool(2)) {
            var runs = new ArrayList<Future<String>>();
            for (var name : List.of("eine Schülerin", "ein Schüler")) {
                var home = Files.createDirectories(folder.resolve(name));
                var cells = List.of("int size = \"" + name + "\".length();", "Tensor.zeros(Shape.of(2, size))");
                runs.add(users.submit(() -> run(
                        spec.resolve("kernel.json"),
                        cells,
                        Map.of(
                                "HOME",
                                home.toString(),
                                "JUPYTER_DATA_DIR",
                                home.resolve("data").toString()))));
            }
            for (var run : runs) {
                assertEquals("", run.get());
            }
        } finally {
            files.forEach(file -> file.toFile().setWritable(true, true));
        }
        for (var name : List.of("eine Schülerin", "ein Schüler")) {
            var history = Files.readString(folder.resolve(name).resolve("data/lectern/history.jsonl"));
            assertTrue(history.contains(name + "\\\".length()"), history);
            assertEquals(
                    1, history.lines().filter(line -> line.contains("length()")).count(), history);
        }
        assertEquals(before, described(everything(spec)));
    }

    /// Jupyter's own tests of a kernel, and its own client, where this machine has them.
    @Test
    void jupytersOwnTestsPass() throws IOException, InterruptedException {
        var python = System.getenv().getOrDefault("LECTERN_PYTHON", "/usr/bin/python3");
        assumeTrue(
                Files.isExecutable(Path.of(python)) && ended(python, "-c", "import jupyter_kernel_test").code == 0,
                "no jupyter_kernel_test here (apt-get install python3-jupyter-kernel-test)");
        var tests = ended(python, "src/test/python/kernel_test_suite.py");
        assertEquals(0, tests.code, tests.printed);
    }

    private record Ended(int code, String printed) {}

    private static Ended ended(String... command) throws IOException, InterruptedException {
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment()
                .put("JUPYTER_PATH", spec.resolve("../..").normalize().toString());
        builder.environment()
                .put(PastSessions.VARIABLE, folder.resolve("jupyter/history").toString());
        var process = builder.start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ended(process.waitFor(), printed);
    }

    private static List<Path> everything(Path place) throws IOException {
        try (var files = Files.walk(place)) {
            return files.sorted().toList();
        }
    }

    private static List<String> described(List<Path> files) throws IOException {
        var all = new ArrayList<String>();
        for (var file : files) {
            all.add(file + " " + Files.size(file) + " " + Files.getLastModifiedTime(file));
        }
        return all;
    }

    private static String run(Path json, List<String> cells) throws IOException, InterruptedException {
        return run(json, cells, Map.of(PastSessions.VARIABLE, ""));
    }

    /// Runs cells on a kernel, each of which must succeed, and gives what its process has printed.
    private static String run(Path json, List<String> cells, Map<String, String> environment)
            throws IOException, InterruptedException {
        var connection = ConnectionInfo.onFreePorts();
        var file = Files.writeString(Files.createTempFile(folder, "connection", ".json"), text(connection));
        var printed = Files.createTempFile(folder, "printed", ".txt");
        var command = new ArrayList<String>();
        for (JsonElement argument :
                JsonParser.parseString(Files.readString(json)).getAsJsonObject().getAsJsonArray("argv")) {
            command.add(argument.getAsString().replace("{connection_file}", file.toString()));
        }
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(printed.toFile());
        builder.environment().remove(PastSessions.VARIABLE);
        builder.environment().putAll(environment);
        var process = builder.start();
        var watch = process.onExit();
        try (var frontEnd = new FrontEnd(connection)) {
            for (var cell : cells) {
                assertTrue(!watch.isDone(), "the kernel ended");
                var content = new JsonObject();
                content.addProperty("code", cell);
                var reply = frontEnd.ask("execute_request", content);
                assertEquals("ok", reply.get("status").getAsString(), reply::toString);
            }
            frontEnd.ask("shutdown_request", new JsonObject());
            assertTrue(process.waitFor(60, TimeUnit.SECONDS));
        } finally {
            process.destroyForcibly();
        }
        return Files.readString(printed);
    }

    private static String text(ConnectionInfo connection) {
        var json = new JsonObject();
        json.addProperty("transport", connection.transport());
        json.addProperty("ip", connection.ip());
        json.addProperty("shell_port", connection.shell());
        json.addProperty("control_port", connection.control());
        json.addProperty("iopub_port", connection.iopub());
        json.addProperty("stdin_port", connection.stdin());
        json.addProperty("hb_port", connection.heartbeat());
        json.addProperty("key", connection.key());
        return json.toString();
    }

    /// The kernel as it is packaged: a cache takes classes from jars only.
    private static Path jar(Path from) throws IOException {
        var libraries = Files.createDirectory(from.resolve("lib"));
        var names = new ArrayList<String>();
        Optional<Path> own = Optional.empty();
        int number = 0;
        for (var entry : System.getProperty("java.class.path").split(Pattern.quote(File.pathSeparator), -1)) {
            var path = Path.of(entry);
            if (entry.endsWith(Path.of("kernel", "target", "classes").toString())) {
                own = Optional.of(path);
            } else if (Files.isDirectory(path)) {
                pack(path, libraries.resolve(number + ".jar"), new Manifest());
                names.add("lib/" + number++ + ".jar");
            } else if (Files.isRegularFile(path)) {
                Files.copy(path, libraries.resolve(number + ".jar"));
                names.add("lib/" + number++ + ".jar");
            }
        }
        var manifest = new Manifest();
        var attributes = manifest.getMainAttributes();
        attributes.put(Attributes.Name.MAIN_CLASS, Main.class.getName());
        attributes.put(Attributes.Name.CLASS_PATH, String.join(" ", names));
        for (var entry : List.of("Add-Exports", "Add-Opens")) {
            attributes.putValue(entry, manifestEntry(entry));
        }
        var jar = from.resolve("lectern-kernel.jar");
        pack(own.orElseThrow(), jar, manifest);
        return jar;
    }

    private static String manifestEntry(String name) throws IOException {
        return Pattern.compile("<" + name + ">(.*)</" + name + ">")
                .matcher(Files.readString(Path.of("pom.xml")))
                .results()
                .findFirst()
                .orElseThrow()
                .group(1);
    }

    private static void pack(Path classes, Path jar, Manifest manifest) throws IOException {
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        try (var out = new JarOutputStream(Files.newOutputStream(jar), manifest);
                var files = Files.walk(classes)) {
            for (var file : files.filter(Files::isRegularFile).toList()) {
                out.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, out);
                out.closeEntry();
            }
        }
    }
}
